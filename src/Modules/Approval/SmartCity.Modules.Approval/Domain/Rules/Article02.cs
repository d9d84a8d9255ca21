using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Rules;

/// <summary>Scope: whose projects, and which money.</summary>
internal static class Article02
{
    private const string Text =
        "本办法适用于市属各行政单位以及财政拨款的事业单位、社会团体利用信息化专项经费、政府融资出资建设或自筹资金的新型智慧城市和信息化建设项目。";

    // The bureaus and offices that have a kind of their own are administrative units and institutions of the city too.
    private static readonly HashSet<UnitKind> KindsInScope =
    [
        UnitKind.MunicipalAdministrativeUnit,
        UnitKind.FiscallyFundedInstitution,
        UnitKind.FiscallyFundedSocialOrganisation,
        UnitKind.InformatizationOffice,
        UnitKind.FinanceBureau,
        UnitKind.BigDataBureau,
        UnitKind.DataServiceCentre,
        UnitKind.DevelopmentAndReform,
        UnitKind.SecrecyBureau,
        UnitKind.PublicSecurity,
        UnitKind.StateSecurity,
    ];

    internal sealed record UnitFacts(string Unit, UnitKind UnitKind);

    internal static Rule<UnitFacts> UnitOutOfScope { get; } =
        new(
            "UNIT_OUT_OF_SCOPE",
            RuleKind.Refusal,
            2,
            Basis.Text(Text),
            new(
                "由市属行政单位、财政拨款的事业单位或社会团体作为牵头单位申报；单位性质登记有误的，请系统管理员更正后再办。",
                "Let a municipal administrative unit, or a fiscally funded institution or social organisation, declare as lead unit; if the unit's kind is registered wrongly, have the administrator correct it."
            ),
            (facts, _) => KindsInScope.Contains(facts.UnitKind)
        );

    internal sealed record ExemptionFacts(bool ClaimsSelfFundedExemption, Money SelfRaised, Money TotalInvestment);

    internal static Rule<ExemptionFacts> SelfFundedNotExempt { get; } =
        new(
            "SELF_FUNDED_NOT_EXEMPT",
            RuleKind.Refusal,
            2,
            Basis.Text(Text),
            new(
                "自筹资金的项目同样要经评审。请取消“以自筹资金为由主张不需评审”，按正常程序申报。",
                "Self-raised money does not exempt from review. Withdraw the claim and declare as usual."
            ),
            (facts, _) => !facts.ClaimsSelfFundedExemption,
            "第五条",
            "INT-19"
        );

    internal sealed record FundingFacts(Money TotalInvestment, Money SourcesTogether, IReadOnlyList<Money> Sources);

    internal static Rule<FundingFacts> FundingSourcesMismatch { get; } =
        new(
            "FUNDING_SOURCES_MISMATCH",
            RuleKind.Refusal,
            2,
            Basis.Control("各项资金来源合计应等于总投资。"),
            new(
                "更正总投资或资金来源的金额，使各项来源合计与总投资一分不差。",
                "Correct the total or the sources, so that the sources add up to the total to the fen."
            ),
            (facts, _) => facts.Sources.Count > 0 && facts.SourcesTogether == facts.TotalInvestment,
            "第五条"
        );

    internal sealed record FundingBasisFacts(IReadOnlyList<FundingKind> WithoutBasis);

    internal static Rule<FundingBasisFacts> FundingBasisMissing { get; } =
        new(
            "FUNDING_BASIS_MISSING",
            RuleKind.Refusal,
            2,
            Basis.Control("每项资金来源应有落实依据文号。"),
            new(
                "为所列资金来源逐项填写落实依据文号（批复、预算、贷款或单位决议文件）。",
                "Give each listed source the number of the document that it rests on."
            ),
            (facts, _) => facts.WithoutBasis.Count == 0
        );
}
