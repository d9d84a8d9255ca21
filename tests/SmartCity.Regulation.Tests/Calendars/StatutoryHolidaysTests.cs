using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Tests.Calendars;

public sealed class StatutoryHolidaysTests
{
    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    [InlineData(2021)]
    [InlineData(2022)]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Of_WhenTheYearsNoticeIsKnown_ThenEachIsOffInItToo(int year) =>
        StatutoryHolidays
            .Of(year)
            .Where(holiday => WorkingCalendar.Published.IsWorkingDay(holiday.Date))
            .ShouldBeEmpty();

    [Theory]
    [InlineData(2020, "2020-01-25", "2020-04-04", "2020-06-25", "2020-10-01")]
    [InlineData(2023, "2023-01-22", "2023-04-05", "2023-06-22", "2023-09-29")]
    [InlineData(2025, "2025-01-29", "2025-04-04", "2025-05-31", "2025-10-06")]
    public void Of_WhenTheYearHasALeapMonth_ThenTheFestivalsStandWhereTheyWereKept(
        int year,
        string springFestival,
        string qingming,
        string dragonBoat,
        string midAutumn
    )
    {
        var days = StatutoryHolidays.Of(year).Select(holiday => $"{holiday.Date:yyyy-MM-dd}").ToList();

        new[] { springFestival, qingming, dragonBoat, midAutumn }.ShouldBeSubsetOf(days);
    }

    [Theory]
    [InlineData(2024, 11)]
    [InlineData(2025, 13)]
    [InlineData(2026, 13)]
    public void Of_WhenTheRuleWasRevised_ThenElevenBecomeThirteen(int year, int days) =>
        StatutoryHolidays.Of(year).Count.ShouldBe(days);
}
