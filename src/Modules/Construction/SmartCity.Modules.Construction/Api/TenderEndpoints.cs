using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Construction.Application.Contracting;
using SmartCity.Modules.Construction.Application.Tendering;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Api;

/// <summary>Tender, bids, award and contract of a building.</summary>
internal static class TenderEndpoints
{
    internal sealed record BidBody(
        [property: Description("投标的承揽单位")] ContractorId Contractor,
        [property: Description("报价（元）")] Money Amount,
        [property: Description("投标日")] DateOnly SubmittedOn
    );

    internal sealed record AwardBody(
        [property: Description("中标的投标")] BidId Bid,
        [property: Description("中标通知书编号")] string AwardNoticeNumber,
        [property: Description("中标日")] DateOnly AwardedOn
    );

    internal sealed record ContractBody(
        [property: Description("合同编号")] string Number,
        [property: Description("签订日")] DateOnly SignedOn,
        [property: Description("合同形式")] ContractForm Form,
        [property: Description("BT 合同所依据的法律、法规或批准文件")] string? BuildTransferBasis,
        [property: Description("合同明细")] IReadOnlyList<SignContract.Line> Lines,
        [property: Description("质保金（元）")] Money Retention,
        [property: Description("保修条款；服务类可无")] SignContract.WarrantyTerms? Warranty,
        [property: Description("收款账户")] SignContract.PayeeAccount Payee
    );

    internal sealed record TerminationBody([property: Description("解除理由")] string Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var buildings = routes.MapGroup("/buildings").WithTag(BuildingEndpoints.Tag, BuildingEndpoints.About);
        MapTender(buildings);
        buildings
            .MapPost("/{building:guid}/contract", Sign)
            .WithName("SignContract")
            .WithSummary("签订合同")
            .WithDescription(
                "与中标单位签订合同，一次核对预算、资质、收款人、保修和垫资要求（第八、十、三十九、四十一条）。"
            )
            .WithRequestExample(Examples.Contract)
            .RequireIfMatch();
        buildings
            .MapPost("/{building:guid}/contract/termination", Terminate)
            .WithName("TerminateContract")
            .WithSummary("解除合同")
            .WithDescription("建成之前写明理由后解除；此后可以重新招投标（第八条）。")
            .WithRequestExample(Examples.Termination)
            .RequireIfMatch();
    }

    private static void MapTender(RouteGroupBuilder buildings)
    {
        buildings
            .MapPost("/", Open)
            .WithName("OpenTender")
            .WithSummary("开启招投标")
            .WithDescription("评审通过后（使用财政资金的还须已安排资金），牵头单位开启招投标（第八条）。")
            .WithRequestExample(Examples.Tender)
            .RequireIdempotencyKey();
        buildings
            .MapPost("/{building:guid}/bids", Bid)
            .WithName("RecordBid")
            .WithSummary("登记投标")
            .WithDescription("登记一个承揽单位的投标，按投标当日核对资质（第八条、第十条）。")
            .WithRequestExample(Examples.Bid)
            .RequireIdempotencyKey();
        buildings
            .MapPost("/{building:guid}/award", Award)
            .WithName("AwardBid")
            .WithSummary("登记中标")
            .WithDescription("登记中标结果，按中标当日核对资质，当日到期的仍有效（第八条、第十条）。")
            .WithRequestExample(Examples.Award)
            .RequireIfMatch();
    }

    private static async Task<Created> Open(OpenTender body, IMediator mediator, CancellationToken cancellationToken) =>
        new(await mediator.Send(body, cancellationToken), AddressOf);

    private static async Task<Created> Bid(
        Guid building,
        BidBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RecordBid(new BuildingId(building), body.Contractor, body.Amount, body.SubmittedOn),
                cancellationToken
            ),
            AddressOf
        );

    private static async Task<Changed> Award(
        Guid building,
        AwardBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new AwardBid(
                    new BuildingId(building),
                    body.Bid,
                    body.AwardNoticeNumber,
                    body.AwardedOn,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> Sign(
        Guid building,
        ContractBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new SignContract(
                    new BuildingId(building),
                    body.Number,
                    body.SignedOn,
                    body.Form,
                    body.BuildTransferBasis,
                    body.Lines,
                    body.Retention,
                    body.Warranty,
                    body.Payee,
                    request.ExpectedVersion
                ),
                cancellationToken
            )
        );

    private static async Task<Changed> Terminate(
        Guid building,
        TerminationBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new TerminateContract(new BuildingId(building), body.Reason, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static string AddressOf(Guid building) => $"/api/v1/construction/buildings/{building}";
}
