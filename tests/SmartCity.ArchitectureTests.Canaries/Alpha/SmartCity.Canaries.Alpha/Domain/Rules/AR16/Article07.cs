using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Rules;

namespace SmartCity.Canaries.Alpha.Domain.Rules.AR16;

internal static class Article07
{
    public static Rule<SeasonFacts> Unused { get; } = Named("RULE_UNUSED");

    public static Rule<SeasonFacts> NamedTwice { get; } = Named("RULE_NAMED_TWICE");

    public static Rule<SeasonFacts> NamedTwiceAgain { get; } = Named("RULE_NAMED_TWICE");

    public static Rule<SeasonFacts> ListedOnly { get; } = Named("RULE_LISTED_ONLY");

    public static Rule<SeasonFacts> WithoutRecord { get; } = Named("RULE_WITHOUT_RECORD");

    public static Rule<SeasonFacts> NeverViolated { get; } = Named("RULE_NEVER_VIOLATED");

    public static Rule<SeasonFacts> NeverSatisfied { get; } = Named("RULE_NEVER_SATISFIED");

    private static Rule<SeasonFacts> Named(string code) =>
        new(
            code,
            RuleKind.Refusal,
            7,
            Basis.Text("words"),
            new("等待", "Wait"),
            (facts, _) => facts.Today >= facts.EndsOn
        );
}
