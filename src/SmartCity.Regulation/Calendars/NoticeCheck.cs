using System.Globalization;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Regulation.Calendars;

/// <summary>One line of a notice as it was sent; what could not be read is null.</summary>
/// <param name="Place">在文件中的位置，如 days[3]</param>
/// <param name="Name">节日名称</param>
/// <param name="Date">日期，如 2027-01-01</param>
/// <param name="IsOffDay">放假为 true，调休上班为 false</param>
internal sealed record ListedDay(string Place, string? Name, string? Date, bool? IsOffDay);

/// <summary>What is wrong with a notice, and where.</summary>
internal sealed record NoticeFault(string Place, string Code, LocalizedText Text);

/// <summary>Whether a listing can be one year's notice: every reason against it at once.</summary>
internal sealed class NoticeCheck
{
    /// <summary>More than any notice ever listed, three times over.</summary>
    public const int MostDays = 120;

    private const int LongestName = 40;
    private const int LongestHoliday = 15;

    // New Year's holiday and the weekend that is worked for it begin in the last week of December at the earliest.
    private const int FirstDecemberDay = 25;

    private readonly int year;
    private readonly WorkingCalendar inForce;
    private readonly List<NoticeFault> faults = [];
    private readonly Dictionary<DateOnly, MovedDay> days = [];

    private NoticeCheck(int year, WorkingCalendar inForce)
    {
        this.year = year;
        this.inForce = inForce;
    }

    public IReadOnlyList<NoticeFault> Faults => faults;

    /// <summary>The days that could be read, in their order.</summary>
    public IReadOnlyList<MovedDay> Days => [.. days.Values.OrderBy(day => day.Date)];

    /// <summary>
    /// Days off on weekdays less make-up days are as many as the statutory holidays in every ordinary notice; where they
    /// are not, a day may have been left out, or the notice is an extraordinary one.
    /// </summary>
    public NoticeFault? Imbalance { get; private set; }

    /// <param name="yearInFile">The year that the file names; null where it names none.</param>
    /// <param name="inForce">What is counted by now.</param>
    /// <param name="isCorrection">It is to replace a year that is published already.</param>
    public static NoticeCheck Of(
        int year,
        int? yearInFile,
        IReadOnlyList<ListedDay> listed,
        WorkingCalendar inForce,
        bool isCorrection
    )
    {
        var check = new NoticeCheck(year, inForce);
        check.JudgeYear(yearInFile, isCorrection);
        if (listed.Count is 0 or > MostDays)
        {
            check.Add(
                "days",
                listed.Count == 0 ? "NO_DAYS" : "TOO_MANY",
                new($"应有 1 至 {MostDays} 行。", $"A notice has 1 to {MostDays} lines.")
            );
            return check;
        }

        var unreadable = false;
        foreach (var line in listed)
        {
            unreadable |= !check.Take(line);
        }

        check.JudgeDays();
        // What is missing can only be told of a listing that was read whole.
        if (!unreadable && check.IsKnownYear)
        {
            check.JudgeWhole();
        }

        return check;
    }

    // The rule of eleven and thirteen days, and the calendar of the moon, as far as they are known here.
    private bool IsKnownYear => year is >= 2014 and <= 2099;

    private void JudgeYear(int? inFile, bool isCorrection)
    {
        if (inFile is { } told && told != year)
        {
            Add(
                "year",
                "YEAR_MISMATCH",
                new($"文件写的是 {told} 年，不是 {year} 年。", $"The file is of {told} and not of {year}.")
            );
        }

        var (first, last) = (inForce.Years.First().Year, inForce.Years.Last().Year);
        if (inForce.IsPublished(year))
        {
            if (!isCorrection)
            {
                Add(
                    "year",
                    "YEAR_ALREADY_PUBLISHED",
                    new(
                        $"{year} 年的放假安排已经公布。国务院调整了安排，或者录入有误的，写明更正理由后重新导入整年。",
                        $"The notice of {year} is published. To replace the whole year, give the reason for the correction."
                    )
                );
            }
        }
        else if (isCorrection)
        {
            Add(
                "year",
                "NOTHING_TO_CORRECT",
                new(
                    $"{year} 年的放假安排尚未公布，不能更正；请不写更正理由直接导入。",
                    $"The notice of {year} is not published yet, so there is nothing to correct."
                )
            );
        }
        else if (year != last + 1)
        {
            Add(
                "year",
                "YEAR_GAP",
                new(
                    $"已公布 {first} 至 {last} 年，接着应导入 {last + 1} 年，中间不得缺年。",
                    $"Published are {first} to {last}; the next is {last + 1}, without a gap."
                )
            );
        }
    }

