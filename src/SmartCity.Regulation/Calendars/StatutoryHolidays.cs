using System.Globalization;

namespace SmartCity.Regulation.Calendars;

/// <summary>
/// The days that are holidays for everybody by 全国年节及纪念日放假办法, whatever a year's notice moves around them: eleven
/// from 2014, thirteen from 2025 on.
/// </summary>
internal static class StatutoryHolidays
{
    // Since the revision of 2024: New Year's Eve of the lunar year, and the second day of May.
    private const int FirstYearOfThirteen = 2025;

    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <param name="year">2014 to 2099.</param>
    public static IReadOnlyList<MovedDay> Of(int year)
    {
        var springFestival = LunarDay(year, 1, 1);
        List<MovedDay> days =
        [
            Day("元旦", new(year, 1, 1)),
            Day("春节", springFestival),
            Day("春节", springFestival.AddDays(1)),
            Day("春节", springFestival.AddDays(2)),
            Day("清明节", new(year, 4, DayOfQingming(year))),
            Day("劳动节", new(year, 5, 1)),
            Day("端午节", LunarDay(year, 5, 5)),
            Day("中秋节", LunarDay(year, 8, 15)),
            Day("国庆节", new(year, 10, 1)),
            Day("国庆节", new(year, 10, 2)),
            Day("国庆节", new(year, 10, 3)),
        ];
        if (year >= FirstYearOfThirteen)
        {
            days.Add(Day("春节", springFestival.AddDays(-1)));
            days.Add(Day("劳动节", new(year, 5, 2)));
        }

        // Mid-autumn may fall into the National Day; the day is off once.
        return [.. days.DistinctBy(day => day.Date).OrderBy(day => day.Date)];
    }

    private static MovedDay Day(string name, DateOnly date) => new(name, date, IsOffDay: true);

    private static DateOnly LunarDay(int year, int month, int day)
    {
        // A leap month is counted as one more, right behind the month that it repeats.
        var leap = Lunar.GetLeapMonth(year);
        var counted = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, counted, day, 0, 0, 0, 0));
    }

    // The sun reaches 15 degrees on 4 or 5 April throughout the century; the usual formula, exact for 2000 to 2099.
    private static int DayOfQingming(int year)
    {
        var ofCentury = year % 100;
        return (int)((ofCentury * 0.2422) + 4.81) - (ofCentury / 4);
    }
}
