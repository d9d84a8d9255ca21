using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.DataSharing.Application.Grants;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Grants;

namespace SmartCity.Modules.DataSharing.Api;

internal static class GrantEndpoints
{
    private const string Tag = "数据授权 Grants";

    internal sealed record ApprovalBody(
        [property: Description("批准的数据项；不填为全部")] IReadOnlyList<string>? Items
    );

    internal sealed record ConsultationBody([property: Description("不符合条件之处")] string Reasons);

    internal sealed record RefusalBody([property: Description("不同意共享的书面理由")] string? Reasons);

    internal sealed record RevocationBody([property: Description("撤销理由")] string Reason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var grants = routes
            .MapGroup("/grants")
            .WithTag(
                Tag,
                new(
                    "一个单位为一种用途获取一项资源的若干数据项（第十七至十九条）。",
                    "One unit's right to items of one resource for one purpose (articles 17 to 19)."
                )
            );
        MapDeciding(grants);
        grants
            .MapPost("/", Ask)
            .WithName("RequestGrant")
            .WithSummary("申请授权")
            .WithDescription(
                "无条件共享的即时生效，不经任何人批准（第十七条）；有条件和特殊共享的由市大数据管理局审核。"
            )
            .WithRequestExample(Examples.Grant)
            .RequireIdempotencyKey();
        grants
            .MapList("/", List)
            .WithName("ListGrants")
            .WithSummary("查询授权")
            .WithDescription(
                "需求单位看本单位的，提供单位看其数据的，市大数据管理局、市数据服务中心和监督单位可看全部。"
            );
        grants
            .MapGet("/{grant:guid}", Get)
            .WithName("GetGrant")
            .WithSummary("查看授权")
            .WithDescription("返回申请内容、批准内容和办理经过，ETag 为其版本。");
        routes
            .MapList("/provider-notices", Notices)
            .WithTags(Tag)
            .WithName("ListProviderNotices")
            .WithSummary("查询给提供单位的通知")
            .WithDescription("列出本单位作为提供单位收到的批准通知、会商通知和撤销通知（第十八条）。");
    }

    private static void MapDeciding(RouteGroupBuilder grants)
    {
        grants
            .MapPost("/{grant:guid}/approval", Approve)
            .WithName("ApproveGrant")
            .WithSummary("批准授权")
            .WithDescription("市大数据管理局直接批准并通知提供单位（第十八条）；特殊共享只批给特定对象（第十九条）。")
            .WithRequestExample(Examples.GrantApproval)
            .RequireIfMatch();
        grants
            .MapPost("/{grant:guid}/consultation", Consult)
            .WithName("OpenConsultation")
            .WithSummary("与提供单位会商")
            .WithDescription("不符合条件的，市大数据管理局不能自行驳回，应与提供单位会商（第十八条）。")
            .WithRequestExample(Examples.Consultation)
            .RequireIfMatch();
        grants
            .MapPost("/{grant:guid}/refusal", Refuse)
            .WithName("RefuseGrant")
            .WithSummary("不同意共享")
            .WithDescription("会商中，提供单位不同意共享的，书面说明理由（第十八条）。")
            .WithRequestExample(Examples.GrantRefusal)
            .RequireIfMatch();
        grants
            .MapPost("/{grant:guid}/revocation", Revoke)
            .WithName("RevokeGrant")
            .WithSummary("撤销授权")
            .WithDescription("市大数据管理局写明理由后撤销，此后不再提供数据（第二十二条）。")
            .WithRequestExample(Examples.GrantRevocation)
            .RequireIfMatch();
    }

    private static async Task<Created> Ask(
        RequestGrant body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(body, cancellationToken), id => $"/api/v1/data-sharing/grants/{id}");

    private static async Task<Changed> Approve(
        Guid grant,
        ApprovalBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ApproveGrant(new GrantId(grant), body.Items, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Consult(
        Guid grant,
        ConsultationBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new OpenConsultation(new GrantId(grant), body.Reasons, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Refuse(
        Guid grant,
        RefusalBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RefuseGrant(new GrantId(grant), body.Reasons, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Changed> Revoke(
        Guid grant,
        RevocationBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new RevokeGrant(new GrantId(grant), body.Reason, request.ExpectedVersion),
                cancellationToken
            )
        );

    private static async Task<Found<Page<ListGrants.GrantLine>>> List(
        [Description("状态")] Word<GrantState>? state,
        [Description("资源")] Guid? resource,
        [Description("协议")] Guid? agreement,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListGrants(
                    state?.Value,
                    resource is { } one ? new ResourceId(one) : null,
                    agreement is { } other ? new AgreementId(other) : null,
                    after,
                    limit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<GetGrant.GrantDetail>> Get(
        Guid grant,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetGrant(new GrantId(grant)), cancellationToken), detail => detail.Version);

    private static async Task<Found<Page<ListProviderNotices.NoticeLine>>> Notices(
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ListProviderNotices(after, limit), cancellationToken));
}
