using System.ComponentModel;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Modules.Acceptance.Domain.Acceptances;

/// <summary>What the report of a system test says.</summary>
internal sealed record SystemTestText(
    [property: Description("测试日期")] DateOnly TestedOn,
    [property: Description("测试单位")] string Tester,
    [property: Description("测试报告编号")] string ReportNumber,
    [property: Description("是否合格")] bool Passed,
    [property: Description("测试情况")] string Summary
);

/// <summary>One system test; those that failed stay on record.</summary>
internal sealed class SystemTest
{
    private SystemTest() { }

    public int Number { get; private init; }

    public DateOnly TestedOn { get; private init; }

    public string Tester { get; private init; } = "";

    public string ReportNumber { get; private init; } = "";

    public bool Passed { get; private init; }

    public string Summary { get; private init; } = "";

    public AccountId RecordedBy { get; private init; }

    public static SystemTest Of(int number, SystemTestText text, AccountId by) =>
        new()
        {
            Number = number,
            TestedOn = text.TestedOn,
            Tester = text.Tester,
            ReportNumber = text.ReportNumber,
            Passed = text.Passed,
            Summary = text.Summary,
            RecordedBy = by,
        };
}

/// <summary>Days from one to another, both included.</summary>
internal sealed record TrialPeriod(DateOnly From, DateOnly Until);

/// <summary>One trial run on real business under a permit with an end date (INT-30). A restart is a trial of its own.</summary>
internal sealed class TrialRun
{
    private readonly List<TrialLogEntry> log = [];

    private TrialRun() { }

    public int Number { get; private init; }

    public string PermitNumber { get; private set; } = "";

    /// <summary>The last day on which it may touch real business.</summary>
    public DateOnly PermitEndsBy { get; private set; }

    public AccountId PermittedBy { get; private set; }

    public DateOnly StartedOn { get; private init; }

    public DateOnly? EndedOn { get; private set; }

    public TrialOutcome? Outcome { get; private set; }

    public string? ReportNumber { get; private set; }

    /// <summary>The redesign for which it was begun anew.</summary>
    public string? RestartedBecause { get; private set; }

    public IReadOnlyList<TrialLogEntry> Log => log;

    public static TrialRun Begin(
        int number,
        string permitNumber,
        DateOnly startsOn,
        DateOnly permitEndsBy,
        AccountId permittedBy
    ) =>
        new()
        {
            Number = number,
            PermitNumber = permitNumber,
            PermitEndsBy = permitEndsBy,
            PermittedBy = permittedBy,
            StartedOn = startsOn,
        };

    /// <summary>The next trial under the same permit: the three months count from its own start.</summary>
    public static TrialRun After(TrialRun before, DateOnly startsOn) =>
        Begin(before.Number + 1, before.PermitNumber, startsOn, before.PermitEndsBy, before.PermittedBy);

    /// <summary>The days from its start to the given one that no entry covers.</summary>
    public IReadOnlyList<TrialPeriod> Gaps(DateOnly until) =>
        [
            .. new DaySpan(StartedOn, until)
                .Without(log.Select(entry => new DaySpan(entry.From, entry.Until)))
                .Select(gap => new TrialPeriod(gap.From, gap.Until)),
        ];

    public IReadOnlyList<TrialPeriod> Overlapping(TrialPeriod period) =>
        [
            .. log.Where(one => one.From <= period.Until && one.Until >= period.From)
                .OrderBy(one => one.From)
                .Select(one => new TrialPeriod(one.From, one.Until)),
        ];

    internal void Renew(string permitNumber, DateOnly endsBy, AccountId by) =>
        (PermitNumber, PermitEndsBy, PermittedBy) = (permitNumber, endsBy, by);

    internal void Enter(TrialLogEntry entry) => log.Add(entry);

    internal void Finish(DateOnly endedOn, string reportNumber, bool passed) =>
        (EndedOn, ReportNumber, Outcome) = (endedOn, reportNumber, passed ? TrialOutcome.Passed : TrialOutcome.Failed);

    internal void Abandon(DateOnly on, string reason) =>
        (EndedOn, RestartedBecause, Outcome) = (on, reason, TrialOutcome.Restarted);
}

/// <summary>What the log tells of some days of a trial.</summary>
internal sealed record TrialLogText(
    [property: Description("起始日期")] DateOnly From,
    [property: Description("截止日期（含）")] DateOnly Until,
    [property: Description("可用率，万分比：9995 即 99.95%")] int UptimeBasisPoints,
    [property: Description("故障次数")] int Incidents,
    [property: Description("使用人数")] int Users,
    [property: Description("处理数据量（MB）")] long DataVolumeMegabytes,
    [property: Description("说明")] string? Note
);

/// <summary>One entry of a trial's log.</summary>
internal sealed class TrialLogEntry
{
    private TrialLogEntry() { }

    public DateOnly From { get; private init; }

    public DateOnly Until { get; private init; }

    /// <summary>Hundredths of a percent: 0 to 10000.</summary>
    public int UptimeBasisPoints { get; private init; }

    public int Incidents { get; private init; }

    public int Users { get; private init; }

    public long DataVolumeMegabytes { get; private init; }

    public string? Note { get; private init; }

    public AccountId LoggedBy { get; private init; }

    public static TrialLogEntry Of(TrialLogText text, AccountId by) =>
        new()
        {
            From = text.From,
            Until = text.Until,
            UptimeBasisPoints = text.UptimeBasisPoints,
            Incidents = text.Incidents,
            Users = text.Users,
            DataVolumeMegabytes = text.DataVolumeMegabytes,
            Note = text.Note,
            LoggedBy = by,
        };
}
