using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Domain.Calendars;

internal readonly record struct CalendarNoticeId(Guid Value) : IStrongId<CalendarNoticeId>
{
    public static CalendarNoticeId From(Guid value) => new(value);
}

/// <summary>What is told of a notice beside its days.</summary>
/// <param name="Number">The notice's document number.</param>
/// <param name="Source">Where the State Council published it.</param>
/// <param name="CorrectionReason">Why it replaces a year that is published already; null for a new one.</param>
/// <param name="FileSha256">Of the file that was received, lower-case hex.</param>
internal sealed record NoticeText(
    int Year,
    string Number,
    string Source,
    DateOnly PublishedOn,
    string? CorrectionReason,
    string FileSha256
);

/// <summary>
/// A State Council notice of days off as it was entered: it is never changed, a correction is another one. Each makes
/// another version of the working calendar.
/// </summary>
[ObjectName("calendar-notice", "放假安排", "notice of days off")]
internal sealed class CalendarNotice : AggregateRoot<CalendarNoticeId>
{
    private readonly List<CalendarDay> days = [];

    private CalendarNotice() { }

    public int Year { get; private init; }

    public string Number { get; private init; } = "";

    public string Source { get; private init; } = "";

    public DateOnly PublishedOn { get; private init; }

    public string? CorrectionReason { get; private init; }

    public string FileSha256 { get; private init; } = "";

    /// <summary>
    /// Its place in the order of landing, behind what the release brings: 2 for the first. No two have the same, whatever
    /// release they were entered under.
    /// </summary>
    public int CalendarVersion { get; private init; }

    /// <summary>The legal date on which it was entered.</summary>
    public DateOnly LandedOn { get; private init; }

    public IReadOnlyCollection<CalendarDay> Days => days;

    /// <summary>Enters a notice whose days were found well formed.</summary>
    /// <param name="landing">1 for the first that lands.</param>
    public static CalendarNotice Land(
        CalendarNoticeId id,
        NoticeText text,
        IEnumerable<MovedDay> days,
        int landing,
        DateOnly landedOn
    )
    {
        var notice = new CalendarNotice
        {
            Id = id,
            Year = text.Year,
            Number = text.Number,
            Source = text.Source,
            PublishedOn = text.PublishedOn,
            CorrectionReason = text.CorrectionReason,
            FileSha256 = text.FileSha256,
            CalendarVersion = landing + 1,
            LandedOn = landedOn,
        };
        notice.days.AddRange(days.Select(CalendarDay.Of));
        return notice;
    }

    /// <summary>The notice as the calendar counts by it.</summary>
    public YearOfNotices AsCounted() =>
        new(
            Year,
            [Source],
            [.. days.OrderBy(day => day.Date).Select(day => new MovedDay(day.Name, day.Date, day.IsOffDay))]
        )
        {
            Landed = new(Number, PublishedOn, CorrectionReason, LandedOn, CalendarVersion - 1),
        };
}

/// <summary>One day that a notice moves.</summary>
internal sealed class CalendarDay
{
    private CalendarDay() { }

    public DateOnly Date { get; private init; }

    public bool IsOffDay { get; private init; }

    public string Name { get; private init; } = "";

    public static CalendarDay Of(MovedDay day) =>
        new()
        {
            Date = day.Date,
            IsOffDay = day.IsOffDay,
            Name = day.Name,
        };
}
