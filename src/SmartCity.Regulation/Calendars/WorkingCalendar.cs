using System.Text.Json;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.Regulation.Calendars;

/// <summary>
/// The working days of the State Council's yearly notices: weekdays but for the days off, and the make-up days. Of a year
/// without a notice only the weekends are known.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly HashSet<int> publishedYears = [];
    private readonly Dictionary<DateOnly, bool> isOff = [];

    private WorkingCalendar(IEnumerable<PublishedYear> years)
    {
        foreach (var year in years)
        {
            publishedYears.Add(year.Year);
            foreach (var day in year.DaysOff)
            {
                isOff.Add(day, true);
            }

            foreach (var day in year.MakeUpDays)
            {
                isOff.Add(day, false);
            }
        }
    }

    /// <summary>The notices known to this release: 2019 to 2026.</summary>
    public static WorkingCalendar Published { get; } = ReadEmbedded();

    /// <summary>Has the notice for this year been published?</summary>
    public bool IsPublished(int year) => publishedYears.Contains(year);

    public bool IsWorkingDay(DateOnly day) =>
        isOff.TryGetValue(day, out var off) ? !off : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself where it is a working day, else the next that is.</summary>
    public DateOnly NextWorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static WorkingCalendar ReadEmbedded()
    {
        var type = typeof(WorkingCalendar);
        using var stream = type.Assembly.GetManifestResourceStream(type, "working-calendar.json")!;
        return new(JsonSerializer.Deserialize<List<PublishedYear>>(stream, Json.Options)!);
    }

    /// <summary>One year's notice.</summary>
    /// <param name="Notices">Where the State Council published it.</param>
    internal sealed record PublishedYear(
        int Year,
        IReadOnlyList<string> Notices,
        IReadOnlyList<DateOnly> DaysOff,
        IReadOnlyList<DateOnly> MakeUpDays
    );
}
