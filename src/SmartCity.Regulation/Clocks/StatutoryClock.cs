using System.ComponentModel;
using System.Linq.Expressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Clocks;

public readonly record struct StatutoryClockId(Guid Value) : IStrongId<StatutoryClockId>
{
    public static StatutoryClockId From(Guid value) => new(value);
}

/// <summary>A unit as a clock refers to it; the kernel knows no more of it.</summary>
public readonly record struct ClockUnit(Guid Value) : IStrongId<ClockUnit>
{
    public static ClockUnit From(Guid value) => new(value);
}

/// <summary>The notice that a rung raised.</summary>
public readonly record struct RaisedNotice(Guid Value) : IStrongId<RaisedNotice>
{
    public static RaisedNotice From(Guid value) => new(value);
}

public enum ClockState
{
    [Description("计算中")]
    Running,

    [Description("中止")]
    Suspended,

    /// <summary>What was due is done, in time or late.</summary>
    [Description("已办结")]
    Met,

    /// <summary>What it rested on fell away, or the end that it announced has come.</summary>
    [Description("已终结")]
    Lapsed,
}

/// <summary>
/// A period that the regulation, or an act under it, has set going on one object. It is kept in the schema of the object's
/// module and started, suspended, met and ended by the acts on the object; its ladder of notices is fixed when it starts,
/// and each rung is raised once.
/// </summary>
[ObjectName("statutory-clock", "法定时限", "statutory clock")]
public sealed class StatutoryClock : AggregateRoot<StatutoryClockId>
{
    internal const int NumberLength = 22;

    private const int LongestTitle = 400;

    private readonly List<ClockSuspension> suspensions = [];
    private readonly List<LadderRung> rungs = [];

    private StatutoryClock() { }

    /// <summary>期限编号: unique; its order is the order of starting.</summary>
    public string Number { get; private init; } = "";

    /// <summary>The code of its kind.</summary>
    public string Kind { get; private init; } = "";

    public int Article { get; private init; }

    public ClockNature Nature { get; private init; }

    /// <summary>The object as audit entries name it.</summary>
    public string ObjectType { get; private init; } = "";

    public string ObjectId { get; private init; } = "";

    public string ObjectTitle { get; private init; } = "";

    public ClockUnit Unit { get; private init; }

    public ClockUnit? Authority { get; private init; }

    public ClockState State { get; private set; }

    /// <summary>The day behind which it counts; it may lie ahead of the act.</summary>
    public DateOnly StartedOn { get; private init; }

    /// <summary>The legal date of the act that started it: what lay before it tells nothing new.</summary>
    public DateOnly SetGoingOn { get; private init; }

    public ClockPeriodKind Period { get; private init; }

    public int Length { get; private init; }

    public DateOnly? FixedDay { get; private init; }

    public DateOnly DueOn { get; private set; }

    public bool IsProvisional { get; private set; }

    /// <summary>The version of the working calendar that the due day was counted by.</summary>
    public int CalendarVersion { get; private set; }

    /// <summary>When there is something to do about it; null where there is not.</summary>
    public DateOnly? NextRungOn { get; private set; }

