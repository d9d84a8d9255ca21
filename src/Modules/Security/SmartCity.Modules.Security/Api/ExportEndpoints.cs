using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Security.Application.Exporting;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Exports;

namespace SmartCity.Modules.Security.Api;

internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        var exports = routes
            .MapGroup("/exports")
            .WithTag(
                "导出记录 Exports",
                new(
                    "谁在何时按什么条件导出了哪个列表、导出多少行（第三十四条）。",
                    "Who exported which list, when, by which filter, and how many rows (article 34)."
                )
            );
        exports
            .MapList("/", List)
            .WithName("ListExports")
            .WithSummary("查询导出记录")
            .WithDescription(
                "后开始的在前，逐页返回。市政府信息办、审计机关和纪检监察机关查看全部，其他账号只见本单位的，评审专家和系统管理员只见本人的（第三十四条）。"
            );
        exports
            .MapGet("/{export:guid}", Get)
            .WithName("ReadExport")
            .WithSummary("查看导出记录")
            .WithDescription(
                "返回一次导出的列表、筛选条件、格式和导出行数；审计条目中的请求散列即由此计算（第三十四条）。"
            );
    }

    private static async Task<Found<Page<ListExports.ExportLine>>> List(
        [Description("列表的地址，如 /api/v1/approval/declarations")] string? list,
        [Description("状态")] Word<ExportState>? state,
        [Description("导出账号")] Guid? account,
        [Description("导出单位")] Guid? unit,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListExports(
                    list,
                    state?.Value,
                    account is { } one ? new AccountId(one) : null,
                    unit is { } office ? new UnitId(office) : null,
                    after,
                    limit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<ReadExport.Answer>> Get(
        Guid export,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ReadExport(new(export)), cancellationToken), answer => answer.Version);
}
