using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Regulation.Application.WhatIf;

namespace SmartCity.Regulation.Api;

internal static class WhatIfEndpoints
{
    public static void MapWhatIf(this IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("/what-if")
            .WithTag(
                "试算 What if",
                new("假设规则变更，哪些在办事项的判断会改变。", "Which open cases a change would turn.")
            )
            .MapPost("/", AskAsync)
            .WithName("AskWhatIf")
            .WithSummary("试算规则变更")
            .WithDescription(
                "假设参数变更或者内部控制停用，列出下一步办理的判断会因此改变的在办事项，两次判断并列，逐页返回。不改变任何事项。下一步办理需要另行填报内容的，不在试算之列。"
            )
            .WithRequestExample(new AskWhatIf([new("county.tender-and-filing-above", "2000000.00")], []));

    private static async Task<Found<AskWhatIf.Turned>> AskAsync(
        AskWhatIf query,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(query, cancellationToken));
}
