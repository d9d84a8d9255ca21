using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Tests.Clocks;

/// <summary>Working calendars of notices that nobody has published.</summary>
internal static class LaterCalendar
{
    /// <summary>Where the one notice of these calendars would have been published.</summary>
    public const string Notice = "https://www.gov.cn/test";

    /// <summary>The second version, in which this day is off and its year is published.</summary>
    public static WorkingCalendar WithDayOff(params DateOnly[] days) =>
        new(
            WorkingCalendar.Published.Version + 1,
            days.GroupBy(day => day.Year)
                .Select(year => new WorkingCalendar.PublishedYear(year.Key, [Notice], [.. year], []))
        );
}
