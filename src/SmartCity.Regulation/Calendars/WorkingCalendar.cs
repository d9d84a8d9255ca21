using System.Text.Json;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.Regulation.Calendars;

/// <summary>
/// The working days of the State Council's yearly notices: weekdays but for the days off, and the make-up days. Of a year
/// without a notice only the weekends are known.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>The first day that is counted with; every date of the regulation's business lies well behind it.</summary>
    public static readonly DateOnly FirstDay = new(1980, 1, 1);

    public static readonly DateOnly LastDay = new(2200, 12, 31);

    private readonly Dictionary<int, IReadOnlyList<string>> publishedYears = [];
    private readonly Dictionary<DateOnly, bool> isOff = [];

    // By day since the first: how many working days there are up to it, itself included; and the working days in order.
    private readonly int[] workingDaysUpTo;
    private readonly DateOnly[] workingDays;

    internal WorkingCalendar(int version, IEnumerable<PublishedYear> years)
    {
        Version = version;
        foreach (var year in years)
        {
            publishedYears.Add(year.Year, year.Notices);
            foreach (var day in year.DaysOff)
            {
                isOff.Add(day, true);
            }

            foreach (var day in year.MakeUpDays)
            {
                isOff.Add(day, false);
            }
        }

        workingDaysUpTo = new int[LastDay.DayNumber - FirstDay.DayNumber + 1];
        var inOrder = new List<DateOnly>();
        for (var index = 0; index < workingDaysUpTo.Length; index++)
        {
            var day = FirstDay.AddDays(index);
            if (IsWorkingDay(day))
            {
                inOrder.Add(day);
            }

            workingDaysUpTo[index] = inOrder.Count;
        }

        workingDays = [.. inOrder];
    }

    /// <summary>The notices known to this release: 2019 to 2026; version 1.</summary>
    public static WorkingCalendar Published { get; } = ReadEmbedded();

    /// <summary>Grows by one with every notice that lands; what was counted under an earlier one is counted again.</summary>
    public int Version { get; }

    /// <summary>Has the notice for this year been published?</summary>
    public bool IsPublished(int year) => publishedYears.ContainsKey(year);

    /// <summary>Where the year's days off were published; empty where they are not yet.</summary>
    public IReadOnlyList<string> NoticesOf(int year) => publishedYears.GetValueOrDefault(year) ?? [];

    public bool IsWorkingDay(DateOnly day) => KindOf(day) is DayKind.WorkingDay or DayKind.MakeUpDay;

    public DayKind KindOf(DateOnly day) =>
        isOff.TryGetValue(day, out var off) ? (off ? DayKind.DayOff : DayKind.MakeUpDay)
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend
        : DayKind.WorkingDay;

    /// <summary>The day itself where it is a working day, else the next that is.</summary>
    public DateOnly NextWorkingDayFrom(DateOnly day) => IsWorkingDay(day) ? day : After(day, 1);

    /// <summary>The nth working day behind a day, which is not counted itself (INT-03).</summary>
    /// <param name="number">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count leaves the calendar.</exception>
    public DateOnly After(DateOnly day, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        var index = workingDaysUpTo[IndexOf(day)] + number - 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, workingDays.Length, nameof(number));
        return workingDays[index];
    }

    /// <summary>The nth working day before a day, which is not counted itself.</summary>
    /// <param name="number">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count leaves the calendar.</exception>
    public DateOnly Before(DateOnly day, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        var index = workingDaysUpTo[IndexOf(day)] - (IsWorkingDay(day) ? 1 : 0) - number;
        ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(number));
        return workingDays[index];
    }

    private static int IndexOf(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, FirstDay);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, LastDay);
        return day.DayNumber - FirstDay.DayNumber;
    }

    private static WorkingCalendar ReadEmbedded()
    {
        var type = typeof(WorkingCalendar);
        using var stream = type.Assembly.GetManifestResourceStream(type, "working-calendar.json")!;
        return new(version: 1, JsonSerializer.Deserialize<List<PublishedYear>>(stream, Json.Options)!);
    }

    /// <summary>One year's notice.</summary>
    /// <param name="Notices">Where the State Council published it.</param>
    internal sealed record PublishedYear(
        int Year,
        IReadOnlyList<string> Notices,
        IReadOnlyList<DateOnly> DaysOff,
        IReadOnlyList<DateOnly> MakeUpDays
    );
}
