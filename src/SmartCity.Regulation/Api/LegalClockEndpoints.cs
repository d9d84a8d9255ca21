using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Regulation.Application.LegalClocks;

namespace SmartCity.Regulation.Api;

/// <summary>Mapped in the demonstration only; anywhere else these addresses do not exist.</summary>
internal static class LegalClockEndpoints
{
    public static void MapLegalClock(this IEndpointRouteBuilder routes)
    {
        var clock = routes
            .MapGroup("/legal-clock")
            .WithTag(
                "法定日期 Legal clock",
                new(
                    "查看和推进演示环境的法定日期；其他环境没有这些接口。",
                    "The demonstration's legal date: reading it and moving it forward. No other environment has this."
                )
            );
        clock
            .MapGet("/", ReadAsync)
            .WithName("ReadLegalDate")
            .WithSummary("查看法定日期")
            .WithDescription("返回各项期限据以计算的法定日期，以及真实的系统日期（北京时间）。");
        clock
            .MapPost("/movements", MoveAsync)
            .RequireIdempotencyKey()
            .WithName("MoveLegalDate")
            .WithSummary("推进法定日期")
            .WithDescription(
                "由系统管理员将演示环境的法定日期推进到以后的某一天，以便演示质保期等期限。只能向后推进，服务重启后仍然有效；审计记录同时载明法定日期和真实时刻（第四十四条）。"
            )
            .WithRequestExample(new MoveLegalDate(new(2027, 3, 2)));
    }

    private static async Task<Found<ReadLegalDate.Answer>> ReadAsync(
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ReadLegalDate(), cancellationToken));

    private static async Task<Changed> MoveAsync(
        MoveLegalDate command,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(command, cancellationToken));
}
