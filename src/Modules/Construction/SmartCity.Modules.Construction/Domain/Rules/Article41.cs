using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Construction.Domain.Rules;

/// <summary>The warranty clause, asked when the contract is signed. It does not apply to services (INT-25).</summary>
internal static class Article41
{
    private const string Text =
        "信息化工程质量实行保修制度。承揽信息化工程的单位应当与建设单位签订合同，对信息化工程履行保修责任。保修期自工程竣工验收合格之日起不得少于3年。";

    internal static Parameter<int> MinimumMonths { get; } =
        new("warranty.minimum-months", 41, ParameterAct.Amendment, 36, "保修期最短期限（月）", new(1, 240));

    /// <param name="IsApplicable">False for services.</param>
    internal sealed record ClauseFacts(bool IsApplicable, bool HasClause, bool StartsAtAcceptance);

    internal static Rule<ClauseFacts> WarrantyClauseMissing { get; } =
        new(
            "WARRANTY_CLAUSE_MISSING",
            RuleKind.Refusal,
            41,
            Basis.Text(Text),
            new(
                "在合同中写明保修责任，并写明保修期自竣工验收合格之日起算。",
                "State the warranty in the contract, and that it runs from the day the acceptance passed."
            ),
            (facts, _) => !facts.IsApplicable || facts is { HasClause: true, StartsAtAcceptance: true },
            "INT-14",
            "INT-25"
        );

    /// <param name="IsApplicable">False for services, and where there is no clause to judge.</param>
    internal sealed record LengthFacts(bool IsApplicable, int Months);

    internal static Rule<LengthFacts> WarrantyTooShort { get; } =
        new(
            "WARRANTY_TOO_SHORT",
            RuleKind.Refusal,
            41,
            Basis.Text(Text),
            new("把保修期约定为不少于 3 年（36 个月）。", "Agree on a warranty of at least three years (36 months)."),
            (facts, parameters) => !facts.IsApplicable || facts.Months >= parameters.Of(MinimumMonths),
            "INT-14",
            "INT-25"
        );
}
