using System.Globalization;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void IsWorkingDay_WhenAYearIsCounted_ThenHasTheNoticesNumberOfWorkingDays(int year, int workingDays) =>
        DaysOf(year).Count(WorkingCalendar.Published.IsWorkingDay).ShouldBe(workingDays);

    [Theory]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-15", false)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-05-09", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-11-22", false)]
    public void IsWorkingDay_WhenTheNoticeMovesDays_ThenFollowsIt(string day, bool working) =>
        WorkingCalendar.Published.IsWorkingDay(DateOnly.Parse(day, CultureInfo.InvariantCulture)).ShouldBe(working);

    [Theory]
    [InlineData(2018, false)]
    [InlineData(2019, true)]
    [InlineData(2026, true)]
    [InlineData(2027, false)]
    public void IsPublished_WhenAsked_ThenKnowsWhichNoticesItHas(int year, bool published) =>
        WorkingCalendar.Published.IsPublished(year).ShouldBe(published);

    private static IEnumerable<DateOnly> DaysOf(int year)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
