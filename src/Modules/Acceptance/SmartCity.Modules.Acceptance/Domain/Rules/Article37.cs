using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Acceptance.Domain.Rules;

/// <summary>The post-evaluation after one year of running.</summary>
internal static class Article37
{
    private const string Text =
        "建设项目竣工验收并经过1年运行后，对项目决策、建设和运行过程进行系统调查，客观地对比、分析和总结。";

    internal static Parameter<int> MinimumMonthsOfRunning { get; } =
        new(
            "post-evaluation.minimum-months-of-running",
            37,
            ParameterAct.Amendment,
            12,
            "后评价前最短运行时间（月）",
            new(1, 120)
        );

    internal static Parameter<int> WindowMonths { get; } =
        new(
            "post-evaluation.window-months",
            37,
            ParameterAct.Interpretation,
            6,
            "后评价期限（月，自可评价之日起）",
            new(1, 60)
        );

    internal static Parameter<NoticeDays> EvaluationLadder { get; } =
        new(
            "post-evaluation.notice-days",
            37,
            ParameterAct.Control,
            [90, 30, 0, -1],
            "后评价期限届满前后发出提醒的时间（日，负数为逾期后）"
        );

    internal static Rule<ClockFacts> PostEvaluationOverdue { get; } =
        new(
            "POST_EVAL_OVERDUE",
            RuleKind.Breach,
            37,
            Basis.Reading("INT-12", "自可以后评价之日起六个月内完成后评价。"),
            new(
                "尽快完成后评价；逾期仍可评价。",
                "Conclude the post-evaluation without delay; it is still taken after the window."
            ),
            (facts, _) => facts.Today <= facts.DueOn
        );

    /// <param name="EvaluationFrom">The first day that the year of running allows; null where it is not in use.</param>
    internal sealed record RunningFacts(DateOnly ConcludedOn, DateOnly Today, DateOnly? EvaluationFrom);

    internal static Rule<RunningFacts> PostEvaluationTooEarly { get; } =
        new(
            "POST_EVAL_TOO_EARLY",
            RuleKind.Refusal,
            37,
            Basis.Text(Text),
            new(
                "自验收合格和投入使用二者较晚之日起运行满一年后，再作后评价结论。",
                "Conclude when it has run for a year since it was accepted and put into use, whichever came later."
            ),
            (facts, _) => facts.ConcludedOn >= facts.EvaluationFrom && facts.Today >= facts.EvaluationFrom
        );
}
