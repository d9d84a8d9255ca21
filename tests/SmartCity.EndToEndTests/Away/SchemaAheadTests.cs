using System.Net;
using Npgsql;
using SmartCity.Api.CommandLine;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.EndToEndTests.Away;

/// <summary>An older program on a schema to which a newer one has added: it goes on, and may be started again (ADR 0017).</summary>
public sealed class SchemaAheadTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Service_WhenTheSchemaIsAddedToUnderIt_ThenItGoesOnAndStartsAgainWithAWarning()
    {
        await using var server = await PrivatePostgreSql.StartAsync();
        await server.ExecuteAsync("CREATE DATABASE city");
        var folder = TestFolder.New();
        await using var service = await StandingService.StartAsync(server.ConnectionStringOf("city"), folder);

        await server.ExecuteAsync(
            """
            ALTER TABLE approval.declarations ADD COLUMN in_future text NULL;
            CREATE TABLE approval.future_things (id uuid PRIMARY KEY);
            INSERT INTO approval.migrations_history VALUES ('29990101000000_FutureThings', '99.0.0')
            """,
            "city"
        );

        (await service.DraftAsync("ahead")).Status.ShouldBe(HttpStatusCode.Created);
        // A report is served for two seconds: one from after the change is waited for.
        var since = await server.ExecuteAsync("SELECT now()");
        await StandingService.UntilAsync(async () =>
            (await service.ReadyAsync()).Report["at"]!.GetValue<DateTimeOffset>().UtcDateTime > (DateTime)since!
        );
        (await service.ReadyAsync()).Status.ShouldBe(HttpStatusCode.OK);
        await using var again = await ServiceProcess.StartAsync(
            new()
            {
                Database = server.ConnectionStringOf("city"),
                Folder = folder,
                Environment = "Production",
            },
            Cancellation
        );
        again.Output.ShouldContain("Approval");
        var migrated = await ProgramRun.OfAsync(["migrate", "--database", server.ConnectionStringOf("city")], folder);
        (migrated.Exit, migrated.Error).ShouldBe((ExitCode.Success, ""));
        migrated.Output.ShouldContain("Approval：比本程序新，未作改动");
    }

    [Theory, EveryDatabase]
    public async Task Migrate_WhenANewerProgramTookAway_ThenRefusedWithOneLine(DatabaseKind kind)
    {
        // Its own and not a shared one, which the next test would find from the future.
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        string[] command = ["migrate", "--database", database.Choice.ConnectionString];
        (await ProgramRun.OfAsync(command, TestFolder.New())).Exit.ShouldBe(ExitCode.Success);
        await AddHistoryAsync(database.Choice, "29990101000000_ContractThings");

        var run = await ProgramRun.OfAsync(command, TestFolder.New());

        run.ShouldBeOneLine(ExitCode.Schema, "Approval", "较新的程序");
    }

    private static async Task AddHistoryAsync(DatabaseChoice choice, string migration)
    {
        await using System.Data.Common.DbConnection connection =
            choice.Kind == DatabaseKind.Sqlite ? new Microsoft.Data.Sqlite.SqliteConnection(choice.ConnectionString)
            : choice.Kind == DatabaseKind.PostgreSql ? new NpgsqlConnection(choice.ConnectionString)
            : new Microsoft.Data.SqlClient.SqlConnection(choice.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        var table = choice.Kind == DatabaseKind.Sqlite ? "approval_migrations_history" : "approval.migrations_history";
#pragma warning disable CA2100 // the test's own words
        command.CommandText = $"INSERT INTO {table} VALUES ('{migration}', '99.0.0')";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
