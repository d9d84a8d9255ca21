using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Regulation.Application.Interpretations;

namespace SmartCity.Regulation.Api;

internal static class InterpretationEndpoints
{
    public static void MapInterpretations(this IEndpointRouteBuilder routes)
    {
        var interpretations = routes
            .MapGroup("/interpretations")
            .WithTag(
                "解释 Interpretations",
                new("条文有疑义处的读法登记簿。", "The register of how doubtful passages are read.")
            );
        interpretations
            .MapList("/", ListAsync)
            .WithName("ListInterpretations")
            .WithSummary("查询解释")
            .WithDescription("按登记编号列出所查日期有效的读法，逐页返回。on 不填为今天。");
        interpretations
            .MapGet("/{number}", GetAsync)
            .WithName("GetInterpretation")
            .WithSummary("查看解释")
            .WithDescription("返回一项解释历次的读法、解释文件和引用它的规则。");
    }

    private static async Task<Found<Page<ListInterpretations.InterpretationLine>>> ListAsync(
        [Description("所解释的条")] int? article,
        [Description("查询的日期，不填为今天")] DateOnly? on,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ListInterpretations(article, on, after, limit), cancellationToken));

    private static async Task<Found<GetInterpretation.InterpretationDetail>> GetAsync(
        [Description("解释登记编号，如 INT-12")] string number,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetInterpretation(number), cancellationToken));
}
