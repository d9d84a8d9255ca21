using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Security.Application.Delegating;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Api;

internal static class DelegationEndpoints
{
    public static void MapDelegations(this IEndpointRouteBuilder routes)
    {
        var delegations = routes
            .MapGroup("/delegations")
            .WithTag(
                "代办委托 Delegations",
                new(
                    "不在岗期间由本单位何人代办；代办人同时看到本人的通知（服务于第二十九条）。",
                    "Who of the same unit stands in while somebody is absent, and sees his notices as well (in service of article 29)."
                )
            );
        delegations
            .MapPost("/", Record)
            .RequireIdempotencyKey()
            .WithName("RecordDelegation")
            .WithSummary("登记代办委托")
            .WithDescription(
                "由本人或者系统管理员登记，首日和末日均含当日。代办人须为本单位同类岗位的他人，同一日只有一名代办人，不能互相委托。"
            )
            .WithRequestExample(
                new RecordDelegation(
                    new(Guid.Parse("0196f3a0-0000-7000-8000-000000000002")),
                    new(Guid.Parse("0196f3a0-0000-7000-8000-000000000003")),
                    new(2026, 12, 1),
                    new(2026, 12, 7),
                    "年休假"
                )
            );
        delegations
            .MapList("/", List)
            .WithName("ListDelegations")
            .WithSummary("查询代办委托")
            .WithDescription(
                "本单位的代办委托，系统管理员、审计机关和纪检监察机关查看全部；首日在后的在前，逐页返回。"
            );
        delegations
            .MapGet("/{delegation:guid}", Get)
            .WithName("GetDelegation")
            .WithSummary("查看代办委托")
            .WithDescription("返回代办委托的内容和今日是否在代办；ETag 为其版本。");
        delegations
            .MapPost("/{delegation:guid}/end", End)
            .RequireIfMatch()
            .WithName("EndDelegation")
            .WithSummary("提前结束代办委托")
            .WithDescription("由被代办人本人或者系统管理员办理，即时生效；尚未开始的也可以结束。");
    }

    private static async Task<Created> Record(
        RecordDelegation command,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(command, cancellationToken), id => $"/api/v1/security/delegations/{id}");

    private static async Task<Found<Page<ListDelegations.DelegationLine>>> List(
        [Description("不在岗的账号")] Guid? absentee,
        [Description("代办的账号")] Guid? deputy,
        [Description("在当日有效的")] DateOnly? on,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListDelegations(
                    absentee is { } away ? new AccountId(away) : null,
                    deputy is { } there ? new AccountId(there) : null,
                    on,
                    after,
                    limit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<GetDelegation.Answer>> Get(
        Guid delegation,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetDelegation(new(delegation)), cancellationToken), answer => answer.Version);

    private static async Task<Changed> End(
        Guid delegation,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new EndDelegation(new(delegation), request.ExpectedVersion), cancellationToken));
}
