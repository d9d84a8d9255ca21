namespace SmartCity.Regulation.Calendars;

/// <summary>
/// The working calendar that this instance counts by now. One is kept for the whole service; an act takes
/// <see cref="Current"/> once (by asking for a <see cref="WorkingCalendar"/>) and counts by it to its end.
/// </summary>
public sealed class CalendarInForce
{
    private volatile WorkingCalendar current = WorkingCalendar.Published;

    public WorkingCalendar Current => current;

    /// <summary>Two may come to this out of order; the version never goes back.</summary>
    /// <returns>True where the calendar is a later one.</returns>
    internal bool Take(WorkingCalendar calendar)
    {
        for (var now = current; calendar.Version > now.Version; now = current)
        {
            if (ReferenceEquals(Interlocked.CompareExchange(ref current, calendar, now), now))
            {
                return true;
            }
        }

        return false;
    }
}
