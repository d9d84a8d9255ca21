using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SmartCity.Api;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Persistence;

/// <summary>On PostgreSQL a test takes the database of an earlier one: nothing of that test may be left in it.</summary>
public sealed class TestDatabaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_WhenATestHasGivenItsDatabaseBack_ThenItIsTakenAgainAndEmpty()
    {
        var used = await UsedAsync();

        await using var again = await CreateAsync();

        again.Choice.ShouldBe(used);
        var rows = await RowsAsync(again.Choice);
        rows.Where(table => !table.Key.EndsWith(".migrations_history", StringComparison.Ordinal))
            .ShouldAllBe(table => table.Value == 0);
    }

    [Fact]
    public async Task Create_WhenItIsTakenAgain_ThenItsTablesAndTheirMigrationsAreThere()
    {
        var first = await CreateAsync();
        var tables = (await RowsAsync(first.Choice)).Keys;
        await first.DisposeAsync();

        await using var again = await CreateAsync();

        var rows = await RowsAsync(again.Choice);
        rows.Keys.ShouldBe(tables);
        var histories = rows.Where(table => table.Key.EndsWith(".migrations_history", StringComparison.Ordinal))
            .ToList();
        histories.Count.ShouldBe(Stored.Count);
        histories.ShouldAllBe(table => table.Value > 0);
    }

    [Fact]
    public async Task Create_WhenItIsTakenAgain_ThenItsSequencesStartAtOne()
    {
        await UsedAsync();

        await using var again = await CreateAsync();

        (await WriteMessagesAsync(again.Choice)).ShouldAllBe(sequence => sequence == 1);
    }

    [Fact]
    public async Task Dispose_WhenItIsDoneTwice_ThenTheDatabaseStillServesOneTestAtATime()
    {
        var database = await CreateAsync();
        await database.DisposeAsync();

        await database.DisposeAsync();

        await using var one = await CreateAsync();
        await using var other = await CreateAsync();
        other.Choice.ShouldNotBe(one.Choice);
    }

    [Fact]
    public async Task Dispose_WhenTheDatabaseCannotBeEmptied_ThenItIsDropped()
    {
        var broken = await CreateAsync();
        await ExecuteAsync(broken.Choice, $"DROP TABLE {Stored[0].Schema}.outbox_messages");

        await broken.DisposeAsync();

        var gone = await Should.ThrowAsync<PostgresException>(() => RowsAsync(broken.Choice));
        gone.SqlState.ShouldBe(PostgresErrorCodes.InvalidCatalogName);
    }

    private static List<IModule> Stored { get; } = [.. ModuleList.All.Where(module => module.Database is not null)];

    private static Task<TestDatabase> CreateAsync() =>
        TestDatabase.CreateAsync(DatabaseKind.PostgreSql, ModuleList.All);

    private static async Task<DatabaseChoice> UsedAsync()
    {
        await using var used = await CreateAsync();
        await WriteMessagesAsync(used.Choice);
        return used.Choice;
    }

    /// <summary>Writes one message into every module's outbox.</summary>
    /// <returns>Their numbers.</returns>
    private static async Task<List<long>> WriteMessagesAsync(DatabaseChoice choice)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddModules(ModuleList.All, new ConfigurationBuilder().Build(), choice)
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var sequences = new List<long>();
        foreach (var module in Stored)
        {
            var context = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(module.Database!.Context);
            var message = new OutboxMessage
            {
                Id = context.NewId(),
                Name = "left.by-a-test.v1",
                Aggregate = "one",
                Payload = "{}",
                CausedBy = context.NewId(),
                OccurredAt = ModuleHost.Start,
            };
            context.OutboxMessages.Add(message);
            await context.SaveChangesAsync(Cancellation);
            sequences.Add(message.Sequence);
        }

        return sequences;
    }

    /// <summary>Every table of the modules, with the number of its rows.</summary>
    private static async Task<SortedDictionary<string, long>> RowsAsync(DatabaseChoice choice)
    {
        await using var connection = new NpgsqlConnection(choice.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(
            """
            SELECT table_schema || '.' || table_name,
                   (xpath('/row/n/text()', query_to_xml(
                       format('SELECT count(*) AS n FROM %I.%I', table_schema, table_name), false, true, '')))[1]::text::bigint
            FROM information_schema.tables WHERE table_schema = ANY (@schemas)
            """,
            connection
        );
        command.Parameters.AddWithValue("schemas", Stored.Select(module => module.Schema).ToArray());
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync(Cancellation))
        {
            rows.Add(reader.GetString(0), reader.GetInt64(1));
        }

        return rows;
    }

#pragma warning disable CA2100 // the statement is this test's own
    private static async Task ExecuteAsync(DatabaseChoice choice, string statement)
    {
        await using var connection = new NpgsqlConnection(choice.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
#pragma warning restore CA2100
}
