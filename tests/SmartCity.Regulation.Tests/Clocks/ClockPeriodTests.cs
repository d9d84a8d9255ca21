using System.Globalization;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Regulation.Tests.Clocks;

/// <summary>How the days of a period are taken (INT-34), with days off and suspensions between.</summary>
public sealed class ClockPeriodTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Published;

    // Monday; 2026-04-04 to 06 are days off.
    private static readonly DateOnly Start = new(2026, 3, 30);

    [Theory]
    [InlineData("2026-04-01", "2026-04-01", "2026-04-08")] // resumed on the day it was suspended
    [InlineData("2026-04-01", "2026-04-02", "2026-04-09")]
    [InlineData("2026-04-04", "2026-04-06", "2026-04-08")] // days off only: no working day was lost
    [InlineData("2026-04-08", "2026-04-09", "2026-04-09")] // on the last day itself
    [InlineData("2026-04-09", "2026-04-10", "2026-04-08")] // behind the last day
    [InlineData("2026-04-01", null, "2026-04-08")] // still standing: counted when it is resumed
    public void End_WhenWorkingDaysAreSuspended_ThenEachThatWasLostIsMadeUp(string from, string? until, string end) =>
        new ClockPeriod(ClockPeriodKind.WorkingDays, 6, null)
            .End(Start, [Suspended(from, until)], Calendar)
            .ShouldBe(new(Day(end), IsProvisional: false));

    // Ten days from Monday end on Thursday, 9 April.
    [Theory]
    [InlineData("2026-04-01", "2026-04-01", "2026-04-09")]
    [InlineData("2026-04-01", "2026-04-02", "2026-04-10")]
    [InlineData("2026-04-01", "2026-04-03", "2026-04-13")] // Saturday the 11th rolls
    [InlineData("2026-04-09", "2026-04-10", "2026-04-10")]
    [InlineData("2026-04-10", "2026-04-20", "2026-04-09")]
    [InlineData("2026-04-01", null, "2026-04-09")]
    public void End_WhenCalendarDaysAreSuspended_ThenTheLastDayIsPushedOutByAsMany(
        string from,
        string? until,
        string end
    ) =>
        new ClockPeriod(ClockPeriodKind.Days, 10, null)
            .End(Start, [Suspended(from, until)], Calendar)
            .Day.ShouldBe(Day(end));

    [Fact]
    public void End_WhenTheFirstSuspensionPushesTheEndBehindTheSecond_ThenBothCountInTheOrderOfTheirDays() =>
        new ClockPeriod(ClockPeriodKind.Days, 10, null)
            .End(Start, [Suspended("2026-04-10", "2026-04-11"), Suspended("2026-04-01", "2026-04-02")], Calendar)
            .Day.ShouldBe(Day("2026-04-13"));

    [Fact]
    public void Explain_WhenWorkingDaysAreSuspended_ThenEachDayTellsWhyItCountsOrNot()
    {
        var days = new ClockPeriod(ClockPeriodKind.WorkingDays, 4, null)
            .Explain(Start, [Suspended("2026-04-01", "2026-04-02")], Calendar)
            .ToList();

        days.Select(day => (day.Day.Day, day.Counting, day.Number))
            .ShouldBe([
                (31, DayCounting.Counted, 1),
                (1, DayCounting.Suspended, null),
                (2, DayCounting.Counted, 2),
                (3, DayCounting.Counted, 3),
                (4, DayCounting.NotCounted, null),
                (5, DayCounting.NotCounted, null),
                (6, DayCounting.NotCounted, null),
                (7, DayCounting.Counted, 4),
            ]);
        days.ShouldAllBe(day => !day.IsProvisional);
        days.ShouldAllBe(day => day.Notices.Count > 0 == (day.Kind == DayKind.DayOff));
    }

    [Fact]
    public void Explain_WhenTheLastDayIsOff_ThenTheDaysBehindItAreRolledAndNotNumbered()
    {
        var days = new ClockPeriod(ClockPeriodKind.Days, 5, null).Explain(Start, [], Calendar).ToList();

        days.Select(day => (day.Day.Day, day.Counting, day.Number))
            .ShouldBe([
                (31, DayCounting.Counted, 1),
                (1, DayCounting.Counted, 2),
                (2, DayCounting.Counted, 3),
                (3, DayCounting.Counted, 4),
                (4, DayCounting.Counted, 5),
                (5, DayCounting.Rolled, null),
                (6, DayCounting.Rolled, null),
                (7, DayCounting.Rolled, null),
            ]);
    }

    [Fact]
    public void UntilDay_WhenAnActSetTheDay_ThenItNeitherRollsNorIsProvisional() =>
        ClockPeriod
            .UntilDay(new(2030, 5, 4))
            .End(Start, [], Calendar)
            .ShouldBe(new(new(2030, 5, 4), IsProvisional: false));

    private static SuspendedDays Suspended(string from, string? until) =>
        new(Day(from), until is null ? null : Day(until));

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
