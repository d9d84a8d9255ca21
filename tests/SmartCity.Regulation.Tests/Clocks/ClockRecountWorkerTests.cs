using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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

        await told.Done.WaitAsync(Cancellation);
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

        await told.Done.WaitAsync(Cancellation);
        (await host.ClockAsync(errand)).DueOn.ShouldBe(After);
        await worker.StopAsync(Cancellation);
    }

    private ClockRecountWorker Worker(ModuleHost host)
    {
        host.Services.GetRequiredService<FirstReadiness>().Tell();
        return ActivatorUtilities.CreateInstance<ClockRecountWorker>(host.Services, told);
    }

    /// <summary>Hears that all clocks of the one module are counted.</summary>
    private sealed class Told : ILogger<ClockRecountWorker>
    {
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Done => done.Task;

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
            if (exception is null)
            {
                done.TrySetResult();
            }
            else
            {
                done.TrySetException(exception);
            }
        }
    }
}
