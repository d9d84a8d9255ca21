using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SmartCity.BuildingBlocks;

/// <summary>Where the service's own traces and metrics come from.</summary>
public static class Telemetry
{
    public const string Name = "SmartCity";

    internal static ActivitySource Source { get; } = new(Name);

    internal static Meter Meter { get; } = new(Name);

    /// <summary>Acts by command and outcome.</summary>
    internal static Counter<long> Acts { get; } = Meter.CreateCounter<long>("smartcity.acts");
}
