using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Messaging;

public sealed class OutboxWorkerTests
{
    private static readonly OutboxOptions Options = new();

    private readonly WatchedTime time = new();
    private readonly RecordedLog<OutboxWorker> log = new();
    private Outage? database;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000), EveryDatabase]
    public async Task Execute_WhenAMessageIsCommitted_ThenItIsDeliveredThoughTheClockStandsStill(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        var counter = await host.OpenAsync();
        using var worker = Worker(host);
        await worker.StartAsync(Cancellation);
        await time.NextWaitAsync();

        await host.RaiseAsync(counter);

        // Each wait begins when nothing more was due.
        while (await host.HeardOfAsync(counter) != "1")
        {
            (await time.NextWaitAsync()).ShouldBe(Options.LookEvery);
        }

        time.GetUtcNow().ShouldBe(time.Start);
        await worker.StopAsync(Cancellation);
    }

    [Fact(Timeout = 60_000)]
    public async Task Execute_WhenTheDatabaseIsAway_ThenItWaitsEverLongerUpToFiveSeconds()
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);
        using var worker = Worker(host);
        database!.Lasts = true;

        await worker.StartAsync(Cancellation);

        (await WaitsAsync(5)).ShouldBe([1, 2, 4, 5, 5]);
        await worker.StopAsync(Cancellation);
    }

    [Fact(Timeout = 60_000)]
    public async Task Execute_WhenTheDatabaseReturns_ThenTheMessagesAreDeliveredWithoutARestart()
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);
        var counter = await host.OpenAsync();
        await host.RaiseAsync(counter);
        using var worker = Worker(host);
        database!.Lasts = true;
        await worker.StartAsync(Cancellation);
        await WaitsAsync(2);
        var last = await time.NextWaitAsync();
        database.Lasts = false;

        time.Advance(last);

        while (await host.HeardOfAsync(counter) != "1")
        {
            (await time.NextWaitAsync()).ShouldBe(Options.LookEvery);
        }

        await worker.StopAsync(Cancellation);
    }

    [Fact(Timeout = 60_000)]
    public async Task Execute_WhenTheDatabaseWasAwayAndReturned_ThenTheWholeFaultIsLoggedOnceAndTheReturnOnce()
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);
        using var worker = Worker(host);
        database!.Lasts = true;
        await worker.StartAsync(Cancellation);
        await WaitsAsync(2);
        var last = await time.NextWaitAsync();
        database.Lasts = false;
        time.Advance(last);
        (await time.NextWaitAsync()).ShouldBe(Options.LookEvery);

        await worker.StopAsync(Cancellation);

        log.Lines.Select(line => (line.Level, line.Fault is not null))
            .ShouldBe([
                (LogLevel.Error, true),
                (LogLevel.Warning, false),
                (LogLevel.Warning, false),
                (LogLevel.Information, false),
            ]);
        log.Lines[1].Text.ShouldContain(nameof(TimeoutException));
    }

    [Fact(Timeout = 60_000)]
    public async Task Execute_WhenTheDatabaseGoesAwayASecondTime_ThenItBeginsAnewWithTheWholeFaultAndOneSecond()
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);
        using var worker = Worker(host);
        database!.Lasts = true;
        await worker.StartAsync(Cancellation);
        await WaitsAsync(1);
        var last = await time.NextWaitAsync();
        database.Lasts = false;
        time.Advance(last);
        var look = await time.NextWaitAsync();
        database.Lasts = true;

        time.Advance(look);

        (await WaitsAsync(1)).ShouldBe([1]);
        log.Lines.Count(line => line.Level == LogLevel.Error).ShouldBe(2);
        await worker.StopAsync(Cancellation);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stop_WhenItWaits_ThenItEndsAtOnceAndWithoutAFault(bool databaseIsAway)
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);
        using var worker = Worker(host);
        database!.Lasts = databaseIsAway;
        await worker.StartAsync(Cancellation);
        await time.NextWaitAsync();

        await worker.StopAsync(Cancellation);

        worker.ExecuteTask!.Status.ShouldBe(TaskStatus.RanToCompletion);
        time.GetUtcNow().ShouldBe(time.Start);
    }

    private Task<ModuleHost> StartAsync(DatabaseKind kind) =>
        Miniature.StartAsync(kind, services => services.AddSingleton<TimeProvider>(time));

    private OutboxWorker Worker(ModuleHost host)
    {
        database = new Outage(host.Services.GetRequiredService<IServiceScopeFactory>());
        var dispatcher = new OutboxDispatcher(
            host.Services.GetServices<IModule>(),
            host.Services.GetRequiredService<IntegrationEventRegistry>(),
            database,
            time,
            Options,
            host.Database,
            NullLogger<OutboxDispatcher>.Instance
        );
        var readiness = new FirstReadiness(time);
        readiness.Tell();
        return new(dispatcher, host.Services.GetRequiredService<OutboxSignal>(), Options, readiness, time, log);
    }

    /// <summary>Lets that many waits begin and pass.</summary>
    /// <returns>Their lengths in seconds.</returns>
    private async Task<List<double>> WaitsAsync(int count)
    {
        var lengths = new List<double>();
        while (lengths.Count < count)
        {
            var wait = await time.NextWaitAsync();
            lengths.Add(wait.TotalSeconds);
            time.Advance(wait);
        }

        return lengths;
    }

    /// <summary>While it lasts, no work with the database can begin.</summary>
    private sealed class Outage(IServiceScopeFactory scopes) : IServiceScopeFactory
    {
        public volatile bool Lasts;

        public IServiceScope CreateScope() => Lasts ? throw new TimeoutException("No answer.") : scopes.CreateScope();
    }
}
