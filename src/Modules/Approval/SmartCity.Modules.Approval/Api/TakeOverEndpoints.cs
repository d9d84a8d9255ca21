using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Approval.Application.TakingOver;

namespace SmartCity.Modules.Approval.Api;

internal static class TakeOverEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("/taken-over-projects")
            .WithTag(DeclarationEndpoints.Tag, DeclarationEndpoints.About)
            .MapPost("/", TakeOver)
            .WithName("TakeOverProject")
            .WithSummary("接管在建项目")
            .WithDescription(
                "市政府信息办按所处阶段登记系统启用前已经在办的项目：申报书、此前的文件、合同和资金。接管前各环节的规则列为“接管前，未评判”，此后各环节照常办理，已拨付的资金计入限额（第五条、第六条）。"
            )
            .WithRequestExample(Examples.TakenOverProject)
            .RequireIdempotencyKey();

    private static async Task<Created> TakeOver(
        TakeOverProject body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(body, cancellationToken), id => $"/api/v1/approval/declarations/{id}");
}
