using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.DataSharing.Application.Agreements;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Api;

internal static class AgreementEndpoints
{
    internal sealed record EndBody([property: Description("终止理由")] string Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var agreements = routes
            .MapGroup("/agreements")
            .WithTag(
                "数据使用协议 Agreements",
                new(
                    "需求单位与市大数据管理局的协议（第三十三条）。",
                    "Agreements of units that need data with the big data bureau (article 33)."
                )
            );
        agreements
            .MapPost("/", Propose)
            .WithName("ProposeAgreement")
            .WithSummary("提出协议")
            .WithDescription("需求单位提出用途、留存天数、提供方式、保护义务和有效期（第二十二、三十三条）。")
            .WithRequestExample(Examples.Agreement)
            .RequireIdempotencyKey();
        agreements
            .MapPost("/{agreement:guid}/signature", Sign)
            .WithName("SignAgreement")
            .WithSummary("签署协议")
            .WithDescription("市大数据管理局签署后，协议在有效期内有效（第三十三条）。")
            .RequireIfMatch();
        agreements
            .MapPost("/{agreement:guid}/end", End)
            .WithName("EndAgreement")
            .WithSummary("终止协议")
            .WithDescription("协议任何一方写明理由后终止，此后不再提供数据（第三十三条）。")
            .WithRequestExample(Examples.AgreementEnd)
            .RequireIfMatch();
        agreements
            .MapList("/", List)
            .WithName("ListAgreements")
            .WithSummary("查询协议")
            .WithDescription("列出本单位的协议；市大数据管理局、市数据服务中心和监督单位可看全部。");
        agreements
            .MapGet("/{agreement:guid}", Get)
            .WithName("GetAgreement")
            .WithSummary("查看协议")
            .WithDescription("返回协议内容和今天是否有效，ETag 为其版本。");
    }

    private static async Task<Created> Propose(
        ProposeAgreement body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(body, cancellationToken), id => $"/api/v1/data-sharing/agreements/{id}");

    private static async Task<Changed> Sign(
        Guid agreement,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new SignAgreement(new AgreementId(agreement), request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> End(
        Guid agreement,
        EndBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new EndAgreement(new AgreementId(agreement), body.Reason, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Found<Page<ListAgreements.AgreementLine>>> List(
        [Description("状态")] Word<AgreementState>? state,
        [Description("需求单位")] Guid? unit,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListAgreements(state?.Value, unit is { } id ? new UnitId(id) : null, after, limit),
                cancellationToken
            )
        );

    private static async Task<Found<GetAgreement.AgreementDetail>> Get(
        Guid agreement,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(new GetAgreement(new AgreementId(agreement)), cancellationToken),
            detail => detail.Version
        );
}
