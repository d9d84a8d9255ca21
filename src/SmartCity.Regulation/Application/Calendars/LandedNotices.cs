using Microsoft.EntityFrameworkCore;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Application.Calendars;

internal static class LandedNotices
{
    /// <summary>The calendar with every notice that has landed so far, on whatever instance.</summary>
    public static async Task<WorkingCalendar> CalendarAsync(
        this IRegulationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var notices = await database
            .CalendarNotices.AsNoTracking()
            .Include(notice => notice.Days)
            .OrderBy(notice => notice.CalendarVersion)
            .ToListAsync(cancellationToken);
        return WorkingCalendar.With([.. notices.Select(notice => notice.AsCounted())]);
    }
}
