using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Acceptance.Domain.Rules;

/// <summary>What an acceptance rests on, and the trial run of three months with its data.</summary>
internal static class Article36
{
    private const string Standards =
        "新型智慧城市和信息化项目验收应当以国家标准、行业标准、地方标准和建设过程中有效的技术资料为依据。";

    private const string Trial = "验收内容应包括系统建成后3个月试运行情况及相关的数据资料。";

    internal static Parameter<int> MinimumTrialMonths { get; } =
        new("trial.minimum-months", 36, ParameterAct.Amendment, 3, "试运行最短时间（月）", new(1, 60));

    internal static Parameter<NoticeDays> TrialLadder { get; } =
        new("trial.notice-days", 36, ParameterAct.Control, [0], "试运行届满最短时间前发出提醒的时间（日）");

    internal sealed record BasisFacts(IReadOnlyList<string> Standards, IReadOnlyList<string> ConstructionDocuments);

    internal static Rule<BasisFacts> AcceptanceBasisMissing { get; } =
        new(
            "ACCEPTANCE_BASIS_MISSING",
            RuleKind.Refusal,
            36,
            Basis.Text(Standards),
            new(
                "列明所依据的国家、行业或地方标准，以及建设过程中有效的技术资料，二者都至少一项。",
                "Name the state, industry or local standards and the valid construction documents, at least one of each."
            ),
            (facts, _) => facts is { Standards.Count: > 0, ConstructionDocuments.Count: > 0 }
        );

    /// <param name="Field">Which date, by its name in the request.</param>
    /// <param name="NotBefore">The day of what must come first: built, or the passed system test.</param>
    internal sealed record OrderFacts(string Field, DateOnly Date, DateOnly NotBefore);

    internal static Rule<OrderFacts> TestOrTrialOutOfOrder { get; } =
        new(
            "TEST_OR_TRIAL_OUT_OF_ORDER",
            RuleKind.Refusal,
            36,
            Basis.Reading("INT-11", "系统建成后进行系统测试，测试合格后开始试运行；三个月自试运行开始之日起算。"),
            new(
                "更正日期：系统测试不早于建成日期，试运行不早于测试合格日期。",
                "Correct the date: no test before the system was built, no trial before the test passed."
            ),
            (facts, _) => facts.Date >= facts.NotBefore,
            "第三十五条"
        );

    /// <param name="EarliestEnd">The corresponding day so many months after the start, not rolled past days off.</param>
    internal sealed record DurationFacts(bool Passed, DateOnly StartedOn, DateOnly EarliestEnd, DateOnly EndedOn);

    internal static Rule<DurationFacts> TrialTooShort { get; } =
        new(
            "TRIAL_TOO_SHORT",
            RuleKind.Refusal,
            36,
            Basis.Text(Trial),
            new(
                "试运行满三个月（至所列最早结束日）后再作合格结论。",
                "Let the trial run for three months, to the earliest end named, before concluding that it passed."
            ),
            (facts, _) => !facts.Passed || facts.EndedOn >= facts.EarliestEnd
        );

    /// <param name="Gaps">Days of the trial that no entry of the log covers.</param>
    internal sealed record DataFacts(bool Passed, IReadOnlyList<TrialPeriod> Gaps);

    internal static Rule<DataFacts> TrialDataIncomplete { get; } =
        new(
            "TRIAL_DATA_INCOMPLETE",
            RuleKind.Refusal,
            36,
            Basis.Control("试运行日志应覆盖试运行的每一天，以落实“相关的数据资料”。"),
            new("补记所列时段的试运行日志。", "Log the periods listed."),
            (facts, _) => !facts.Passed || facts.Gaps.Count == 0
        );

    internal sealed record LogFacts(TrialPeriod Entry, TrialPeriod Trial, IReadOnlyList<TrialPeriod> Overlapping);

    internal static Rule<LogFacts> TrialLogOutsideTrial { get; } =
        new(
            "TRIAL_LOG_OUTSIDE_TRIAL",
            RuleKind.Refusal,
            36,
            Basis.Control("日志时段应在试运行开始之日至今天之间。"),
            new(
                "更正时段，不早于试运行开始之日，不晚于今天。",
                "Correct the period: from the start of the trial to today."
            ),
            (facts, _) => facts.Entry.From >= facts.Trial.From && facts.Entry.Until <= facts.Trial.Until
        );

    internal static Rule<LogFacts> TrialLogOverlaps { get; } =
        new(
            "TRIAL_LOG_OVERLAPS",
            RuleKind.Refusal,
            36,
            Basis.Control("同一天的试运行数据只记录一次，日志时段不得重叠。"),
            new(
                "更正时段，避开所列已记录的时段。",
                "Correct the period so that it leaves out those that are logged already."
            ),
            (facts, _) => facts.Overlapping.Count == 0
        );
}
