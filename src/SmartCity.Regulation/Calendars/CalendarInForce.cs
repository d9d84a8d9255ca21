namespace SmartCity.Regulation.Calendars;

/// <summary>
/// The working calendar that this instance counts by now. One is kept for the whole service; an act takes
/// <see cref="Current"/> once (by asking for a <see cref="WorkingCalendar"/>) and counts by it to its end.
/// </summary>
public sealed class CalendarInForce
{
    private volatile WorkingCalendar current = WorkingCalendar.Published;
    private volatile TaskCompletionSource taken = NotYet();

    public WorkingCalendar Current => current;

    /// <summary>Two may come to this out of order; the version never goes back.</summary>
    /// <returns>True where the calendar is a later one.</returns>
    internal bool Take(WorkingCalendar calendar)
    {
        for (var now = current; calendar.Version > now.Version; now = current)
        {
            if (ReferenceEquals(Interlocked.CompareExchange(ref current, calendar, now), now))
            {
                Interlocked.Exchange(ref taken, NotYet()).SetResult();
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns when a later calendar than that version is in force.</summary>
    internal async Task<WorkingCalendar> LaterThanAsync(int version, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Asked for before the look, so that none is missed between the two.
            var next = taken.Task;
            if (current is { } now && now.Version > version)
            {
                return now;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
