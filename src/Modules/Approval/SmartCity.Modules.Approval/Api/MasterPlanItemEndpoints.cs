using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Approval.Application.MasterPlanning;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.MasterPlanItems;

namespace SmartCity.Modules.Approval.Api;

internal static class MasterPlanItemEndpoints
{
    internal sealed record ClosureBody([property: Description("关闭理由")] string Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var items = routes
            .MapGroup("/master-plan-items")
            .WithTag(
                "总体规划 Master plan",
                new(
                    "申报所依据的全市信息化总体规划事项。",
                    "Items of the city's master plan, on which declarations rest."
                )
            );
        items
            .MapPost("/", Add)
            .WithName("AddMasterPlanItem")
            .WithSummary("登记总体规划事项")
            .WithDescription("市政府信息办登记一个规划事项（第四条、第五条）。编号不得重复。")
            .WithRequestExample(Examples.MasterPlanItem)
            .RequireIdempotencyKey();
        items
            .MapList("/", List)
            .WithName("ListMasterPlanItems")
            .WithSummary("查询总体规划事项")
            .WithDescription("按编号排列，可按状态和文字筛选，逐页返回。");
        items
            .MapGet("/{item:guid}", Get)
            .WithName("GetMasterPlanItem")
            .WithSummary("查看总体规划事项")
            .WithDescription("返回规划事项全部内容，ETag 为其版本。");
        items
            .MapPost("/{item:guid}/closure", Close)
            .WithName("CloseMasterPlanItem")
            .WithSummary("关闭总体规划事项")
            .WithDescription("写明理由后关闭；此后不能再据以申报，已申报的不受影响（第四条）。")
            .WithRequestExample(Examples.MasterPlanItemClosure)
            .RequireIfMatch();
    }

    private static async Task<Created> Add(
        AddMasterPlanItem body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(body, cancellationToken), id => $"/api/v1/approval/master-plan-items/{id}");

    private static async Task<Found<Page<ListMasterPlanItems.MasterPlanItemLine>>> List(
        [Description("状态")] Word<MasterPlanItemState>? state,
        [Description("名称或编号中的文字")] string? text,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ListMasterPlanItems(state?.Value, text, after, limit), cancellationToken));

    private static async Task<Found<GetMasterPlanItem.MasterPlanItemDetail>> Get(
        Guid item,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new GetMasterPlanItem(new MasterPlanItemId(item)), cancellationToken),
            detail => detail.Version
        );

    private static async Task<Changed> Close(
        Guid item,
        ClosureBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new CloseMasterPlanItem(new MasterPlanItemId(item), body.Reason, request.ExpectedVersion),
                cancellationToken
            )
        );
}
