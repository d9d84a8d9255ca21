using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Regulation.Application.Parameters;
using SmartCity.Regulation.Parameters;

namespace SmartCity.Regulation.Api;

internal static class ParameterEndpoints
{
    public static void MapParameters(this IEndpointRouteBuilder routes)
    {
        var parameters = routes
            .MapGroup("/parameters")
            .WithTag(
                "参数 Parameters",
                new(
                    "规则所用的每一个数字和读法，及其历次的值。",
                    "Each number and reading that rules use, with its history."
                )
            );
        parameters
            .MapList("/", ListAsync)
            .WithName("ListParameters")
            .WithSummary("查询参数")
            .WithDescription("按条和编码列出规则所用的数字，逐页返回。on 为查询的日期，不填为今天；可以查将来的日期。");
        parameters
            .MapGet("/{code}", GetAsync)
            .WithName("GetParameter")
            .WithSummary("查看参数")
            .WithDescription("返回参数在所查日期的值、可取的范围，以及历次的值和将要生效的值。");
    }

    private static async Task<Found<Page<ListParameters.ParameterLine>>> ListAsync(
        [Description("条")] int? article,
        [Description("由哪种文件变更")] Word<ParameterAct>? changedBy,
        [Description("查询的日期，不填为今天")] DateOnly? on,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ListParameters(article, changedBy?.Value, on, after, limit), cancellationToken));

    private static async Task<Found<GetParameter.ParameterDetail>> GetAsync(
        [Description("参数编码")] string code,
        [Description("查询的日期，不填为今天")] DateOnly? on,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetParameter(code, on), cancellationToken));
}
