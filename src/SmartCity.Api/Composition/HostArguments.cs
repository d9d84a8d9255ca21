namespace SmartCity.Api.Composition;

/// <summary>What the command line says over the configuration; null leaves the configuration's own value.</summary>
public sealed record HostArguments
{
    public string? Database { get; init; }

    public string? Urls { get; init; }

    public string? Environment { get; init; }

    /// <summary>Further settings by their configuration keys, such as <c>RateLimits:PerAccountPerMinute</c>.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();
}
