using CsCheck;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Miniature.Errands;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Regulation.Tests.Clocks;

public sealed class StatutoryClockTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Published;
    private static readonly DateOnly Start = AClock.Start;

    private static readonly Dictionary<string, Func<StatutoryClock, Result>> Acts = new()
    {
        ["Suspend"] = clock => clock.Suspend("等待材料", Start.AddDays(1)),
        ["Resume"] = clock => clock.Resume(Start.AddDays(3), Calendar),
        ["Meet"] = clock => clock.Meet(Start.AddDays(3)),
        ["Lapse"] = clock => clock.Lapse("差事取消", Start.AddDays(3)),
    };

    private static readonly Dictionary<(ClockState State, string Act), ClockState> Legal = new()
    {
        [(ClockState.Running, "Suspend")] = ClockState.Suspended,
        [(ClockState.Running, "Meet")] = ClockState.Met,
        [(ClockState.Running, "Lapse")] = ClockState.Lapsed,
        [(ClockState.Suspended, "Resume")] = ClockState.Running,
        [(ClockState.Suspended, "Meet")] = ClockState.Met,
        [(ClockState.Suspended, "Lapse")] = ClockState.Lapsed,
    };

    public static TheoryData<ClockState, string> EveryPair()
    {
        var pairs = new TheoryData<ClockState, string>();
        foreach (var state in Enum.GetValues<ClockState>())
        {
            foreach (var act in Acts.Keys)
            {
                pairs.Add(state, act);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Act_WhenInEachState_ThenOnlyTheLegalOnesChangeIt(ClockState state, string act)
    {
        var clock = In(state);

        var result = Acts[act](clock);

        if (Legal.TryGetValue((state, act), out var next))
        {
            result.IsFailure.ShouldBeFalse();
            clock.State.ShouldBe(next);
        }
        else
        {
            result.Failure.ShouldNotBeNull().Code.ShouldBe("ILLEGAL_TRANSITION");
            clock.State.ShouldBe(state);
        }
    }

    [Fact]
    public void Resume_WhenAfterAnySuspensions_ThenTheDueDayIsNeverEarlier() =>
        Gen.Select(Gen.Enum<ClockPeriodKind>(), Gen.Int[1, 120], Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40]).Array[1, 5])
            .Sample(
                (kind, length, suspensions) =>
                {
                    var clock = Of(kind, length);
                    var day = Start;
                    var due = clock.DueOn;
                    foreach (var (wait, stand) in suspensions)
                    {
                        clock.Suspend("等待材料", day = day.AddDays(wait)).IsFailure.ShouldBeFalse();
                        clock.Resume(day = day.AddDays(stand), Calendar).IsFailure.ShouldBeFalse();
                        clock.DueOn.ShouldBeGreaterThanOrEqualTo(due);
                        due = clock.DueOn;
                    }
                }
            );

    [Fact]
    public void Explain_WhenAnyPeriodIsSuspended_ThenTheLastDayExplainedIsTheDueDay() =>
        Gen.Select(Gen.Enum<ClockPeriodKind>(), Gen.Int[1, 90], Gen.Int[0, 60], Gen.Int[0, 30])
            .Sample(
                (kind, length, wait, stand) =>
                {
                    var clock = Of(kind, length);
                    clock.Suspend("等待材料", Start.AddDays(wait));
                    clock.Resume(Start.AddDays(wait + stand), Calendar);

                    var days = clock.CountedPeriod.Explain(clock.StartedOn, clock.SuspendedSpans, Calendar).ToList();

                    days[^1].Day.ShouldBe(clock.DueOn);
                    days.Select(day => day.Number).OfType<int>().ShouldBe(Enumerable.Range(1, days.Count(Counts)));
                    if (kind == ClockPeriodKind.WorkingDays)
                    {
                        days.Count(Counts).ShouldBe(length);
                    }
                }
            );

    [Fact]
    public void Suspend_WhenTheLastDayHasPassed_ThenItDoesNotUndoTheBreach()
    {
        var clock = Of(ClockPeriodKind.WorkingDays, 5);
        clock.Suspend("等待材料", clock.DueOn.AddDays(1));

        clock.Resume(clock.DueOn.AddDays(30), Calendar);

        clock.DueOn.ShouldBe(new(2026, 3, 9));
    }

    // A minimum duration and a day that an act set do not roll; 2026-05-02 is a day off, 2026-05-06 the next working day.
    [Theory]
    [InlineData(ClockPeriodKind.Months, 2, "2026-05-06")]
    [InlineData(ClockPeriodKind.WarrantyEnd, 2, "2026-05-06")]
    [InlineData(ClockPeriodKind.MinimumDuration, 2, "2026-05-02")]
    [InlineData(ClockPeriodKind.Days, 61, "2026-05-06")]
    [InlineData(ClockPeriodKind.FixedDay, 61, "2026-05-02")]
    [InlineData(ClockPeriodKind.WorkingDays, 5, "2026-03-09")]
    public void Start_WhenOfEachKind_ThenItsReadingCounts(ClockPeriodKind kind, int length, string due) =>
        Of(kind, length).DueOn.ShouldBe(Day(due));

    private static bool Counts(ClockDay day) => day.Counting == DayCounting.Counted;

    // Due on 2026-03-09 and told as overdue on the tenth; a later notice makes days off of some of the days before.
    [Theory]
    [InlineData("2026-03-06", "2026-03-10", false)]
    [InlineData("2026-03-05", "2026-03-11", true)]
    public void Recount_WhenTheBreachWasTold_ThenItIsStruckWhereTheDayHasNotPassed(
        string firstDayOff,
        string today,
        bool isStillOverdue
    )
    {
        var clock = Of(ClockPeriodKind.WorkingDays, 5);
        TakeAllRungs(clock, Day("2026-03-10"));
        clock.OverdueSince.ShouldBe(Day("2026-03-10"));

        var before = clock.Recount(LaterCalendar.WithDayOff(Day(firstDayOff)), Day(today));

        (before, clock.DueOn).ShouldBe((Day("2026-03-09"), Day("2026-03-10")));
        (clock.OverdueSince is not null).ShouldBe(isStillOverdue);
    }

    [Fact]
    public void Recount_WhenTheDayStays_ThenTheBreachStaysToo()
    {
        var clock = Of(ClockPeriodKind.WorkingDays, 5);
        TakeAllRungs(clock, Day("2026-03-10"));

        clock.Recount(Calendar, Day("2026-03-10")).ShouldBeNull();

        clock.OverdueSince.ShouldBe(Day("2026-03-10"));
    }

    // Whoever sets a clock going knows what day it is: nothing of that day or before it is news to him, but a breach is.
    [Theory]
    [InlineData(7, "2026-03-09")]
    [InlineData(0, "2026-03-03")]
    public void Start_WhenARungIsOfTheDayItself_ThenTheNextOneIsArmed(int length, string nextRungOn)
    {
        var clock = AClock.Of(
            Errand.Due with
            {
                Period = ClockPeriodKind.FixedDay,
                Ladder = AClock.Ladder([7, 0, -1]),
            },
            length
        );

        clock.NextRungOn.ShouldBe(Day(nextRungOn));
    }

    [Theory]
    [InlineData("Meet")]
    [InlineData("Lapse")]
    public void End_WhenRungsAreLeft_ThenNoneIsArmed(string act)
    {
        var clock = Of(ClockPeriodKind.WorkingDays, 10);
        clock.NextRungOn.ShouldNotBeNull();

        Acts[act](clock);

        clock.NextRungOn.ShouldBeNull();
    }

    [Fact]
    public void TakeRung_WhenOverdueForLongerStill_ThenOverdueSinceTheDayThatWasToldFirst()
    {
        var clock = AClock.Of(Errand.Due with { Ladder = AClock.Ladder([-1, -5]) }, 5);
        TakeAllRungs(clock, Day("2026-03-10"));
        clock.Recount(LaterCalendar.WithDayOff(Day("2026-03-05")), Day("2026-03-11"));

        TakeAllRungs(clock, Day("2026-03-20"));

        clock.Rungs.ShouldAllBe(rung => rung.RaisedOn != null);
        clock.OverdueSince.ShouldBe(Day("2026-03-10"));
    }

    [Fact]
    public void Ladder_WhenOfEachDistance_ThenNamedAsNoticesNameIt() =>
        AClock
            .Of(Errand.Due with { Ladder = AClock.Ladder([30, 1, 0, -1, -5]) }, 60)
            .Rungs.Select(rung => rung.Name)
            .ShouldBe(["30-days-before", "1-day-before", "on-the-day", "1-day-overdue", "5-days-overdue"]);

    [Fact]
    public void Start_WhenTheTitleIsTooLong_ThenItEndsInAnEllipsisAtTheBound()
    {
        var longest = AClock.Of(Errand.Due, 5, title: new string('信', 1000));
        var length = longest.ObjectTitle.Length;

        longest.ObjectTitle.ShouldBe($"{new string('信', length - 1)}…");
        AClock.Of(Errand.Due, 5, title: new string('信', length)).ObjectTitle.ShouldBe(new string('信', length));
        AClock.Of(Errand.Due, 5, title: new string('信', length + 1)).ObjectTitle.ShouldBe(longest.ObjectTitle);
    }

    private static void TakeAllRungs(StatutoryClock clock, DateOnly today)
    {
        while (clock.TakeRung(new(new("019cabcd-0000-7000-8000-0000000000bb")), today) is not null)
        {
            // Until none is due.
        }
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static StatutoryClock Of(ClockPeriodKind period, int length) =>
        AClock.Of(Errand.Due with { Period = period }, length);

    private static StatutoryClock In(ClockState state)
    {
        var clock = Of(ClockPeriodKind.WorkingDays, 10);
        if (state == ClockState.Suspended)
        {
            Acts["Suspend"](clock);
        }
        else if (state == ClockState.Met)
        {
            Acts["Meet"](clock);
        }
        else if (state == ClockState.Lapsed)
        {
            Acts["Lapse"](clock);
        }

        return clock;
    }
}
