using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Miniature.Errands;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.Clocks;

/// <summary>A calendar that is in force is counted by at once; nobody waits for the job.</summary>
public sealed class ClockRecountWorkerTests
{
    private static readonly WorkingCalendar Later = LaterCalendar.WithDayOff(new DateOnly(2026, 3, 6));
    private static readonly WorkingCalendar NextRelease = LaterCalendar.Released(new DateOnly(2026, 3, 6));
    private static readonly DateOnly After = new(2026, 3, 10);

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

        await CountedByAsync(Later);
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

        await CountedByAsync(Later);
        (await host.ClockAsync(errand)).DueOn.ShouldBe(After);
        await worker.StopAsync(Cancellation);
    }

    [Theory(Timeout = 60_000), EveryDatabase]
    public async Task Execute_WhenTheReleaseBringsOtherDays_ThenTheClocksAreCountedByItAtTheStart(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 5);
        await using var upgraded = host.AnotherInstance();
        upgraded.Land(NextRelease);
        using var worker = Worker(upgraded);

        await worker.StartAsync(Cancellation);

        await CountedByAsync(NextRelease);
        (await host.ClockAsync(errand)).DueOn.ShouldBe(After);
        (await host.NoticeKindsAsync()).ShouldBe(["errands.due-moved"]);
        await worker.StopAsync(Cancellation);
    }

    [Theory(Timeout = 60_000), EveryDatabase]
    public async Task Execute_WhenTheReleaseBringsTheSameDays_ThenNoClockIsTouched(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 5);
        // As a release without a version of its own for other days would have counted it.
        await host.InDatabaseAsync<ErrandsDb, int>(database =>
            database
                .Set<StatutoryClock>()
                .ExecuteUpdateAsync(set => set.SetProperty(clock => clock.DueOn, After), Cancellation)
        );
        await using var restarted = host.AnotherInstance();
        using var worker = Worker(restarted);

        await worker.StartAsync(Cancellation);

        await CountedByAsync(WorkingCalendar.Published);
        (await host.ClockAsync(errand)).DueOn.ShouldBe(After);
        (await host.NoticesAsync()).ShouldBeEmpty();
        await worker.StopAsync(Cancellation);
    }

    private ClockRecountWorker Worker(ModuleHost host)
    {
        host.Services.GetRequiredService<FirstReadiness>().Tell();
        return ActivatorUtilities.CreateInstance<ClockRecountWorker>(host.Services, log);
    }

    // All clocks of the one module are counted by it.
    private async Task CountedByAsync(WorkingCalendar calendar)
    {
        var line = await log.FirstAsync(
            one =>
                one.Fault is not null
                || one.Values.Any(value => value.Key == "Version" && Equals(value.Value, calendar.Version)),
            Cancellation
        );
        line.Fault.ShouldBeNull();
    }
}
