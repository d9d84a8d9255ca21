using System.Diagnostics.Metrics;
using SmartCity.Api.Health;
using SmartCity.BuildingBlocks;

namespace SmartCity.Api.Observability;

/// <summary>
/// Publishes the age of each module's oldest waiting message and the number of those given up. A metric is read without
/// waiting, so the report is fetched beforehand.
/// </summary>
internal sealed class BacklogGauges(ServiceStatus status, IMeterFactory meters, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);

    private volatile IReadOnlyList<ModuleStatus> modules = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var meter = meters.Create(Telemetry.Name);
        meter.CreateObservableGauge("smartcity.outbox.oldest_age", () => Measure(Age), "s", "Oldest waiting message");
        meter.CreateObservableGauge("smartcity.outbox.given_up", () => Measure(GivenUp), "{message}", "Given up");
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

    private static long Age(ModuleStatus module) => module.OldestWaitingMessageSeconds ?? 0;

    private static long GivenUp(ModuleStatus module) => module.GivenUpMessages;
}
