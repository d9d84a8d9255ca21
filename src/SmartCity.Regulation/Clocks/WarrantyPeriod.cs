using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Clocks;

/// <summary>The end of a warranty.</summary>
/// <param name="IsProvisional">True where the year's days off are not published yet, so that the day may still move.</param>
public sealed record WarrantyEnd(DateOnly Day, bool IsProvisional);

/// <summary>
/// A warranty runs to the corresponding day; where that is a day off it rolls to the next working day, in the owner's
/// favour (INT-14, INT-34; Civil Code 202 and 203).
/// </summary>
public static class WarrantyPeriod
{
    public static WarrantyEnd End(DateOnly start, int months, WorkingCalendar calendar)
    {
        var day = calendar.NextWorkingDayFrom(start.AddMonths(months));
        return new(day, !calendar.IsPublished(day.Year));
    }
}
