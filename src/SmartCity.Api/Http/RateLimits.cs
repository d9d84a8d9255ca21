using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SmartCity.Api.Composition;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.Api.Http;

/// <summary>How often one account, or one address that is not signed in, may ask.</summary>
internal static class RateLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private const int SegmentsPerWindow = 6;

    // An export reads for as long as its list is, a bulk request works through all it brought: a few at once leave the
    // service to others.
    private const int HeavyAtOnce = 4;

    /// <summary>For everything behind authentication: by account, else by address; and so many exports and bulk requests of one at once.</summary>
    public static RateLimiterOptions ForEverything(RateLimitSettings settings) =>
        Options(
            PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context =>
                    context.User.FindFirst(ActorClaims.Account) is { } account
                        ? Partition($"account {account.Value}", settings.PerAccount)
                        : Partition($"address {AddressOf(context)}", settings.PerAddress)
                ),
                PartitionedRateLimiter.Create<HttpContext, string>(Heavy)
            )
        );

    /// <summary>For the sign-in pages and the token endpoint, which answer before anybody is known: by address.</summary>
    public static RateLimiterOptions ForSignIn(RateLimitSettings settings) =>
        Options(
            PartitionedRateLimiter.Create<HttpContext, string>(context =>
                Partition($"sign-in {AddressOf(context)}", settings.SignInPerAddress)
            )
        );

    /// <summary>True for what a module maps outside the versioned API; the host's own pages are not among it.</summary>
    public static bool IsSignIn(HttpContext context) =>
        !HostRoutes.Prefixes.Any(prefix =>
            context.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase)
        );

    private static RateLimiterOptions Options(PartitionedRateLimiter<HttpContext> limiter) =>
        new()
        {
            GlobalLimiter = limiter,
            OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told)
                    ? told
                    : Window / SegmentsPerWindow;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                    .ToString(CultureInfo.InvariantCulture);
                await PipelineProblem.TooManyRequests.WriteAsync(rejected.HttpContext);
            },
        };

    private static RateLimitPartition<string> Partition(string key, int permits) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            key,
            _ =>
                new()
                {
                    PermitLimit = permits,
                    Window = Window,
                    SegmentsPerWindow = SegmentsPerWindow,
                }
        );

    private static RateLimitPartition<string> Heavy(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } endpoint
        && (endpoint.GetMetadata<ExportsList>() is not null || endpoint.GetMetadata<BulkRequest>() is not null)
        && context.User.FindFirst(ActorClaims.Account) is { } account
            ? RateLimitPartition.GetConcurrencyLimiter(account.Value, _ => new() { PermitLimit = HeavyAtOnce })
            : RateLimitPartition.GetNoLimiter("");

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "local";
}
