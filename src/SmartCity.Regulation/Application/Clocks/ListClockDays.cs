using System.ComponentModel;
using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Regulation.Application.Clocks;

/// <summary>How a clock's due day was counted, day by day, so that anybody can count it again.</summary>
internal sealed record ListClockDays(StatutoryClockId Clock, string? After = null, int? Limit = null)
    : IQuery<Page<ListClockDays.DayLine>>
{
    internal sealed record DayLine(
        [property: Description("日期")] DateOnly Day,
        [property: Description("该日在工作日历中的类别")] DayKind Kind,
        [property: Description("如何计算")] DayCounting Counting,
        [property: Description("第几日；不计入的为空")] int? Number,
        [property: Description("该年放假安排是否尚未公布")] bool IsProvisional,
        [property: Description("所依据的放假通知")] string? Notices
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(DateOnly Day);
}

internal sealed class ListClockDaysValidator : AbstractValidator<ListClockDays>
{
    public ListClockDaysValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListClockDaysHandler(ClockBoard board, RequestContext request, WorkingCalendar calendar)
    : IRequestHandler<ListClockDays, Result<Page<ListClockDays.DayLine>>>
{
    public async Task<Result<Page<ListClockDays.DayLine>>> Handle(
        ListClockDays query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListClockDays.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        if (await board.FindAsync(request.Actor, query.Clock, cancellationToken) is not { } found)
        {
            return Error.NotFound(new("法定时限", "statutory clock"));
        }

        var clock = found.Clock;
        var limit = query.Limit ?? Cursor.DefaultLimit;
        return clock
            .CountedPeriod.Explain(clock.StartedOn, clock.SuspendedSpans, calendar)
            .SkipWhile(day => position.Value is { } after && day.Day <= after.Day)
            .Take(limit + 1)
            .Select(day => new ListClockDays.DayLine(
                day.Day,
                day.Kind,
                day.Counting,
                day.Number,
                day.IsProvisional,
                day.Notices.Count == 0 ? null : string.Join(' ', day.Notices)
            ))
            .ToList()
            .ToPage(limit, line => new ListClockDays.Position(line.Day));
    }
}
