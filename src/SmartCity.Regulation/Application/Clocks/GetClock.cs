using System.ComponentModel;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Regulation.Application.Clocks;

/// <summary>One statutory clock with its ladder of notices and its suspensions.</summary>
internal sealed record GetClock(StatutoryClockId Clock) : IQuery<GetClock.ClockDetail>
{
    /// <summary>法定时限</summary>
    internal sealed record ClockDetail(
        [property: Description("期限本身")] ClockLine Clock,
        [property: Description("应办事项")] string ToDo,
        [property: Description("期限的计算方式")] ClockPeriodKind Period,
        [property: Description("工作日数、月数或者日数；指定日期的为 0")] int Length,
        [property: Description("所依据的工作日历版本")] int CalendarVersion,
        [property: Description("提醒阶梯")] IReadOnlyList<Rung> Ladder,
        [property: Description("中止")] IReadOnlyList<Suspension> Suspensions,
        [property: Description("终结原因")] string? EndedBecause
    );

    /// <param name="DaysBefore">期限届满前的天数；0 为当日，负数为逾期后</param>
    /// <param name="RaisedOn">发出提醒的法定日期</param>
    /// <param name="Notice">所发提醒的编号</param>
    internal sealed record Rung(string Name, int DaysBefore, DateOnly? RaisedOn, Guid? Notice);

    /// <param name="From">自该日起不计入</param>
    /// <param name="Until">自该日起恢复计算；尚未恢复的为空</param>
    /// <param name="Reason">原因</param>
    internal sealed record Suspension(DateOnly From, DateOnly? Until, string Reason);
}

internal sealed class GetClockHandler(ClockBoard board, RequestContext request, ILegalClock legalClock)
    : IRequestHandler<GetClock, Result<GetClock.ClockDetail>>
{
    public async Task<Result<GetClock.ClockDetail>> Handle(GetClock query, CancellationToken cancellationToken)
    {
        if (await board.FindAsync(request.Actor, query.Clock, cancellationToken) is not { } found)
        {
            return Error.NotFound(new("法定时限", "statutory clock"));
        }

        var clock = found.Clock;
        return new GetClock.ClockDetail(
            ClockLine.Of(found, legalClock.Today, request.Language),
            found.Kind.ToDo.In(request.Language),
            clock.Period,
            clock.Length,
            clock.CalendarVersion,
            [
                .. clock
                    .Rungs.OrderByDescending(rung => rung.DaysBefore)
                    .Select(rung => new GetClock.Rung(rung.Name, rung.DaysBefore, rung.RaisedOn, rung.Notice?.Value)),
            ],
            [
                .. clock
                    .Suspensions.OrderBy(one => one.Number)
                    .Select(one => new GetClock.Suspension(one.From, one.Until, one.Reason)),
            ],
            clock.EndedBecause
        );
    }
}
