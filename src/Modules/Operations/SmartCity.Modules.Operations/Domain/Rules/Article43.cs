using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Domain.Rules;

/// <summary>Contractors that break the regulation: recommendation to the certificate's issuer, and compensation.</summary>
internal static class Article43
{
    private const string Text =
        "承揽信息化工程的单位违反本办法的，由市政府信息办责令改正，情节严重的，依法承担相应法律责任，建议由授予资质的机关按程序撤销或者降低其相关资质；对造成损失的，有关责任单位应当依法承担赔偿责任。";

    private static readonly UnitKind[] Contracting =
    [
        UnitKind.Contractor,
        UnitKind.Enterprise,
        UnitKind.PublicEnterprise,
    ];

    internal sealed record SubjectFacts(string Unit, UnitKind Kind);

    internal static Rule<SubjectFacts> SubjectNotAContractor { get; } =
        new(
            "CASE_SUBJECT_NOT_CONTRACTOR",
            RuleKind.Refusal,
            43,
            Basis.Text(Text),
            new(
                "第四十三条适用于承揽信息化工程的单位；对建设单位请依据第四十二条立案。",
                "Article 43 is for contractors; open the case against a unit that builds under article 42."
            ),
            (facts, _) => Contracting.Contains(facts.Kind)
        );

    internal sealed record SeriousFacts(bool IsSerious);

    internal static Rule<SeriousFacts> NotSerious { get; } =
        new(
            "NOT_SERIOUS",
            RuleKind.Refusal,
            43,
            Basis.Text(Text),
            new(
                "情节严重的，方可建议授予资质的机关撤销或者降低资质；否则责令改正。",
                "Only a serious case is recommended to the issuing authority; otherwise order a correction."
            ),
            (facts, _) => facts.IsSerious,
            "INT-16"
        );

    internal sealed record LossFacts(Money Loss);

    internal static Rule<LossFacts> NoLossToCompensate { get; } =
        new(
            "NO_LOSS_TO_COMPENSATE",
            RuleKind.Refusal,
            43,
            Basis.Text(Text),
            new("造成损失的，方可要求赔偿；本事项没有损失记录。", "Compensation needs a loss; this case records none."),
            (facts, _) => facts.Loss > Money.Zero,
            "INT-16"
        );

    internal sealed record ClaimFacts(Money Claimed, Money Loss);

    internal static Rule<ClaimFacts> CompensationOverLoss { get; } =
        new(
            "COMPENSATION_OVER_LOSS",
            RuleKind.Refusal,
            43,
            Basis.Control("要求赔偿的金额不超过认定的损失。"),
            new("把各责任单位赔偿金额之和改到不超过损失金额。", "Lower the debtors' amounts to the loss at most."),
            (facts, _) => facts.Claimed <= facts.Loss
        );

    internal sealed record DebtorFacts(int Debtors);

    internal static Rule<DebtorFacts> DebtorRequired { get; } =
        new(
            "DEBTOR_REQUIRED",
            RuleKind.Refusal,
            43,
            Basis.Text(Text),
            new("列明承担赔偿责任的有关责任单位，至少一个。", "Name the responsible units that owe it, at least one."),
            (facts, _) => facts.Debtors > 0
        );
}
