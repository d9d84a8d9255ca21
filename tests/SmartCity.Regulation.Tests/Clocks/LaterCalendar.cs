using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Tests.Clocks;

/// <summary>Working calendars of notices that nobody has published.</summary>
internal static class LaterCalendar
{
    /// <summary>Where the notice of these calendars would have been published.</summary>
    public const string Notice = "https://www.gov.cn/test";

    /// <summary>The next version, in which these days of one year are off and no others of it.</summary>
    public static WorkingCalendar WithDayOff(params DateOnly[] days) =>
        WorkingCalendar.Published.WithAnother(
            new(days[0].Year, [Notice], [.. days.Select(day => new MovedDay("试", day, IsOffDay: true))])
        );
}
