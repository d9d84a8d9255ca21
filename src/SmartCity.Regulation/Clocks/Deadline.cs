using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Clocks;

/// <summary>The last day on which something may be done in time; it lasts to the end of that day.</summary>
/// <param name="Day">The last day.</param>
/// <param name="IsProvisional">True where a notice of days off is not published yet, so that the day may still move.</param>
public sealed record Deadline(DateOnly Day, bool IsProvisional)
{
    /// <summary>
    /// The nth working day after the day on which the period was set going; that day is not counted (INT-03, INT-34; Civil
    /// Code 201).
    /// </summary>
    public static Deadline OfWorkingDays(DateOnly start, int number, WorkingCalendar calendar) =>
        Of(start, calendar.After(start, number), calendar);

    /// <summary>
    /// The corresponding day of a later month, or that month's last day; where it is a day off it rolls to the next working
    /// day (INT-34; Civil Code 202, 203).
    /// </summary>
    public static Deadline OfMonths(DateOnly start, int months, WorkingCalendar calendar) =>
        Of(start, calendar.NextWorkingDayFrom(start.AddMonths(months)), calendar);

    /// <summary>
    /// So many calendar days behind the start, which is not counted; where the last is a day off it rolls to the next
    /// working day (INT-34; Civil Code 201, 203).
    /// </summary>
    public static Deadline OfDays(DateOnly start, int days, WorkingCalendar calendar) =>
        RolledFrom(start.AddDays(days), calendar);

    /// <summary>A day that rolls to the next working day where it is a day off.</summary>
    public static Deadline RolledFrom(DateOnly day, WorkingCalendar calendar) =>
        Of(day, calendar.NextWorkingDayFrom(day), calendar);

    /// <summary>Each day from the one after the start to the deadline, with its number where it counts.</summary>
    public static IEnumerable<CountedDay> Explain(DateOnly start, DateOnly end, WorkingCalendar calendar)
    {
        var number = 0;
        for (var day = start.AddDays(1); day <= end; day = day.AddDays(1))
        {
            var kind = calendar.KindOf(day);
            var counts = kind is DayKind.WorkingDay or DayKind.MakeUpDay;
            yield return new(day, kind, counts ? ++number : null, !calendar.IsPublished(day.Year));
        }
    }

    // Only years between the start and the last day can move it.
    internal static Deadline Of(DateOnly start, DateOnly day, WorkingCalendar calendar) =>
        new(day, Enumerable.Range(start.Year, day.Year - start.Year + 1).Any(year => !calendar.IsPublished(year)));
}

/// <summary>One day of a period as it is counted.</summary>
/// <param name="Number">Its number among the working days; null where it does not count.</param>
/// <param name="IsProvisional">True where the year's days off are not published yet.</param>
public sealed record CountedDay(DateOnly Day, DayKind Kind, int? Number, bool IsProvisional);
