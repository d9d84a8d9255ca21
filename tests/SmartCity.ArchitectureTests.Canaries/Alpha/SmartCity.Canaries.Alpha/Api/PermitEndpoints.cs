using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Canaries.Alpha.Application.Permits;
using SmartCity.Canaries.Alpha.Contracts;

namespace SmartCity.Canaries.Alpha.Api;

internal static class PermitEndpoints
{
    public static void MapPermits(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/permits/{permit:guid}", ReadAsync).WithName("readPermit").WithTags("Permits");

    private static async Task<Found<ReadPermit.View>> ReadAsync(Guid permit, IMediator mediator) =>
        new(await mediator.Send(new ReadPermit(new PermitId(permit))));
}
