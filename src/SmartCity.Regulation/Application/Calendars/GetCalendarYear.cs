using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Application.Calendars;

/// <summary>One year of the working calendar: which days its notices move.</summary>
internal sealed record GetCalendarYear(int Year) : IQuery<GetCalendarYear.CalendarYear>
{
    /// <summary>一年的放假日和调休上班日</summary>
    /// <param name="Year">年度</param>
    /// <param name="CalendarVersion">自工作日历第几版起施行；小于 1000 的为随软件发布</param>
    /// <param name="CalendarVersionInForce">目前施行的工作日历版本</param>
    /// <param name="Number">通知文号；随软件发布的为空</param>
    /// <param name="PublishedOn">公布日期</param>
    /// <param name="CorrectionReason">更正理由</param>
    /// <param name="Sources">来源</param>
    /// <param name="WorkingDays">全年工作日数</param>
    /// <param name="Days">放假日和调休上班日；其余周一至周五为工作日，周六、周日休息</param>
    internal sealed record CalendarYear(
        int Year,
        int CalendarVersion,
        int CalendarVersionInForce,
        string? Number,
        DateOnly? PublishedOn,
        string? CorrectionReason,
        IReadOnlyList<string> Sources,
        int WorkingDays,
        IReadOnlyList<CalendarDay> Days
    );

    /// <summary>一个放假日或调休上班日</summary>
    /// <param name="Date">日期</param>
    /// <param name="Kind">放假或者调休上班</param>
    /// <param name="Name">所属节日</param>
    internal sealed record CalendarDay(DateOnly Date, DayKind Kind, string Name);
}

internal sealed class GetCalendarYearHandler(WorkingCalendar calendar)
    : IRequestHandler<GetCalendarYear, Result<GetCalendarYear.CalendarYear>>
{
    public Task<Result<GetCalendarYear.CalendarYear>> Handle(
        GetCalendarYear query,
        CancellationToken cancellationToken
    ) => Task.FromResult(Find(query.Year));

    private Result<GetCalendarYear.CalendarYear> Find(int year) =>
        calendar.Years.FirstOrDefault(one => one.Year == year) is { } found
            ? new GetCalendarYear.CalendarYear(
                year,
                calendar.VersionSince(found),
                calendar.Version,
                found.Landed?.Number,
                found.Landed?.PublishedOn,
                found.Landed?.CorrectionReason,
                found.Papers,
                calendar.WorkingDaysOf(year),
                [
                    .. calendar
                        .MovedIn(year)
                        .Select(day => new GetCalendarYear.CalendarDay(day.Date, calendar.KindOf(day.Date), day.Name)),
                ]
            )
            : Error.NotFound(new("该年的放假安排", "notice of days off for that year"));
}
