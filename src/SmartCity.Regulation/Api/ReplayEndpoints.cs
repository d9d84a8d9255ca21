using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Regulation.Application.Replaying;

namespace SmartCity.Regulation.Api;

internal static class ReplayEndpoints
{
    public static void MapReplays(this IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("/replays")
            .WithTag(
                "复核 Replays",
                new("用存下的事实和当时的规则版本重新判断。", "Stored facts judged again under the version of then.")
            )
            .MapPost("/", ReplayAsync)
            .WithName("ReplayJudgements")
            .WithSummary("复核判断")
            .WithDescription(
                "对一条审计条目、一个对象或者一段时间的条目，用存下的事实、当时的规则版本和现在的规则重新判断，两次判断并列；有出入即为警报，计入指标并写入日志。不改变任何事项。"
            )
            .WithRequestExample(
                new ReplayJudgements(
                    Module: "construction",
                    From: new(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(8)),
                    Until: new(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(8)),
                    OnlyDifferences: true
                )
            );

    private static async Task<Found<ReplayJudgements.Replayed>> ReplayAsync(
        ReplayJudgements query,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(query, cancellationToken));
}
