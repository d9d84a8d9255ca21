using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Assets.Application.Keeping;
using SmartCity.Modules.Assets.Application.Registering;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Assets.Api;

internal static class CardEndpoints
{
    internal sealed record HandOverBody(
        [property: Description("移交人：现保管人的账号")] AccountId From,
        [property: Description("接收人：新保管人的账号")] AccountId? To,
        [property: Description("新的存放地点")] string NewLocation,
        [property: Description("移交原因")] string Reason
    );

    internal sealed record StrikeOffBody([property: Description("注销理由")] string Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var tag = new TagDescription(
            "资产台账 Ledger",
            new("资产卡片、保管人和移交。", "Asset cards, their custodians and hand-overs.")
        );
        var cards = routes.MapGroup("/cards").WithTag(tag.Tag, tag.Text);
        cards
            .MapList("/", List)
            .WithName("ListAssetCards")
            .WithSummary("查询资产卡片")
            .WithDescription(
                "可按项目、单位、产权归属、登记簿、保管人和文字筛选；产权归企业的租用资产在租用登记簿，不入国有资产台账（第三十九条、第四十条）。"
            );
        cards
            .MapGet("/{card:guid}", Get)
            .WithName("GetAssetCard")
            .WithSummary("查看资产卡片")
            .WithDescription("返回卡片全部内容和移交记录，ETag 为其版本（第四十条）。");
        cards
            .MapPost("/{card:guid}/strike-off", StrikeOff)
            .WithName("StrikeOffAssetCard")
            .WithSummary("注销登记有误的卡片")
            .WithDescription("写明理由后注销；所属资产登记重新打开（第三十八条）。")
            .WithRequestExample(Examples.StrikeOff)
            .RequireIfMatch();
        cards
            .MapPost("/{card:guid}/hand-over", Propose)
            .WithName("ProposeHandOver")
            .WithSummary("移交资产")
            .WithDescription("由现保管人移交给本单位另一保管人并变更地点，接收人本人接收后生效（第四十条）。")
            .WithRequestExample(Examples.HandOver)
            .RequireIfMatch();
        cards
            .MapPost("/{card:guid}/hand-over/acceptance", Accept)
            .WithName("AcceptHandOver")
            .WithSummary("接收资产")
            .WithDescription("接收人用本人账号接收；保管人和地点同时变更（第四十条）。")
            .RequireIfMatch();
        routes
            .MapGroup("/ledger-totals")
            .WithTag(tag.Tag, tag.Text)
            .MapGet("/", Totals)
            .WithName("GetLedgerTotals")
            .WithSummary("台账汇总")
            .WithDescription("按单位和登记簿返回在册卡片的张数和价值合计（第四十条）。");
    }

    private static async Task<Found<Page<ListCards.CardLine>>> List(
        [Description("申报事项")] Guid? declaration,
        [Description("牵头单位")] Guid? unit,
        [Description("产权归属")] Word<Ownership>? ownership,
        [Description("登记簿")] Word<AssetRegister>? register,
        [Description("保管人账号")] Guid? custodian,
        [Description("状态")] Word<CardState>? state,
        [Description("资产名称、项目名称或卡片编号中的文字")] string? text,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListCards(
                    declaration is { } project ? new DeclarationId(project) : null,
                    unit is { } lead ? new UnitId(lead) : null,
                    ownership?.Value,
                    register?.Value,
                    custodian is { } keeper ? new AccountId(keeper) : null,
                    state?.Value,
                    text,
                    after,
                    limit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<GetCard.CardDetail>> Get(
        Guid card,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetCard(new AssetCardId(card)), cancellationToken), detail => detail.Version);

    private static async Task<Changed> StrikeOff(
        Guid card,
        StrikeOffBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new StrikeOffCard(new AssetCardId(card), body.Reason, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Propose(
        Guid card,
        HandOverBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ProposeHandOver(
                    new AssetCardId(card),
                    body.From,
                    body.To,
                    body.NewLocation,
                    body.Reason,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> Accept(
        Guid card,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(await mediator.Send(new AcceptHandOver(new AssetCardId(card), request.ExpectedVersion), cancellationToken));

    private static async Task<Found<GetLedgerTotals.LedgerTotals>> Totals(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetLedgerTotals(), cancellationToken));
}
