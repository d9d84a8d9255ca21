using System.ComponentModel;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Clocks;

/// <summary>How a period is counted (INT-34).</summary>
public enum ClockPeriodKind
{
    [Description("工作日期限")]
    WorkingDays,

    /// <summary>The corresponding day of a later month, rolled past days off.</summary>
    [Description("按月计算的期限")]
    Months,

    /// <summary>So many calendar days, rolled past days off.</summary>
    [Description("按日计算的期限")]
    Days,

    /// <summary>The corresponding day, not rolled: from it on something may be done.</summary>
    [Description("最短期间")]
    MinimumDuration,

    /// <summary>The corresponding day, rolled in the owner's favour.</summary>
    [Description("保修期")]
    WarrantyEnd,

    /// <summary>A day that an act set; it does not roll.</summary>
    [Description("指定日期")]
    FixedDay,
}

/// <summary>A span in which a clock does not count: from its first day to the day before it is resumed.</summary>
/// <param name="Until">The day it is resumed; null while it still stands.</param>
public sealed record SuspendedDays(DateOnly From, DateOnly? Until)
{
    internal int Count => Until is { } until ? Math.Max(0, until.DayNumber - From.DayNumber) : 0;

    internal bool Covers(DateOnly day) => day >= From && (Until is not { } until || day < until);
}

/// <summary>How the days of a period are taken, one by one.</summary>
public enum DayCounting
{
    [Description("计入")]
    Counted,

    [Description("不计入：休息日或者放假日")]
    NotCounted,

    [Description("不计入：期限中止")]
    Suspended,

    /// <summary>Behind the corresponding day, to the next working day.</summary>
    [Description("顺延")]
    Rolled,
}

/// <summary>One day of a period.</summary>
/// <param name="Number">Its number among the days that count; null where it does not count.</param>
/// <param name="IsProvisional">True where the year's days off are not published yet.</param>
/// <param name="Notices">Where the days off were published that this day's kind rests on; empty for a plain day.</param>
public sealed record ClockDay(
    DateOnly Day,
    DayKind Kind,
    DayCounting Counting,
    int? Number,
    bool IsProvisional,
    IReadOnlyList<string> Notices
);

/// <summary>A period, by the readings of INT-34. The day on which it starts is not counted.</summary>
/// <param name="Length">Working days, months or days, after its kind; 0 for a fixed day.</param>
/// <param name="FixedDay">The day that an act set; null for what is counted.</param>
public sealed record ClockPeriod(ClockPeriodKind Kind, int Length, DateOnly? FixedDay)
{
    public static ClockPeriod UntilDay(DateOnly day) => new(ClockPeriodKind.FixedDay, 0, day);

    /// <summary>
    /// The last day, or of a minimum duration the first on which it has run. Suspended days push it out and never draw it
    /// in; a suspension that begins behind the last day changes nothing.
    /// </summary>
    public Deadline End(DateOnly start, IReadOnlyList<SuspendedDays> suspensions, WorkingCalendar calendar) =>
        Kind == ClockPeriodKind.WorkingDays
            ? EndOfWorkingDays(start, suspensions, calendar)
            : Rolled(PushedOut(Corresponding(start), suspensions), calendar);

    /// <summary>Each day from the one after the start to the end.</summary>
    public IEnumerable<ClockDay> Explain(
        DateOnly start,
        IReadOnlyList<SuspendedDays> suspensions,
        WorkingCalendar calendar
    )
    {
        var end = End(start, suspensions, calendar).Day;
        var corresponding = PushedOut(Corresponding(start), suspensions);
        var number = 0;
        for (var day = start.AddDays(1); day <= end; day = day.AddDays(1))
        {
            var kind = calendar.KindOf(day);
            var counting =
                suspensions.Any(one => one.Covers(day)) ? DayCounting.Suspended
                : Kind == ClockPeriodKind.WorkingDays && !calendar.IsWorkingDay(day) ? DayCounting.NotCounted
                : Kind != ClockPeriodKind.WorkingDays && day > corresponding ? DayCounting.Rolled
                : DayCounting.Counted;
            yield return new(
                day,
                kind,
                counting,
                counting == DayCounting.Counted ? ++number : null,
                !calendar.IsPublished(day.Year),
                kind is DayKind.DayOff or DayKind.MakeUpDay ? calendar.NoticesOf(day.Year) : []
            );
        }
    }

    private static DateOnly PushedOut(DateOnly day, IEnumerable<SuspendedDays> suspensions)
    {
        foreach (var suspension in suspensions.OrderBy(one => one.From).Where(one => one.Until is not null))
        {
            day = suspension.From <= day ? day.AddDays(suspension.Count) : day;
        }

        return day;
    }

    private DateOnly Corresponding(DateOnly start) =>
        Kind switch
        {
            ClockPeriodKind.FixedDay => FixedDay!.Value,
            ClockPeriodKind.Days => start.AddDays(Length),
            _ => MinimumDuration.End(start, Length),
        };

    private Deadline Rolled(DateOnly day, WorkingCalendar calendar) =>
        Kind is ClockPeriodKind.MinimumDuration or ClockPeriodKind.FixedDay
            ? new(day, IsProvisional: false)
            : Deadline.RolledFrom(day, calendar);

    private Deadline EndOfWorkingDays(
        DateOnly start,
        IReadOnlyList<SuspendedDays> suspensions,
        WorkingCalendar calendar
    )
    {
        var ended = suspensions.Where(one => one.Until is not null).ToList();
        if (ended.Count == 0)
        {
            return Deadline.OfWorkingDays(start, Length, calendar);
        }

        var day = start;
        for (var counted = 0; counted < Length; )
        {
            day = calendar.After(day, 1);
            counted += ended.Exists(one => one.Covers(day)) ? 0 : 1;
        }

        return Deadline.Of(start, day, calendar);
    }
}
