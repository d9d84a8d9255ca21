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
    [InlineData(2020, 10)] // mid-autumn fell on the National Day
    [InlineData(2024, 11)]
    [InlineData(2025, 13)]
    [InlineData(2026, 13)]
    public void Of_WhenTheRuleWasRevised_ThenElevenBecomeThirteen(int year, int days) =>
        StatutoryHolidays.Of(year).Count.ShouldBe(days);

    [Fact]
    public void Of_WhenAYearOfThirteen_ThenEachByItsNameAndInOrder() =>
        StatutoryHolidays
            .Of(2026)
            .Select(holiday => $"{holiday.Date:MM-dd} {holiday.Name}")
            .ShouldBe([
                "01-01 元旦",
                "02-16 春节",
                "02-17 春节",
                "02-18 春节",
                "02-19 春节",
                "04-05 清明节",
                "05-01 劳动节",
                "05-02 劳动节",
                "06-19 端午节",
                "09-25 中秋节",
                "10-01 国庆节",
                "10-02 国庆节",
                "10-03 国庆节",
            ]);
}
