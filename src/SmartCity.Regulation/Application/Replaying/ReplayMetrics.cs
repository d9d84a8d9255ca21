using System.Diagnostics.Metrics;
using SmartCity.BuildingBlocks;

namespace SmartCity.Regulation.Application.Replaying;

/// <summary>What operators watch: any difference at all is an alarm.</summary>
internal static class ReplayMetrics
{
    private static readonly Meter Meter = new(Telemetry.Name);

    private static readonly Counter<long> Judgements = Meter.CreateCounter<long>("smartcity.replay.judgements");

    private static readonly Counter<long> Differences = Meter.CreateCounter<long>("smartcity.replay.differences");

    public static void Count(int judgements, int differences)
    {
        Judgements.Add(judgements);
        Differences.Add(differences);
    }
}
