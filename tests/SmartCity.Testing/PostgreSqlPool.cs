using System.Collections.Concurrent;
using System.Data.Common;
using Npgsql;
using Respawn;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Testing;

/// <summary>
/// The databases of one set of modules on PostgreSQL: each is copied from the template once, then emptied after every
/// test and taken again by the next.
/// </summary>
internal sealed class PostgreSqlPool
{
    private readonly ConcurrentBag<string> emptied = [];
    private readonly string template;
    private readonly Respawner respawner;

    private PostgreSqlPool(string template, Respawner respawner)
    {
        this.template = template;
        this.respawner = respawner;
    }

    /// <param name="template">A database with the modules' tables, to which nobody is connected.</param>
    /// <param name="modules">Those whose tables are emptied.</param>
    public static async Task<PostgreSqlPool> OfAsync(string template, IReadOnlyList<IModule> modules)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(template));
        await connection.OpenAsync();
        var respawner = await Respawner.CreateAsync(
            connection,
            new RespawnerOptions
            {
                DbAdapter = DbAdapter.Postgres,
                SchemasToInclude = [.. modules.Select(module => module.Schema)],
                TablesToIgnore = ["migrations_history"],
                WithReseed = true,
                CommandTimeout = 10,
            }
        );
        // A database that somebody is connected to cannot be copied.
        NpgsqlConnection.ClearPool(connection);
        return new(template, respawner);
    }

    /// <summary>The name of an empty database that is the caller's until given back.</summary>
    public async Task<string> TakeAsync()
    {
        if (emptied.TryTake(out var again))
        {
            return again;
        }

        var copy = TestDatabase.NewName();
        await OnServerAsync($"CREATE DATABASE {copy} TEMPLATE {template}");
        return copy;
    }

    /// <summary>Empties the database for the next test; one that cannot be emptied is dropped.</summary>
    public async Task GiveBackAsync(string name)
    {
        try
        {
            await EmptyAsync(name);
        }
        catch (DbException)
        {
            // The test has changed its tables or holds them still: nobody else can use it.
            await DropAsync(name);
            return;
        }

        emptied.Add(name);
    }

    public static async Task DropAsync(string name)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(name));
        NpgsqlConnection.ClearPool(connection);
        await OnServerAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    /// <summary>As the service itself connects: a pool is known by its connection string.</summary>
    public static string ConnectionString(string name) =>
        DatabaseChoice
            .Parse(new NpgsqlConnectionStringBuilder(TestEnvironment.PostgreSql) { Database = name }.ConnectionString)
            .ConnectionString;

#pragma warning disable CA2100 // the only names put into these statements are made here
    public static async Task OnServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(TestEnvironment.PostgreSql);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
#pragma warning restore CA2100

    private async Task EmptyAsync(string name)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(name));
        // The connections of the test's own services go now; while the database waits, none counts on the server.
        NpgsqlConnection.ClearPool(connection);
        await connection.OpenAsync();
        await using (
            // What the test has left running must not write into the next test.
            var others = new NpgsqlCommand(
                """
                SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
                """,
                connection
            )
        )
        {
            await others.ExecuteNonQueryAsync();
        }

        await respawner.ResetAsync(connection);
        NpgsqlConnection.ClearPool(connection);
    }
}
