using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Regulation.Application.Deadlines;

namespace SmartCity.Regulation.Api;

internal static class DeadlineEndpoints
{
    public static void MapDeadlines(this IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("/deadlines")
            .WithTag(
                "期限 Deadlines",
                new("按国务院放假安排计算的期限。", "Periods counted by the State Council's days off and make-up days.")
            )
            .MapGet("/", CountAsync)
            .WithName("CountDeadline")
            .WithSummary("计算期限")
            .WithDescription(
                "从起算日的次日起算若干个工作日，或者若干个月（最后一天是放假日的顺延至下一个工作日），并逐日说明。workingDays 和 months 填其中一项。尚未公布放假安排的年份，结果标为暂定。"
            );

    private static async Task<Found<CountDeadline.CountedDeadline>> CountAsync(
        [Description("起算日，当日不计入")] DateOnly start,
        [Description("工作日数，1 至 250")] int? workingDays,
        [Description("月数，1 至 12")] int? months,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new CountDeadline(start, workingDays, months), cancellationToken));
}
