using System.Diagnostics.Metrics;
using SmartCity.Api.Health;
using SmartCity.BuildingBlocks;
using SmartCity.BuildingBlocks.Audit;

namespace SmartCity.Api.Observability;

/// <summary>
/// Publishes the age of each module's oldest waiting message and the number of those given up, and how far witnesses lag
/// behind the evidence log. A metric is read without waiting, so the report is fetched beforehand.
/// </summary>
internal sealed class BacklogGauges(
    ServiceStatus status,
    ICosigningWatch cosigning,
    IMeterFactory meters,
    TimeProvider time
) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);

    private volatile IReadOnlyList<ModuleStatus> modules = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var meter = meters.Create(Telemetry.Name);
        meter.CreateObservableGauge("smartcity.outbox.oldest_age", () => Measure(Age), "s", "Oldest waiting message");
        meter.CreateObservableGauge("smartcity.outbox.given_up", () => Measure(GivenUp), "{message}", "Given up");
        meter.CreateObservableGauge(
            "smartcity.evidence.not_cosigned_age",
            () => Measure(state => state.MissingSeconds),
            "s",
            "Oldest entry without cosignature"
        );
        meter.CreateObservableGauge(
            "smartcity.evidence.not_cosigned",
            () => Measure(state => state.Size - state.CosignedSize),
            "{leaf}",
            "Leaves without cosignature"
        );
        meter.CreateObservableGauge(
            "smartcity.evidence.warning_level",
            () => Measure(state => (long)state.Level),
            description: "0 current, 1 notice, 2 warning, 3 alarm"
        );
        using var timer = new PeriodicTimer(LookEvery, time);
        do
        {
            modules = (await status.ReadAsync(stoppingToken)).Modules;
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private IEnumerable<Measurement<long>> Measure(Func<ModuleStatus, long> value) =>
        modules.Select(module => new Measurement<long>(
            value(module),
            new KeyValuePair<string, object?>("module", module.Module)
        ));

    private IEnumerable<Measurement<long>> Measure(Func<CosigningState, long> value) =>
        cosigning.Known is { } state ? [new(value(state))] : [];

    private static long Age(ModuleStatus module) => module.OldestWaitingMessageSeconds ?? 0;

    private static long GivenUp(ModuleStatus module) => module.GivenUpMessages;
}
