using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Acceptance.Domain.Rules;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Modules.Acceptance.Domain;

/// <summary>The statutory clocks of this module.</summary>
internal static class AcceptanceClocks
{
    /// <summary>试运行许可期限 (INT-30).</summary>
    public static ClockKind TrialPermit { get; } =
        new(
            "acceptance.trial-permit",
            35,
            ClockPeriodKind.FixedDay,
            ClockNature.Ending,
            new("试运行许可", "Permit of the trial run"),
            new(
                "许可届满后不得继续试运行；需要延长的，请在届满前向市政府信息办申请延期。",
                "No trial runs on behind its permit; where it must, ask the informatization office to renew it in time."
            ),
            Article35.PermitLadder
        );

    /// <summary>试运行最短时间 (article 36, INT-11).</summary>
    public static ClockKind TrialDuration { get; } =
        new(
            "acceptance.trial-duration",
            36,
            ClockPeriodKind.MinimumDuration,
            ClockNature.Opening,
            new("试运行届满三个月后办结试运行", "Finishing the trial run after its three months"),
            new(
                "试运行已满最短时间并且记录完整的，可以出具试运行报告，申请验收。",
                "With the trial long enough and its log complete, report on it and apply for acceptance."
            ),
            Article36.TrialLadder
        );

    /// <summary>后评价期限 (article 37, INT-12).</summary>
    public static ClockKind PostEvaluation { get; } =
        new(
            "acceptance.post-evaluation",
            37,
            ClockPeriodKind.Months,
            ClockNature.Duty,
            new("后评价", "Post-evaluation"),
            new(
                "请配合市政府信息办在期限内完成后评价；逾期没有结果的，不再安排运行维护资金。",
                "Have the post-evaluation concluded in time; without a result no maintenance money is paid afterwards."
            ),
            Article37.EvaluationLadder,
            Article37.PostEvaluationOverdue,
            new ClockFollower<ProjectAcceptance, AcceptanceId>(
                "acceptance.move-evaluation-window",
                (acceptance, move) => acceptance.MoveEvaluationWindow(move)
            )
        );

    public static IReadOnlyList<ClockKind> All { get; } = [TrialPermit, TrialDuration, PostEvaluation];
}