    /// <summary>The first day on which the duty counts as missed, recorded as a breach.</summary>
    public DateOnly? OverdueSince { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public string? EndedBecause { get; private set; }

    public IReadOnlyList<ClockSuspension> Suspensions => suspensions;

    public IReadOnlyList<LadderRung> Rungs => rungs;

    public bool IsOpen => State is ClockState.Running or ClockState.Suspended;

    internal IReadOnlyList<SuspendedDays> SuspendedSpans => [.. suspensions.Select(one => one.Days)];

    internal ClockPeriod CountedPeriod => new(Period, Length, FixedDay);

    /// <summary>Is it a duty whose last day has passed while it was not fulfilled? Asked in SQL and in memory alike.</summary>
    internal static Expression<Func<StatutoryClock, bool>> OverdueOn(DateOnly today, bool isOverdue) =>
        clock =>
            (clock.Nature == ClockNature.Duty && clock.State == ClockState.Running && clock.DueOn < today) == isOverdue;

    internal bool IsOverdueOn(DateOnly today) =>
        Nature == ClockNature.Duty && State == ClockState.Running && DueOn < today;

    internal static StatutoryClock Start(
        StatutoryClockId id,
        StartClock order,
        ObjectReference target,
        DateOnly today,
        WorkingCalendar calendar
    )
    {
        var clock = new StatutoryClock
        {
            Id = id,
            // The id begins with the time, so the number does.
            Number = $"QX{id.Value:N}"[..NumberLength].ToUpperInvariant(),
            Kind = order.Kind.Code,
            Article = order.Kind.Article,
            Nature = order.Kind.Nature,
            ObjectType = target.Type,
            ObjectId = target.Id,
            ObjectTitle = order.Parties.ObjectTitle is { Length: > LongestTitle } longer
                ? $"{longer[..(LongestTitle - 1)]}…"
                : order.Parties.ObjectTitle,
            Unit = new(order.Parties.Unit),
            Authority = order.Parties.Authority is { } authority ? new(authority) : null,
            State = ClockState.Running,
            StartedOn = order.StartsOn,
            SetGoingOn = today,
            Period = order.Period.Kind,
            Length = order.Period.Length,
            FixedDay = order.Period.FixedDay,
        };
        clock.rungs.AddRange(order.Ladder.Select(LadderRung.Of));
        clock.Count(calendar);
        return clock;
    }

    /// <summary>计算中 → 中止: the days from this one on do not count.</summary>
    internal Result Suspend(string reason, DateOnly on) =>
        From(ClockState.Running)
            .Then(() =>
            {
                suspensions.Add(ClockSuspension.Begin(suspensions.Count + 1, reason, on));
                State = ClockState.Suspended;
                Arm();
                return Result.Success;
            });

    /// <summary>中止 → 计算中: this day counts again.</summary>
    internal Result Resume(DateOnly on, WorkingCalendar calendar) =>
        From(ClockState.Suspended)
            .Then(() =>
            {
                suspensions.MaxBy(one => one.Number)!.End(on);
                State = ClockState.Running;
                Count(calendar);
                return Result.Success;
            });

    /// <summary>计算中、中止 → 已办结; late is met too.</summary>
    internal Result Meet(DateOnly on) => End(ClockState.Met, null, on);

    /// <summary>计算中、中止 → 已终结.</summary>
    internal Result Lapse(string because, DateOnly on) => End(ClockState.Lapsed, because, on);

    /// <summary>
    /// Takes the earliest rung that is due and was not raised yet. Whoever calls announces its notices in the same save.
    /// </summary>
    /// <returns>The rung, or null where none is due.</returns>
    internal LadderRung? TakeRung(RaisedNotice notice, DateOnly today)
    {
        if (State != ClockState.Running || Pending().FirstOrDefault() is not { } rung || rung.RaiseOn(DueOn) > today)
        {
            return null;
        }

        rung.Raise(notice, today);
        if (rung.DaysBefore < 0 && Nature == ClockNature.Duty)
        {
            OverdueSince ??= DueOn.AddDays(1);
        }

        Arm();
        return rung;
    }

    /// <summary>Has the end come of something that ends by itself, and is all told of it?</summary>
    internal bool HasRunOut(DateOnly today) =>
        State == ClockState.Running && Nature != ClockNature.Duty && today > DueOn && !Pending().Any();

    /// <summary>Counts it again by another calendar. A breach that the later day cures is struck.</summary>
    /// <returns>The due day it had, where it has moved.</returns>
    internal DateOnly? Recount(WorkingCalendar calendar, DateOnly today)
    {
        var before = DueOn;
        Count(calendar);
        if (OverdueSince is not null && DueOn >= today)
        {
            OverdueSince = null;
        }

        return DueOn == before ? null : before;
    }

    internal void Tell(Notices.NoticeRaised notice) => Announce(notice);

    private void Count(WorkingCalendar calendar)
    {
        var end = CountedPeriod.End(StartedOn, SuspendedSpans, calendar);
        (DueOn, IsProvisional, CalendarVersion) = (end.Day, end.IsProvisional, calendar.Version);
        Arm();
    }

    // What ends by itself is looked at once more on the day after its end.
    private void Arm() =>
        NextRungOn =
            State != ClockState.Running ? null
            : Pending().FirstOrDefault() is { } rung ? rung.RaiseOn(DueOn)
            : Nature == ClockNature.Duty ? null
            : DueOn.AddDays(1);

    // A day that lay behind when the clock was set going was known to whoever set it going; only a breach is news.
    private IEnumerable<LadderRung> Pending() =>
        rungs
            .Where(rung => rung.RaisedOn is null && (rung.DaysBefore < 0 || rung.RaiseOn(DueOn) > SetGoingOn))
            .OrderByDescending(rung => rung.DaysBefore);

    private Result End(ClockState state, string? because, DateOnly on) =>
        From(ClockState.Running, ClockState.Suspended)
            .Then(() =>
            {
                (State, EndedOn, EndedBecause) = (state, on, because);
                Arm();
                return Result.Success;
            });

    private Result From(params ReadOnlySpan<ClockState> legal) =>
        legal.Contains(State)
            ? Result.Success
            : Error.IllegalTransition(
                new(
                    "期限的现状不允许这样办理。",
                    $"The statutory clock is in state {State}, which does not know this act."
                )
            );
}

/// <summary>One span in which a clock stood still, and why.</summary>
public sealed class ClockSuspension
{
    private ClockSuspension() { }

    public int Number { get; private init; }

    public DateOnly From { get; private init; }

    /// <summary>The first day that counts again; null while it stands.</summary>
    public DateOnly? Until { get; private set; }

    public string Reason { get; private init; } = "";

    internal SuspendedDays Days => new(From, Until);

    internal static ClockSuspension Begin(int number, string reason, DateOnly from) =>
        new()
        {
            Number = number,
            Reason = reason,
            From = from,
        };

    internal void End(DateOnly on) => Until = on;
}

/// <summary>One rung of a clock's ladder: a day, told by its distance to the end, on which a notice is raised.</summary>
public sealed class LadderRung
{
    private LadderRung() { }

    /// <summary>0 is the last day itself, -1 the day after it.</summary>
    public int DaysBefore { get; private init; }

    /// <summary>The legal date on which it was raised; null while it was not.</summary>
    public DateOnly? RaisedOn { get; private set; }

    public RaisedNotice? Notice { get; private set; }

    /// <summary>As notices name it: <c>30-days-before</c>, <c>on-the-day</c>, <c>1-day-overdue</c>.</summary>
    public string Name =>
        DaysBefore switch
        {
            > 0 => $"{DaysBefore}-day{(DaysBefore == 1 ? "" : "s")}-before",
            0 => "on-the-day",
            < 0 => $"{-DaysBefore}-day{(DaysBefore == -1 ? "" : "s")}-overdue",
        };

    internal static LadderRung Of(int daysBefore) => new() { DaysBefore = daysBefore };

    internal DateOnly RaiseOn(DateOnly dueOn) => dueOn.AddDays(-DaysBefore);

    internal void Raise(RaisedNotice notice, DateOnly on) => (Notice, RaisedOn) = (notice, on);
}