    private bool Take(ListedDay line)
    {
        var name = line.Name?.Trim();
        var before = faults.Count;
        if (string.IsNullOrEmpty(name) || name.Length > LongestName || !TextRules.IsOneLine(name))
        {
            Add(
                line,
                "NAME_INVALID",
                new(
                    $"节日名称必填，不超过 {LongestName} 字。",
                    $"The holiday's name is required, {LongestName} characters at most."
                )
            );
        }

        if (line.IsOffDay is null)
        {
            Add(
                line,
                "DAY_KIND_INVALID",
                new("应写明放假（true）还是调休上班（false）。", "Say whether the day is off (true) or worked (false).")
            );
        }

        if (
            !DateOnly.TryParseExact(
                line.Date,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            Add(
                line,
                "DATE_INVALID",
                new("日期应写作 2027-01-01 的形式，且确有此日。", "A date is written as 2027-01-01 and exists.")
            );
        }

        if (faults.Count > before)
        {
            return false;
        }

        if (!days.TryAdd(date, new(name!, date, line.IsOffDay!.Value)))
        {
            Add(line, "DAY_TWICE", new($"{date:yyyy-MM-dd} 列了两次。", $"{date:yyyy-MM-dd} is listed twice."));
        }

        if (date.Year != year && (date.Year != year - 1 || date < new DateOnly(year - 1, 12, FirstDecemberDay)))
        {
            Add(
                line,
                "DAY_OF_OTHER_YEAR",
                new(
                    $"{date:yyyy-MM-dd} 不属于 {year} 年；上一年只能列 12 月 {FirstDecemberDay} 日以后的日子。",
                    $"{date:yyyy-MM-dd} is not of {year}; of the year before only days from 25 December on may stand here."
                )
            );
        }

        return true;
    }

    private void JudgeDays()
    {
        foreach (var day in Days)
        {
            if (!day.IsOffDay && !IsWeekend(day.Date))
            {
                Add(
                    $"{day.Date:yyyy-MM-dd}",
                    "MAKE_UP_DAY_ON_WEEKDAY",
                    new(
                        $"{day.Date:yyyy-MM-dd} 本来就是工作日，不是调休上班日；照常上班的日子不用列。",
                        $"{day.Date:yyyy-MM-dd} is a weekday and worked anyway; it is no make-up day."
                    )
                );
            }

            if (day.IsOffDay && IsWeekend(day.Date) && !BelongsToAHoliday(day.Date))
            {
                Add(
                    $"{day.Date:yyyy-MM-dd}",
                    "DAY_OFF_ON_WEEKEND",
                    new(
                        $"{day.Date:yyyy-MM-dd} 本来就是周末，又不与任何放假的工作日相连，请核对日期。",
                        $"{day.Date:yyyy-MM-dd} is a weekend that adjoins no day off; check the date."
                    )
                );
            }
        }
    }

    private void JudgeWhole()
    {
        var statutory = StatutoryHolidays.Of(year);
        foreach (var holiday in statutory.Where(holiday => !IsOff(holiday.Date)))
        {
            Add(
                $"{holiday.Date:yyyy-MM-dd}",
                "HOLIDAY_MISSING",
                new(
                    $"缺少法定节假日：{holiday.Date:yyyy-MM-dd} {holiday.Name}。",
                    $"The statutory holiday of {holiday.Date:yyyy-MM-dd} is missing."
                )
            );
        }

        foreach (var holiday in Days.Where(day => day.IsOffDay).GroupBy(day => day.Name))
        {
            JudgeUnbroken([.. holiday.Select(day => day.Date)]);
        }

        var net =
            days.Values.Count(day => day.IsOffDay && !IsWeekend(day.Date)) - days.Values.Count(day => !day.IsOffDay);
        if (net != statutory.Count)
        {
            Imbalance = new(
                "days",
                "DAYS_OUT_OF_BALANCE",
                new(
                    $"放假的工作日减去调休上班日为 {net} 天，法定节假日为 {statutory.Count} 天：请核对有无漏列。",
                    $"Weekdays off less make-up days are {net}, statutory holidays {statutory.Count}: check what was left out."
                )
            );
        }
    }

    // One holiday is one span: a day that is missing inside it was left out.
    private void JudgeUnbroken(List<DateOnly> span)
    {
        for (var index = 1; index < span.Count; index++)
        {
            if (span[index].DayNumber - span[index - 1].DayNumber > LongestHoliday)
            {
                continue;
            }

            for (var day = span[index - 1].AddDays(1); day < span[index]; day = day.AddDays(1))
            {
                if (!IsOff(day))
                {
                    Add(
                        $"{day:yyyy-MM-dd}",
                        "HOLIDAY_HAS_GAP",
                        new(
                            $"假期中间缺少 {day:yyyy-MM-dd}，请核对有无漏列。",
                            $"{day:yyyy-MM-dd} is missing in the middle of a holiday."
                        )
                    );
                }
            }
        }
    }

    private bool BelongsToAHoliday(DateOnly day) =>
        (IsKnownYear && StatutoryHolidays.Of(year).Any(holiday => holiday.Date == day))
        || LeadsToAWeekdayOff(day, 1)
        || LeadsToAWeekdayOff(day, -1);

    private bool LeadsToAWeekdayOff(DateOnly day, int step)
    {
        for (day = day.AddDays(step); IsOff(day); day = day.AddDays(step))
        {
            if (!IsWeekend(day))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOff(DateOnly day) => days.TryGetValue(day, out var listed) ? listed.IsOffDay : IsWeekend(day);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private void Add(ListedDay line, string code, LocalizedText text) => Add(line.Place, code, text);

    private void Add(string place, string code, LocalizedText text) => faults.Add(new(place, code, text));
}
