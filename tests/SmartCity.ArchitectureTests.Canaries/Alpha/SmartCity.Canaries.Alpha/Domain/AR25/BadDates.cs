namespace SmartCity.Canaries.Alpha.Domain.AR25;

internal static class CountsDays
{
    public static DateOnly Next(DateOnly day) => day.AddDays(1);
}

internal static class ComparesDays
{
    // Good: what is only compared is not counted.
    public static bool IsLate(DateOnly day, DateOnly due) => day > due;
}
