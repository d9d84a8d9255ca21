using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.Clocks;

/// <summary>A calendar that is in force is counted by at once; nobody waits for the job.</summary>
public sealed class ClockRecountWorkerTests
{
    private static readonly WorkingCalendar Later = LaterCalendar.WithDayOff(new DateOnly(2026, 3, 6));
    private static readonly DateOnly After = new(2026, 3, 10);

    // Its first line tells that all clocks of the one module are counted.
    private readonly RecordedLog<ClockRecountWorker> log = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000), EveryDatabase]
    public async Task Execute_WhenACalendarLands_ThenTheClocksAreCountedByIt(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 5);
        using var worker = Worker(host);
        await worker.StartAsync(Cancellation);

        host.Land(Later);

        (await log.First.WaitAsync(Cancellation)).Fault.ShouldBeNull();
        (await host.ClockAsync(errand)).DueOn.ShouldBe(After);
        await worker.StopAsync(Cancellation);
    }

    [Theory(Timeout = 60_000), EveryDatabase]
    public async Task Execute_WhenACalendarLandedBeforeTheInstanceStarted_ThenTheRestIsCountedByIt(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 5);
        host.Land(Later);
        using var worker = Worker(host);

        await worker.StartAsync(Cancellation);

        (await log.First.WaitAsync(Cancellation)).Fault.ShouldBeNull();
        (await host.ClockAsync(errand)).DueOn.ShouldBe(After);
        await worker.StopAsync(Cancellation);
    }

    private ClockRecountWorker Worker(ModuleHost host)
    {
        host.Services.GetRequiredService<FirstReadiness>().Tell();
        return ActivatorUtilities.CreateInstance<ClockRecountWorker>(host.Services, log);
    }
}
