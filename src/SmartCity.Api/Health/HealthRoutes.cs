using System.Text;
using SmartCity.BuildingBlocks.Modules;

namespace SmartCity.Api.Health;

/// <summary>Whether the process lives, whether the service can serve, and the same as a page for people.</summary>
internal static class HealthRoutes
{
    private const string Tag = "health";

    /// <summary>That the process answers.</summary>
    internal sealed record Alive(string Status);

    public static void AddServiceStatus(this IServiceCollection services)
    {
        services.AddSingleton<ServiceStatus>();
        services.AddSingleton<Draining>();
        services.AddHostedService(provider => provider.GetRequiredService<Draining>());
    }

    public static void MapHealth(this WebApplication service)
    {
        var group = service.MapGroup("/health").WithTags(Tag).AllowAnonymous();
        group
            .MapGet("/live", Live)
            .WithName("GetLive")
            .WithSummary("进程是否存活")
            .WithDescription("只说明进程在应答；不查数据库。Tells that the process answers; asks no database.");
        group
            .MapGet("/ready", ReadyAsync)
            .WithName("GetReady")
            .WithSummary("服务是否可用")
            .WithDescription(
                "逐个模块查看数据库能否连接、结构是否最新，并说明消息积压和定时任务。Asks each module's database."
            )
            .Produces<StatusReport>()
            .Produces<StatusReport>(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("", PageAsync).WithName("GetHealthPage").ExcludeFromDescription();
    }

    private static Alive Live() => new("live");

    private static async Task<IResult> ReadyAsync(
        ServiceStatus status,
        FirstReadiness readiness,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var report = await status.ReadAsync(cancellationToken);
        if (report.Ready)
        {
            response.OnCompleted(() =>
            {
                readiness.Tell();
                return Task.CompletedTask;
            });
        }

        return TypedResults.Json(report, statusCode: StatusOf(report));
    }

    private static async Task<IResult> PageAsync(
        ServiceStatus status,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var report = await status.ReadAsync(cancellationToken);
        response.Headers.ContentSecurityPolicy = HealthPage.ContentSecurityPolicy;
        return TypedResults.Content(HealthPage.Write(report), "text/html", Encoding.UTF8, StatusOf(report));
    }

    private static int StatusOf(StatusReport report) =>
        report.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
}
