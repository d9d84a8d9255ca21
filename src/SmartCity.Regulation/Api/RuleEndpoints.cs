using System.ComponentModel;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Application.Rules;

namespace SmartCity.Regulation.Api;

internal static class RuleEndpoints
{
    internal sealed record FactsBody(
        [property: Description("所比较的事实，结构见规则的 factsSchema")] JsonElement Facts
    );

    public static void MapRules(this IEndpointRouteBuilder routes)
    {
        var rules = routes
            .MapGroup("/rules")
            .WithTag(
                "规则 Rules",
                new(
                    "落实条文的每一条规则，以及对假设事实的试判。",
                    "Each rule of the articles, and what it says to supposed facts."
                )
            );
        rules
            .MapList("/", ListAsync)
            .WithName("ListRules")
            .WithSummary("查询规则")
            .WithDescription(
                "按条和编码排列，可按条和依据的种类筛选，逐页返回。依据为内部控制的，不是条文本身的要求。"
            );
        rules
            .MapGet("/{code}", GetAsync)
            .WithName("GetRule")
            .WithSummary("查看规则")
            .WithDescription("返回规则的依据、所比较的事实的结构和补正办法。每一次不予办理的编码都能在这里查到。");
        rules
            .MapPost("/{code}/evaluate", EvaluateAsync)
            .WithName("EvaluateRule")
            .WithSummary("试判规则")
            .WithDescription(
                "用所提交的事实试判一条规则，返回是否符合、依据和补正办法；不改变任何事项，也不构成办理结果。"
            )
            .WithRequestExample(
                new
                {
                    Facts = new
                    {
                        From = new DateOnly(2026, 3, 2),
                        To = new DateOnly(2026, 3, 1),
                        SystemDate = new DateOnly(2026, 3, 2),
                    },
                }
            );
    }

    private static async Task<Found<Page<ListRules.RuleLine>>> ListAsync(
        [Description("主要依据的条")] int? article,
        [Description("依据的种类")] Word<BasisKind>? basis,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ListRules(article, basis?.Value, after, limit), cancellationToken));

    private static async Task<Found<GetRule.RuleDetail>> GetAsync(
        [Description("规则编码")] string code,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetRule(code), cancellationToken));

    private static async Task<Found<EvaluateRule.Verdict>> EvaluateAsync(
        [Description("规则编码")] string code,
        FactsBody body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new EvaluateRule(code, body.Facts), cancellationToken));
}
