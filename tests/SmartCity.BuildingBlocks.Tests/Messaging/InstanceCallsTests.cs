using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Messaging;

public sealed class InstanceCallsTests
{
    private static readonly TimeSpan LongAway = TimeSpan.FromDays(1);

    private readonly WatchedTime time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Raise_WhenAnotherInstanceHasCommitted_ThenThisOneWakesThoughTheClockStandsStill()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.PostgreSql);
        var (here, there) = (Signal(), Signal());
        using var hearing = await StartAsync(database, here);
        using var telling = await StartAsync(database, there);

        there.Raise();

        await here.WaitAsync(LongAway, Cancellation);
        await StopAsync(hearing, telling);
    }

    [Fact(Timeout = 60_000)]
    public async Task Raise_WhenTheListeningConnectionBroke_ThenItListensAgainAndLooksForWhatItMissed()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.PostgreSql);
        var (here, there) = (Signal(), Signal());
        using var hearing = await StartAsync(database, here);
        await BreakListenersAsync(database);
        time.Advance(await time.NextWaitAsync());
        await here.WaitAsync(LongAway, Cancellation);
        using var telling = await StartAsync(database, there);

        there.Raise();

        await here.WaitAsync(LongAway, Cancellation);
        await StopAsync(hearing, telling);
    }

    [Fact(Timeout = 60_000)]
    public async Task Execute_WhenTheDatabaseHasNoCalls_ThenItEndsAtOnce()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        using var calls = Calls(database, Signal());

        await calls.StartAsync(Cancellation);

        await calls.ExecuteTask!;
    }

    // Its own clock stands still, so that only a call ends a wait.
    private static OutboxSignal Signal() => new(new WatchedTime());

    private InstanceCalls Calls(TestDatabase database, OutboxSignal signal) =>
        new(database.Choice, signal, new Version7IdSource(time), time, NullLogger<InstanceCalls>.Instance);

    /// <summary>Returns when it listens: then it has a first look.</summary>
    private async Task<InstanceCalls> StartAsync(TestDatabase database, OutboxSignal signal)
    {
        var calls = Calls(database, signal);
        await calls.StartAsync(Cancellation);
        await signal.WaitAsync(LongAway, Cancellation);
        return calls;
    }

    private static async Task StopAsync(params InstanceCalls[] all)
    {
        foreach (var calls in all)
        {
            await calls.StopAsync(Cancellation);
        }
    }

    private static async Task BreakListenersAsync(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.Choice.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                + "WHERE datname = current_database() AND query LIKE 'LISTEN %'",
            connection
        );
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
