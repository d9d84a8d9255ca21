using System.Globalization;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Regulation.Tests.Clocks;

public sealed class DeadlineTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Published;

    // Receipt, +3 and +5 working days, by the State Council's notices.
    [Theory]
    [InlineData("2024-12-31", "2025-01-06", "2025-01-08")]
    [InlineData("2025-01-24", "2025-02-05", "2025-02-07")]
    [InlineData("2025-09-26", "2025-09-30", "2025-10-10")]
    [InlineData("2025-09-30", "2025-10-11", "2025-10-14")]
    [InlineData("2026-02-12", "2026-02-24", "2026-02-26")]
    [InlineData("2026-02-13", "2026-02-25", "2026-02-27")]
    [InlineData("2026-04-30", "2026-05-08", "2026-05-11")]
    public void OfWorkingDays_WhenHolidaysAndMakeUpDaysLieBetween_ThenCountsAsTheNoticesSay(
        string receipt,
        string three,
        string five
    ) =>
        (Deadline.OfWorkingDays(Day(receipt), 3, Calendar), Deadline.OfWorkingDays(Day(receipt), 5, Calendar)).ShouldBe(
            (new(Day(three), false), new(Day(five), false))
        );

    [Theory]
    [InlineData("2026-12-25", 4, "2026-12-31", false)]
    [InlineData("2026-12-25", 5, "2027-01-01", true)]
    public void OfWorkingDays_WhenTheNextNoticeIsNotPublished_ThenProvisional(
        string start,
        int number,
        string end,
        bool provisional
    ) => Deadline.OfWorkingDays(Day(start), number, Calendar).ShouldBe(new(Day(end), provisional));

    [Theory]
    [InlineData("2025-08-31", 1, "2025-09-30")]
    [InlineData("2025-09-01", 1, "2025-10-09")]
    [InlineData("2025-11-30", 3, "2026-02-28")]
    [InlineData("2024-01-31", 1, "2024-02-29")]
    public void OfMonths_WhenTheCorrespondingDayIsOffOrMissing_ThenRollsOrIsTheMonthsLast(
        string start,
        int months,
        string end
    ) => Deadline.OfMonths(Day(start), months, Calendar).Day.ShouldBe(Day(end));

    [Fact]
    public void Explain_WhenAMakeUpDayLiesBetween_ThenEveryDayIsToldAndTheLastHasTheNumber()
    {
        var end = Deadline.OfWorkingDays(Day("2026-02-12"), 3, Calendar).Day;

        var days = Deadline.Explain(Day("2026-02-12"), end, Calendar).ToList();

        days.Select(day => (day.Day.Day, day.Kind, day.Number))
            .ShouldBe([
                (13, DayKind.WorkingDay, 1),
                (14, DayKind.MakeUpDay, 2),
                .. Enumerable.Range(15, 9).Select(day => (day, DayKind.DayOff, (int?)null)),
                (24, DayKind.WorkingDay, 3),
            ]);
    }

    [Fact]
    public void Explain_WhenItReachesAYearWithoutNotices_ThenThoseDaysAreProvisional() =>
        Deadline
            .Explain(Day("2026-12-29"), Day("2027-01-02"), Calendar)
            .Select(day => (day.Day.Day, day.IsProvisional))
            .ShouldBe([(30, false), (31, false), (1, true), (2, true)]);

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
