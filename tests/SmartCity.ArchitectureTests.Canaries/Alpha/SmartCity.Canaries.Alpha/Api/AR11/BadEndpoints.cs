using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace SmartCity.Canaries.Alpha.Api.AR11;

internal sealed class InstanceEndpoints
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/instance", () => "");
}

public static class PublicMapping
{
    public static void MapPublic(this IEndpointRouteBuilder routes) => routes.MapGet("/public", () => "");
}
