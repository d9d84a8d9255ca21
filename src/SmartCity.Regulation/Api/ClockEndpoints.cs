using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Regulation.Application.Clocks;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Regulation.Api;

internal static class ClockEndpoints
{
    public static void MapClocks(this IEndpointRouteBuilder routes)
    {
        var clocks = routes
            .MapGroup("/clocks")
            .WithTag(
                "法定时限 Statutory clocks",
                new(
                    "各模块对象上的法定时限：到期看板、提醒阶梯和逐日计算。",
                    "The periods that run on the modules' objects: what falls due, their notices, and how they were counted."
                )
            );
        clocks
            .MapList("/", ListAsync)
            .WithName("ListClocks")
            .WithSummary("查询法定时限")
            .WithDescription(
                "跨模块列出法定时限，先到期的在前。各单位看到本单位负责或者监督的期限；能查看某模块全部事项的，也能查看其全部期限。kind 可填时限种类，或者模块，例如 operations。overdue=true 只列逾期未办结的。"
            );
        clocks
            .MapGet("/{clock:guid}", GetAsync)
            .WithName("GetStatutoryClock")
            .WithSummary("查看法定时限")
            .WithDescription("返回一项法定时限及其提醒阶梯、已发出的提醒和中止情况。");
        clocks
            .MapList("/{clock:guid}/days", ListDaysAsync)
            .WithName("ListClockDays")
            .WithSummary("查询法定时限的逐日计算")
            .WithDescription(
                "自起算日的次日起逐日说明：计入、不计入、中止或者顺延，以及所依据的放假通知。按现行工作日历计算。"
            );
    }

    private static async Task<Found<Page<ClockLine>>> ListAsync(
        [Description("状态")] Word<ClockState>? state,
        [Description("责任单位编号")] Guid? unit,
        [Description("监督单位编号")] Guid? authority,
        [Description("时限种类或者模块")] string? kind,
        [Description("对象系统编号")] string? @object,
        [Description("是否只列逾期未办结的")] bool? overdue,
        [Description("期限日期不晚于该日")] DateOnly? dueBefore,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListClocks(state?.Value, unit, authority, kind, @object, overdue, dueBefore, after, limit),
                cancellationToken
            )
        );

    private static async Task<Found<GetClock.ClockDetail>> GetAsync(
        [Description("法定时限系统编号")] Guid clock,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetClock(new(clock)), cancellationToken));

    private static async Task<Found<Page<ListClockDays.DayLine>>> ListDaysAsync(
        [Description("法定时限系统编号")] Guid clock,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ListClockDays(new(clock), after, limit), cancellationToken));
}
