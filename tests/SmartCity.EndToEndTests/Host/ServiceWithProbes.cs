using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace SmartCity.EndToEndTests.Host;

/// <summary>A running service with endpoints that do on purpose what no module's endpoint does; its tests only read.</summary>
public sealed class ServiceWithProbes : IAsyncLifetime
{
    public const string Echo = "/api/probe";
    public const string Failing = "/api/probe/failing";
    public const string Busy = "/api/probe/busy";
    public const string InnerWords = "inner words";

    internal RunningService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Service = await RunningService.StartAsync(Map, ("RateLimits:PerAddress", "100000"));

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    internal static void Map(WebApplication application)
    {
        application.MapPost(Echo, (Body body) => body);
        application.MapGet(Echo, (int? limit) => limit);
        application.MapGet(Failing, string () => throw new InvalidOperationException(InnerWords));
        application.MapGet(Busy, string () => throw new SqliteException("database is locked", 5));
    }

    internal sealed record Body
    {
        public required string Name { get; init; }

        public required int Count { get; init; }
    }
}
