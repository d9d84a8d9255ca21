using System.Globalization;
using System.Text.Json;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Tests.Calendars;

/// <summary>
/// Listings to import. Years that are published are taken from their own notices; for the year after the last one, of which
/// no notice exists, the statutory holidays alone are listed, with no day moved for them.
/// </summary>
internal static class Listing
{
    public static int NextYear => WorkingCalendar.Published.Years.Last().Year + 1;

    public static IReadOnlyList<ListedDay> OfNotice(int year) =>
        Lines(WorkingCalendar.Published.Years.Single(one => one.Year == year).Days);

    public static IReadOnlyList<ListedDay> OfStatutoryDays(int year) =>
        Lines(
            StatutoryHolidays.Of(year).Where(day => day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
        );

    public static ListedDay Line(string date, bool isOffDay, string name = "节日") =>
        new("added", name, date, isOffDay);

    public static byte[] AsJson(int year, IEnumerable<ListedDay> days) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                year,
                papers = Array.Empty<string>(),
                days = days.Select(day => new
                {
                    name = day.Name,
                    date = day.Date,
                    isOffDay = day.IsOffDay,
                }),
            }
        );

    private static List<ListedDay> Lines(IEnumerable<MovedDay> days) =>
        [
            .. days.Select(
                (day, index) =>
                    new ListedDay(
                        $"days[{index}]",
                        day.Name,
                        day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        day.IsOffDay
                    )
            ),
        ];
}
