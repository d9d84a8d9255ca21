using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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

    private readonly Told told = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000), EveryDatabase]
    public async Task Execute_WhenACalendarLands_ThenTheClocksAreCountedByIt(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 5);
        using var worker = Worker(host);
        await worker.StartAsync(Cancellation);

        host.Land(Later);

        await told.CountedBy(Later).WaitAsync(Cancellation);
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

        await told.CountedBy(Later).WaitAsync(Cancellation);
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

        await told.CountedBy(NextRelease).WaitAsync(Cancellation);
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

        await told.CountedBy(WorkingCalendar.Published).WaitAsync(Cancellation);
        (await host.ClockAsync(errand)).DueOn.ShouldBe(After);
        (await host.NoticesAsync()).ShouldBeEmpty();
        await worker.StopAsync(Cancellation);
    }

    private ClockRecountWorker Worker(ModuleHost host)
    {
        host.Services.GetRequiredService<FirstReadiness>().Tell();
        return ActivatorUtilities.CreateInstance<ClockRecountWorker>(host.Services, told);
    }

    /// <summary>Hears that all clocks of the one module are counted by a calendar.</summary>
    private sealed class Told : ILogger<ClockRecountWorker>
    {
        private readonly ConcurrentDictionary<string, TaskCompletionSource> counted = [];
        private readonly TaskCompletionSource failed = NotYet();

        public async Task CountedBy(WorkingCalendar calendar) =>
            await await Task.WhenAny(ByVersion($"{calendar.Version}").Task, failed.Task);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (exception is not null)
            {
                failed.TrySetException(exception);
            }
            else if (state is IReadOnlyList<KeyValuePair<string, object?>> told)
            {
                ByVersion($"{told.Single(one => one.Key == "Version").Value}").TrySetResult();
            }
        }

        private TaskCompletionSource ByVersion(string version) => counted.GetOrAdd(version, _ => NotYet());

        private static TaskCompletionSource NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
