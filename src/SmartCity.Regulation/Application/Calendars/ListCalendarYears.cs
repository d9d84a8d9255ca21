using System.ComponentModel;
using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Calendars;

namespace SmartCity.Regulation.Application.Calendars;

/// <summary>The years whose notices are known, in their order, page by page.</summary>
internal sealed record ListCalendarYears(string? After = null, int? Limit = null)
    : IQuery<Page<ListCalendarYears.YearLine>>
{
    /// <summary>一年的放假安排</summary>
    internal sealed record YearLine(
        [property: Description("年度")] int Year,
        [property: Description("自工作日历第几版起施行；小于 1000 的为随软件发布")] int CalendarVersion,
        [property: Description("通知文号；随软件发布的为空")] string? Number,
        [property: Description("公布日期")] DateOnly? PublishedOn,
        [property: Description("录入日期")] DateOnly? LandedOn,
        [property: Description("更正理由")] string? CorrectionReason,
        [property: Description("全年工作日数")] int WorkingDays,
        [property: Description("来源")] IReadOnlyList<string> Sources
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(int Year);
}

internal sealed class ListCalendarYearsValidator : AbstractValidator<ListCalendarYears>
{
    public ListCalendarYearsValidator() =>
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
}

internal sealed class ListCalendarYearsHandler(WorkingCalendar calendar)
    : IRequestHandler<ListCalendarYears, Result<Page<ListCalendarYears.YearLine>>>
{
    public Task<Result<Page<ListCalendarYears.YearLine>>> Handle(
        ListCalendarYears query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListCalendarYears.Position>(query.After);
        return Task.FromResult(
            position.IsFailure ? position.Failure : PageAfter(position.Value, query.Limit ?? Cursor.DefaultLimit)
        );
    }

    private Result<Page<ListCalendarYears.YearLine>> PageAfter(ListCalendarYears.Position? position, int limit) =>
        calendar
            .Years.Where(one => position is null || one.Year > position.Year)
            .Take(limit + 1)
            .Select(one => new ListCalendarYears.YearLine(
                one.Year,
                calendar.VersionSince(one),
                one.Landed?.Number,
                one.Landed?.PublishedOn,
                one.Landed?.LandedOn,
                one.Landed?.CorrectionReason,
                calendar.WorkingDaysOf(one.Year),
                one.Papers
            ))
            .ToList()
            .ToPage(limit, line => new ListCalendarYears.Position(line.Year));
}
