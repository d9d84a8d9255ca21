using SmartCity.BuildingBlocks.Domain;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Clocks;

/// <summary>Whom a clock concerns.</summary>
/// <param name="Unit">The unit that is responsible; its inbox gets the notices.</param>
/// <param name="ObjectTitle">What people call the object, such as the project's name.</param>
/// <param name="Authority">The unit that oversees it, told of what is overdue; null where the act names none.</param>
public sealed record ClockParties(Guid Unit, string ObjectTitle, Guid? Authority = null);

/// <summary>
/// What an act on an object does to one of the object's clocks; it takes effect in the act's own save. An order about a
/// clock that does not run is no fault: the object may be older than its clocks.
/// </summary>
public abstract record ClockOrder(ClockKind Kind) : IConsequence;

/// <inheritdoc cref="ClockKind.Start"/>
/// <param name="CountedBy">What the act counts by where it keeps the last day too; null leaves it to the save.</param>
public sealed record StartClock(
    ClockKind Kind,
    DateOnly StartsOn,
    ClockPeriod Period,
    ClockParties Parties,
    NoticeDays Ladder,
    WorkingCalendar? CountedBy = null
) : ClockOrder(Kind)
{
    /// <summary>The last day that it will have, counted by this calendar.</summary>
    public DateOnly DueOnBy(WorkingCalendar calendar) => Period.End(StartsOn, [], calendar).Day;
}

/// <inheritdoc cref="ClockKind.Suspend"/>
public sealed record SuspendClock(ClockKind Kind, string Reason) : ClockOrder(Kind);

/// <inheritdoc cref="ClockKind.Resume"/>
public sealed record ResumeClock(ClockKind Kind) : ClockOrder(Kind);

/// <inheritdoc cref="ClockKind.Meet"/>
public sealed record MeetClock(ClockKind Kind) : ClockOrder(Kind);

/// <inheritdoc cref="ClockKind.Lapse"/>
public sealed record LapseClock(ClockKind Kind, string Reason) : ClockOrder(Kind);
