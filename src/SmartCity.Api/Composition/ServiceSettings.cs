using System.Net;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Api.Composition;

/// <summary>The host's own settings, checked; <see cref="SettingsReader"/> makes them.</summary>
internal sealed record ServiceSettings
{
    public const string DefaultUrls = "http://127.0.0.1:5080";

    public required DatabaseChoice Database { get; init; }

    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>The proxies in front that end TLS and whose forwarded headers are believed.</summary>
    public required IReadOnlyList<IPNetwork> TrustedProxies { get; init; }

    /// <summary>Bytes of a request's body where the endpoint says nothing else.</summary>
    public required long LargestBody { get; init; }

    /// <summary>How long the service goes on answering after it has said that it will stop.</summary>
    public required TimeSpan DrainFor { get; init; }

    public required RateLimitSettings RateLimits { get; init; }

    /// <summary>Where traces and metrics are sent by OTLP; null sends none.</summary>
    public required Uri? OpenTelemetryEndpoint { get; init; }
}

/// <summary>Requests a minute.</summary>
internal sealed record RateLimitSettings(int PerAccount, int PerAddress, int SignInPerAddress);
