using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Tests.Sample.Domain.Rules;

internal enum Pace
{
    Slow,
    VeryFast,
}

internal static class Article36
{
    public static Parameter<int> Months { get; } =
        new("sample.months", 36, ParameterAct.Amendment, 3, "试运行最短时间（月）", new(1, 60));

    public static Parameter<Money> Amount { get; } =
        new("sample.amount", 36, ParameterAct.Interpretation, Money.FromYuan(1_000_000), "金额（元）");

    public static Parameter<int> Days { get; } =
        new("sample.days", 36, ParameterAct.Interpretation, 30, "登记期限（日）", new(1, 365));

    public static Parameter<bool> Strict { get; } = new("sample.strict", 36, ParameterAct.Control, true, "是否从严");

    public static Parameter<DateOnly> ClosesOn { get; } =
        new("sample.closes-on", 36, ParameterAct.Control, new(2030, 1, 1), "截止日期");

    public static Parameter<Pace> Pace { get; } =
        new("sample.pace", 36, ParameterAct.Interpretation, Domain.Rules.Pace.Slow, "快慢");

    public static Parameter<NoticeDays> NoticeDays { get; } =
        new("sample.notice-days", 36, ParameterAct.Control, [30, 7, 0], "提醒日");

    internal sealed record MonthFacts(int Months);

    public static Rule<MonthFacts> TooShort { get; } =
        new(
            "SAMPLE_TOO_SHORT",
            BuildingBlocks.Results.RuleKind.Refusal,
            36,
            Basis.Text("3个月试运行"),
            new("延长。", "Go on."),
            (facts, parameters) => facts.Months >= parameters.Of(Months)
        );

    public static Rule<MonthFacts> Guarded { get; } =
        new(
            "SAMPLE_GUARDED",
            BuildingBlocks.Results.RuleKind.Refusal,
            36,
            Basis.Control("月数须为正数。"),
            new("改为正数。", "Make it positive."),
            (facts, _) => facts.Months > 0
        );
}
