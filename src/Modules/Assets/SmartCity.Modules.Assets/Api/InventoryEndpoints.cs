using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Assets.Application.Counting;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Assets.Api;

internal static class InventoryEndpoints
{
    internal sealed record CountBody(
        [property: Description("所盘点的卡片；盘盈的不填")] AssetCardId? Card,
        [property: Description("盘盈实物的描述；盘点卡片的不填")] string? Surplus,
        [property: Description("是否找到实物")] bool Found,
        [property: Description("实物所在地点；找到的必填")] string? Location,
        [property: Description("备注")] string? Note
    );

    internal sealed record ResolutionBody(
        [property: Description("处理方式")] VarianceResolution Resolution,
        [property: Description("原因和依据")] string Reason
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var inventories = routes
            .MapGroup("/inventories")
            .WithTag(
                "财产清查 Inventory",
                new("定期清查，做到账实相符。", "Periodic inventory: the account equals what is there.")
            );
        inventories
            .MapPost("/", Plan)
            .WithName("PlanInventory")
            .WithSummary("安排财产清查")
            .WithDescription("牵头单位安排对本单位台账的清查（第四十条）。")
            .WithRequestExample(Examples.Inventory)
            .RequireIdempotencyKey();
        inventories
            .MapList("/", List)
            .WithName("ListInventories")
            .WithSummary("查询财产清查")
            .WithDescription("列出您有权查看的财产清查，新的在前，逐页返回。");
        inventories
            .MapGet("/{inventory:guid}", Get)
            .WithName("GetInventoryCampaign")
            .WithSummary("查看财产清查")
            .WithDescription("返回账面清单、盘点记录和差异，ETag 为其版本（第四十条）。");
        MapCount(inventories.MapGroup("/{inventory:guid}"));
        MapVariances(inventories.MapGroup("/{inventory:guid}"));
    }

    private static void MapCount(RouteGroupBuilder inventory)
    {
        inventory
            .MapPost("/counting", Start)
            .WithName("StartCounting")
            .WithSummary("开始盘点")
            .WithDescription("冻结基准日的账面清单，开始盘点（第四十条）。")
            .RequireIfMatch();
        inventory
            .MapPost("/counts", Count)
            .WithName("RecordCount")
            .WithSummary("登记盘点结果")
            .WithDescription("逐件登记盘点结果，账外实物按盘盈登记；原始记录不得更改，重盘另记一条（第四十条）。")
            .WithRequestExample(Examples.Count)
            .RequireIdempotencyKey();
        inventory
            .MapPost("/counting/closure", Close)
            .WithName("CloseCounting")
            .WithSummary("结束盘点")
            .WithDescription("账面与盘点结果比对，得出盘亏、盘盈和账实不符；没有盘到的按盘亏（第四十条）。")
            .RequireIfMatch();
    }

    private static void MapVariances(RouteGroupBuilder inventory)
    {
        inventory
            .MapPost("/variances/{variance:int}/resolution", Resolve)
            .WithName("ResolveVariance")
            .WithSummary("处理差异")
            .WithDescription("写明差异的处理方式和原因；批准之前可以改写（第四十条）。")
            .WithRequestExample(Examples.Resolution)
            .RequireIfMatch();
        inventory
            .MapPost("/adjustments/approval", Approve)
            .WithName("ApproveAdjustments")
            .WithSummary("批准差异处理")
            .WithDescription("由未处理过差异的账号批准（服务于第四十条的内部控制）。")
            .RequireIfMatch();
        inventory
            .MapPost("/sign-off", SignOff)
            .WithName("SignOffInventory")
            .WithSummary("签认清查结果")
            .WithDescription("差异全部处理并批准后签认（第四十条）。")
            .RequireIfMatch();
    }

    private static async Task<Created> Plan(
        PlanInventory body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(body, cancellationToken), id => $"/api/v1/assets/inventories/{id}");

    private static async Task<Found<Page<ListInventories.InventoryLine>>> List(
        [Description("状态")] Word<CampaignState>? state,
        [Description("单位")] Guid? unit,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListInventories(state?.Value, unit is { } lead ? new UnitId(lead) : null, after, limit),
                cancellationToken
            )
        );

    private static async Task<Found<GetInventory.InventoryDetail>> Get(
        Guid inventory,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new GetInventory(new InventoryCampaignId(inventory)), cancellationToken),
            detail => detail.Version
        );

    private static async Task<Changed> Start(
        Guid inventory,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new StartCounting(new InventoryCampaignId(inventory), request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Created> Count(
        Guid inventory,
        CountBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RecordCount(
                    new InventoryCampaignId(inventory),
                    body.Card,
                    body.Surplus,
                    body.Found,
                    body.Location,
                    body.Note
                ),
                cancellationToken
            ),
            id => $"/api/v1/assets/inventories/{id}"
        );

    private static async Task<Changed> Close(
        Guid inventory,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new CloseCounting(new InventoryCampaignId(inventory), request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Resolve(
        Guid inventory,
        int variance,
        ResolutionBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ResolveVariance(
                    new InventoryCampaignId(inventory),
                    variance,
                    body.Resolution,
                    body.Reason,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> Approve(
        Guid inventory,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ApproveAdjustments(new InventoryCampaignId(inventory), request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> SignOff(
        Guid inventory,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new SignOffInventory(new InventoryCampaignId(inventory), request.ExpectedVersion),
                cancellationToken
            )
        );
}
