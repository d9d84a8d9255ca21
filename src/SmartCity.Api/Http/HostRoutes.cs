using Asp.Versioning;
using SmartCity.Api.Health;
using SmartCity.Api.OpenApi;
using SmartCity.BuildingBlocks.Modules;

namespace SmartCity.Api.Http;

/// <summary>All addresses: each module's below <c>/api/v1/MODULE</c>, and the host's own.</summary>
internal static class HostRoutes
{
    public const string Api = "/api";

    /// <summary>Where the host's own pages and the versioned API stand; the rest belongs to modules.</summary>
    public static readonly IReadOnlyList<PathString> Prefixes = [Api, "/health", "/openapi", "/scalar"];

    public static void MapAll(this WebApplication service)
    {
        var versions = service.NewApiVersionSet().HasApiVersion(new ApiVersion(1, 0)).Build();
        foreach (var module in service.Services.GetServices<IModule>())
        {
            var segment = module.Schema.Replace('_', '-');
            var group = service
                .MapGroup($"{Api}/v{{version:apiVersion}}/{segment}")
                .WithApiVersionSet(versions)
                .RequireAuthorization();
            module.Map(group);
            module.MapRoot(service);
        }

        service.MapHealth();
        service.MapApiDescription();
    }
}
