using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Domain.Rules;

/// <summary>For own duties only; not to third parties.</summary>
internal static class Article22
{
    private const string Users =
        "政务信息资源只能提供给全市政府部门用于行政管理和社会服务或者按规定上报给上级部门；公共企事业单位为履行公共服务职责，可以作为使用单位。";

    private const string Duties =
        "行政机关和公共企事业单位所获取的共享数据，除用于本机关履行职责需要，不得私自用于任何其它目的，不得私自提供给第三方使用。";

    internal sealed record UnitFacts(string Unit, UnitKind Kind);

    internal static Rule<UnitFacts> DemanderNotEligible { get; } =
        new(
            "DEM_NOT_ELIGIBLE",
            RuleKind.Refusal,
            22,
            Basis.Reading("INT-29", Users),
            new(
                "共享数据只提供给政府部门和公共企事业单位；企业另循数据开放的途径。",
                "Shared data is for government departments and public enterprises; others ask for its opening."
            ),
            (facts, _) =>
                facts.Kind
                    is not (
                        UnitKind.Enterprise
                        or UnitKind.Contractor
                        or UnitKind.ExpertEmployer
                        or UnitKind.FiscallyFundedSocialOrganisation
                    ),
            "第十七条",
            "第三十三条"
        );

    /// <param name="Allowed">By the provider's statement and the agreement when a grant is asked for; by the grant after.</param>
    internal sealed record PurposeFacts(Purpose? Purpose, IReadOnlyList<Purpose> Allowed);

    internal static Rule<PurposeFacts> PurposeMismatch { get; } =
        new(
            "PURPOSE_MISMATCH",
            RuleKind.Refusal,
            22,
            Basis.Text(Duties),
            new(
                "按授权和协议约定的用途获取；另有用途的另行申请。",
                "Take the data for the purpose granted and agreed; ask for another grant for another purpose."
            ),
            (facts, _) => facts.Purpose is not { } purpose || facts.Allowed.Contains(purpose),
            "第二十条",
            "第三十三条"
        );
}
