using CsCheck;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Miniature.Errands;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;

namespace SmartCity.Regulation.Tests.Clocks;

public sealed class StatutoryClockTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Published;
    private static readonly DateOnly Start = new(2026, 3, 2);

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
        Of(kind, length).DueOn.ShouldBe(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture));

    private static bool Counts(ClockDay day) => day.Counting == DayCounting.Counted;

    private static StatutoryClock Of(ClockPeriodKind period, int length)
    {
        var kind = Errand.Due with { Period = period };
        var parties = new ClockParties(ErrandsHost.Village, "送信");
        var order =
            period == ClockPeriodKind.FixedDay
                ? kind.Until(Start.AddDays(length), Start, parties, ParameterSnapshot.AtPromulgation)
                : kind.Start(Start, length, parties, ParameterSnapshot.AtPromulgation);
        return StatutoryClock.Start(
            new(new("019cabcd-0000-7000-8000-0000000000aa")),
            order,
            new ObjectReference("errand", "1"),
            Start,
            Calendar
        );
    }

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
