using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Security.Application.Powers;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Api;

internal static class PowerEndpoints
{
    public static void MapPowers(this IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("/powers")
            .WithTag(
                "权限 Powers",
                new(
                    "谁可以办什么：由各模块的权限表、账号、任职和代办委托得出，供系统管理员和监督机关查看。",
                    "Who may do what, derived from the authority tables, accounts, posts and delegations; for administrators and oversight."
                )
            )
            .MapList("/", ListAsync)
            .WithName("ListPowers")
            .WithSummary("查询谁可以办什么")
            .WithDescription(
                "某日每个有效账号可以办理的事项，各一行：为哪个单位、哪个行政区划，依据哪一条，自何时起，当日任何职务，代谁办理。按账号查即某人可以办什么，按事项查即某事谁可以办。具体对象（是不是本单位的项目等）在办理时另行核对；按登录名、再按事项排序。权限表是现行的，账号、任职和代办委托是指定之日的。"
            );

    private static async Task<Found<Page<ListPowers.PowerLine>>> ListAsync(
        [Description("账号")] Guid? account,
        [Description("单位")] Guid? unit,
        [Description("办理事项，如 approval.report-to-finance")] string? command,
        [Description("角色，如 finance-bureau")] string? role,
        [Description("哪一日；不写为今日的法定日期")] DateOnly? on,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListPowers(
                    account is { } one ? new AccountId(one) : null,
                    unit is { } office ? new UnitId(office) : null,
                    command,
                    role,
                    on,
                    after,
                    limit ?? Cursor.DefaultLimit
                ),
                cancellationToken
            )
        );
}
