namespace SmartCity.Api.Health;

internal static class HealthRoutes
{
    public static void AddServiceStatus(this IServiceCollection services) { }

    public static void MapHealth(this WebApplication service)
    {
        service.MapGet("/health/live", () => TypedResults.Ok(new { status = "live" })).AllowAnonymous();
    }
}
