using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Rules;

namespace SmartCity.Canaries.Alpha.Domain.Rules.AR25;

internal static class Article08
{
    public static Rule<SeasonFacts> WithDays { get; } =
        Named("RULE_WITH_DAYS", (facts) => facts.Today.AddDays(1) >= facts.EndsOn);

    public static Rule<SeasonFacts> WithMonths { get; } =
        Named("RULE_WITH_MONTHS", (facts) => facts.Today.AddMonths(1) >= facts.EndsOn);

    public static Rule<SeasonFacts> WithYears { get; } =
        Named("RULE_WITH_YEARS", (facts) => facts.Today.AddYears(1) >= facts.EndsOn);

    public static Rule<SeasonFacts> WithDayOfWeek { get; } =
        Named("RULE_WITH_DAY_OF_WEEK", (facts) => facts.Today.DayOfWeek == DayOfWeek.Monday);

    private static Rule<SeasonFacts> Named(string code, Func<SeasonFacts, bool> isSatisfied) =>
        new(code, RuleKind.Refusal, 8, Basis.Text("words"), new("等待", "Wait"), (facts, _) => isSatisfied(facts));
}

internal static class WithConstant
{
    private const int Limit = 5;

    public static bool Test(int value) => value > Limit;
}

internal static class WithInteger
{
    public static bool Test(int value) => value > 2;
}

internal static class WithLong
{
    public static bool Test(long value) => value > 100_000_000L;
}

internal static class WithDecimal
{
    public static bool Test(decimal value) => value > 1.5m;
}

internal static class WithDouble
{
    public static bool Test(double value) => value > 1.5;
}
