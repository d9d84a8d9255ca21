using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Tests.Clocks;

/// <summary>Working calendars of notices that nobody has published.</summary>
internal static class LaterCalendar
{
    /// <summary>Where the notice of these calendars would have been published.</summary>
    public const string Notice = "https://www.gov.cn/test";

    /// <summary>The next version, in which these days of one year are off and no others of it.</summary>
    public static WorkingCalendar WithDayOff(params DateOnly[] days) =>
        WorkingCalendar.Published.WithAnother(YearOf(days));

    /// <summary>What a later release brings by itself, in which these days of one year are off and no others of it.</summary>
    public static WorkingCalendar Released(params DateOnly[] days) =>
        WorkingCalendar.Released(
            WorkingCalendar.Published.Version + 1,
            WorkingCalendar.Published.Years.Append(YearOf(days))
        );

    private static YearOfNotices YearOf(DateOnly[] days) =>
        new(days[0].Year, [Notice], [.. days.Select(day => new MovedDay("试", day, IsOffDay: true))]);
}
