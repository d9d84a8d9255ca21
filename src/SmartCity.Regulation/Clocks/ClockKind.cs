using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Clocks;

/// <summary>What the end of a clock means.</summary>
public enum ClockNature
{
    /// <summary>Something has to be done by then; where it is not, a breach is recorded and the clock goes on.</summary>
    Duty,

    /// <summary>Something ends then by itself.</summary>
    Ending,

    /// <summary>Something may be done from then on.</summary>
    Opening,
}

/// <summary>What is compared to tell a duty that was missed.</summary>
public sealed record ClockFacts(DateOnly DueOn, DateOnly Today);

/// <summary>One kind of statutory clock, declared once by the module that has it.</summary>
/// <param name="Code">Unique over the product, prefixed by its module: <c>operations.warranty-end</c>.</param>
/// <param name="Article">The article that sets the period.</param>
/// <param name="Period">How it is counted.</param>
/// <param name="Name">What falls due, for people.</param>
/// <param name="ToDo">What whoever is responsible does about it.</param>
/// <param name="Ladder">On which days before the end a notice is raised; 0 is the day itself, -1 the day after it.</param>
/// <param name="Breach">The rule that a missed duty violates; null where nothing is to be done by the end.</param>
/// <param name="Follower">What its object does when a recount moves it; null where the object does not keep the day.</param>
public sealed record ClockKind(
    string Code,
    int Article,
    ClockPeriodKind Period,
    ClockNature Nature,
    LocalizedText Name,
    LocalizedText ToDo,
    Parameter<NoticeDays> Ladder,
    Rule<ClockFacts>? Breach = null,
    ClockFollower? Follower = null
)
{
    /// <summary>Starts it on an object; where one of this kind runs on it already, that one ends.</summary>
    /// <param name="startsOn">The day behind which it counts.</param>
    /// <param name="length">Working days, months or days, after its kind of period.</param>
    public StartClock Start(DateOnly startsOn, int length, ClockParties parties, ParameterSnapshot parameters) =>
        new(this, startsOn, new(Period, length, null), parties, parameters.Of(Ladder));

    /// <summary>Starts it with the last day that an act set.</summary>
    public StartClock Until(DateOnly day, DateOnly startsOn, ClockParties parties, ParameterSnapshot parameters) =>
        new(this, startsOn, ClockPeriod.UntilDay(day), parties, parameters.Of(Ladder));

    public SuspendClock Suspend(string reason) => new(this, reason);

    public ResumeClock Resume() => new(this);

    /// <summary>What was due is done, in time or late.</summary>
    public MeetClock Meet() => new(this);

    /// <summary>What it rested on fell away.</summary>
    public LapseClock Lapse(string reason) => new(this, reason);
}
