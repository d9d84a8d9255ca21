using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Assets.Domain.Rules;

/// <summary>Ledger, custodian, movements and inventory: the account equals what is there.</summary>
internal static class Article40
{
    private const string Text =
        "新型智慧城市建设各项目的资产分别由各项目建设牵头单位按照国家有关国有资产管理办法进行管理，建立资产台账制度，设专人进行日常管理，负责资产的使用与维护，定期开展财产清查，及时做好原始记录，严格资产账务处理，做到账实相符，确保国有资产安全完整。";

    internal sealed record CustodianFacts(bool IsNamed, bool IsOfTheLeadUnit, bool IsNaturalPerson, bool IsActive)
    {
        public static CustodianFacts Of(NamedCustodian? custodian, UnitId leadUnit) =>
            new(
                custodian is not null,
                custodian?.IsOf(leadUnit) ?? false,
                custodian?.IsNaturalPerson ?? false,
                custodian?.IsActive ?? false
            );
    }

    internal static Rule<CustodianFacts> CustodianRequired { get; } =
        new(
            "CUSTODIAN_REQUIRED",
            RuleKind.Refusal,
            40,
            Basis.Text(Text),
            new(
                "指定一名牵头单位在用的个人账号为保管人。",
                "Name as custodian an active personal account of the lead unit."
            ),
            (facts, _) => facts.IsNamed && facts.IsOfTheLeadUnit && facts.IsNaturalPerson && facts.IsActive
        );

    /// <param name="GivenByTheCustodian">The one who hands over has the asset in his keeping.</param>
    /// <param name="TakenByTheReceiver">The named receiver accepts in person; null while the proposal is only made.</param>
    internal sealed record HandOverFacts(bool GivenByTheCustodian, bool? TakenByTheReceiver);

    internal static Rule<HandOverFacts> HandOverRequired { get; } =
        new(
            "HANDOVER_REQUIRED",
            RuleKind.Refusal,
            40,
            Basis.Control("资产变更地点或者保管人，应当由现保管人移交、新保管人本人接收，以落实“及时做好原始记录”。"),
            new(
                "先由现保管人移交，再由指定的接收人用本人账号接收。",
                "Let the present custodian hand over, then the named receiver accept from his own account."
            ),
            (facts, _) => facts.GivenByTheCustodian && facts.TakenByTheReceiver != false
        );

    internal sealed record VarianceFacts(IReadOnlyList<int> Unresolved, IReadOnlyList<int> Unapproved);

    internal static Rule<VarianceFacts> VarianceOpen { get; } =
        new(
            "VARIANCE_OPEN",
            RuleKind.Refusal,
            40,
            Basis.Text(Text),
            new(
                "逐项处理所列编号的差异，并经另一账号批准。",
                "Resolve each variance listed by number, and have another account approve it."
            ),
            (facts, _) => facts.Unresolved.Count == 0 && facts.Unapproved.Count == 0
        );

    internal sealed record ApprovalFacts(IReadOnlyList<int> ResolvedByTheApprover);

    internal static Rule<ApprovalFacts> AdjustmentNotApproved { get; } =
        new(
            "ADJUSTMENT_NOT_APPROVED",
            RuleKind.Refusal,
            40,
            Basis.Control("差异的处理由处理人以外的账号批准后方可调整账目，以落实“严格资产账务处理”。"),
            new("请未参与处理差异的账号批准。", "Let an account approve that resolved none of the variances."),
            (facts, _) => facts.ResolvedByTheApprover.Count == 0
        );
}
