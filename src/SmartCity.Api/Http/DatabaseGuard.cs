using SmartCity.Api.Database;

namespace SmartCity.Api.Http;

/// <summary>While the database is known to be away, requests that need it hear so at once.</summary>
internal static class DatabaseGuard
{
    private static readonly PathString[] WithoutDatabase = ["/health", "/openapi", "/scalar", "/.well-known"];

    public static Task CheckAsync(HttpContext context, RequestDelegate next, DatabaseWatch watch)
    {
        if (
            !watch.IsAway
            || WithoutDatabase.Any(path =>
                context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return next(context);
        }

        context.Response.Headers.RetryAfter = FaultHandler.RetrySoon;
        return PipelineProblem.DatabaseUnavailable.WriteAsync(context);
    }
}
