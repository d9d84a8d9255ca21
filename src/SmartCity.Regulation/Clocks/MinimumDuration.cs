namespace SmartCity.Regulation.Clocks;

/// <summary>
/// A span that must have run before something may be done: it ends on the corresponding day of a later month, or on that
/// month's last day where there is no such day, and does not roll past days off (INT-34; Civil Code 202).
/// </summary>
public static class MinimumDuration
{
    /// <summary>The first day on which so many months have run since <paramref name="start"/>.</summary>
    public static DateOnly End(DateOnly start, int months) => start.AddMonths(months);

    /// <summary>The day that lies so many days behind <paramref name="start"/>; it does not roll either.</summary>
    public static DateOnly EndOfDays(DateOnly start, int days) => start.AddDays(days);
}
