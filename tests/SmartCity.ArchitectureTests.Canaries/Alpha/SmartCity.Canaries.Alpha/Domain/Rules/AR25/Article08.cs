using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Canaries.Alpha.Domain.Rules.AR25;

internal static class WithDays
{
    public static bool Test(SeasonFacts facts) => facts.Today.AddDays(1) >= facts.EndsOn;
}

internal static class WithMonths
{
    public static bool Test(SeasonFacts facts) => facts.Today.AddMonths(1) >= facts.EndsOn;
}

internal static class WithYears
{
    public static bool Test(SeasonFacts facts) => facts.Today.AddYears(1) >= facts.EndsOn;
}

internal static class WithDayOfWeek
{
    public static Func<SeasonFacts, bool> Test { get; } = facts => facts.Today.DayOfWeek == DayOfWeek.Monday;
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

internal static class WithHexadecimal
{
    public static bool Test(int value) => value > 0x10;
}

internal static class WithLiteralInPredicate
{
    public static Rule<HolderFacts> HolderNamedLong { get; } =
        new(
            "HOLDER_NOT_NAMED_LONG",
            RuleKind.Refusal,
            8,
            Basis.Text("words"),
            new("说明持有人", "Name the holder"),
            (facts, _) => facts.Holder.Length > 8
        );
}

internal static class WithParameter
{
    // Good: the number is data, with its article.
    public static Parameter<int> ShortestName { get; } =
        new("holder.shortest-name", 8, ParameterAct.Control, 3, "字数");

    // Good: several numbers are data as well.
    public static Parameter<NoticeDays> NoticeDays { get; } =
        new("holder.notice-days", 8, ParameterAct.Control, [30, 7], "提醒");
}
