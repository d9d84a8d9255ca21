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

    // More than there will ever be releases that bring other days.
    private const int MostEditions = 1000;

    private readonly int edition;
    private readonly SortedDictionary<int, YearOfNotices> years = [];
    private readonly Dictionary<DateOnly, MovedDay> moved = [];

    // By day since the first: how many working days there are up to it, itself included; and the working days in order.
    private readonly int[] workingDaysUpTo;
    private readonly DateOnly[] workingDays;

    private WorkingCalendar(int edition, int landings, IEnumerable<YearOfNotices> notices)
    {
        this.edition = edition;
        Landings = landings;
        foreach (var year in notices)
        {
            years[year.Year] = year;
        }

        // A year's notice may move the last days of the year before: what it says of them is the later word.
        foreach (var day in years.Values.SelectMany(year => year.Days))
        {
            moved[day.Date] = day;
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

    /// <summary>The notices known to this release.</summary>
    public static WorkingCalendar Published { get; } = ReadEmbedded();

    /// <summary>
    /// Tells what it holds: how many notices have landed and, below that, which edition of days the release brings. It
    /// grows with each of the two; what was counted under a smaller one is counted again. What has landed stands first,
    /// so that after a release was taken back a notice that lands is still counted by.
    /// </summary>
    public int Version => VersionAfter(0);

    /// <summary>How many notices have landed since the release.</summary>
    internal int Landings { get; }

    /// <summary>The years whose notices are known, in their order.</summary>
    internal IReadOnlyCollection<YearOfNotices> Years => years.Values;

    /// <summary>Has the notice for this year been published?</summary>
    public bool IsPublished(int year) => years.ContainsKey(year);

    /// <summary>Where the year's days off were published; empty where they are not yet.</summary>
    public IReadOnlyList<string> NoticesOf(int year) => years.TryGetValue(year, out var known) ? known.Papers : [];

    public bool IsWorkingDay(DateOnly day) => KindOf(day) is DayKind.WorkingDay or DayKind.MakeUpDay;

    public DayKind KindOf(DateOnly day) =>
        moved.TryGetValue(day, out var notice) ? (notice.IsOffDay ? DayKind.DayOff : DayKind.MakeUpDay)
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

    /// <summary>The working days of one calendar year.</summary>
    public int WorkingDaysOf(int year) =>
        workingDaysUpTo[IndexOf(new(year, 12, 31))] - workingDaysUpTo[IndexOf(new(year - 1, 12, 31))];

    /// <summary>The days of one calendar year that a notice moves, in their order.</summary>
    internal IEnumerable<MovedDay> MovedIn(int year) =>
        moved.Values.Where(day => day.Date.Year == year).OrderBy(day => day.Date);

    /// <summary>The version once so many notices more have landed.</summary>
    public int VersionAfter(int more) => ((Landings + more) * MostEditions) + edition;

    /// <summary>The version that a year stands in this calendar since.</summary>
    internal int VersionSince(YearOfNotices year) => VersionAfter((year.Landed?.Landing ?? 0) - Landings);

    /// <summary>What a release brings.</summary>
    internal static WorkingCalendar Released(int edition, IEnumerable<YearOfNotices> years) => new(edition, 0, years);

    /// <summary>The calendar of this release with the notices that have landed since.</summary>
    /// <param name="landed">In the order in which they landed; a correction replaces its year.</param>
    internal static WorkingCalendar With(IReadOnlyCollection<YearOfNotices> landed) =>
        landed.Count == 0 ? Published : new(Published.edition, landed.Count, Published.Years.Concat(landed));

    /// <summary>The next version, with one more notice.</summary>
    internal WorkingCalendar WithAnother(YearOfNotices notice) => new(edition, Landings + 1, Years.Append(notice));

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
        var years = JsonSerializer.Deserialize<List<YearOfNotices>>(stream, Json.Options)!;
        return Released(ReleasedDays.EditionOf(years), years);
    }
}
