using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Testing;

/// <summary>How the tables of a test database come to be.</summary>
public enum SchemaSource
{
    /// <summary>By the modules' migrations, as an operator makes them.</summary>
    Migrations,

    /// <summary>From the model, for modules that exist only in tests and have no migrations.</summary>
    Model,
}

/// <summary>
/// An empty database of one test, with every module's tables: the schemas are made once in a test run for each set of
/// modules, then copied. It goes away with the test; on PostgreSQL it is emptied and serves the next.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> SqliteTemplates = new();
    private static readonly ConcurrentDictionary<string, Lazy<Task<PostgreSqlPool>>> PostgreSqlPools = new();

    private readonly PostgreSqlPool? pool;
    private int disposed;

    private TestDatabase(DatabaseChoice choice, PostgreSqlPool? pool = null)
    {
        Choice = choice;
        this.pool = pool;
    }

    public DatabaseChoice Choice { get; }

    public static async Task<TestDatabase> CreateAsync(
        DatabaseKind kind,
        IReadOnlyList<IModule> modules,
        SchemaSource schema = SchemaSource.Migrations
    ) =>
        kind switch
        {
            DatabaseKind.Sqlite => await CopySqliteAsync(modules, schema),
            DatabaseKind.PostgreSql => await TakePostgreSqlAsync(modules, schema),
            DatabaseKind.SqlServer => await MakeSqlServerAsync(modules, schema),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>A database without any table, for tests of the migrations themselves.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind)
    {
        var name = NewName();
        switch (kind)
        {
            case DatabaseKind.Sqlite:
                return new(EmptySqlite());
            case DatabaseKind.PostgreSql:
                await PostgreSqlPool.OnServerAsync($"CREATE DATABASE {name}");
                return new(PostgreSql(name));
            default:
                // Migrating makes it.
                return new(SqlServer(name));
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Given back twice, one database would serve two tests at once.
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        switch (Choice.Kind)
        {
            case DatabaseKind.Sqlite:
                await using (var connection = new SqliteConnection(Choice.ConnectionString))
                {
                    SqliteConnection.ClearPool(connection);
                    foreach (var ending in new[] { "", "-wal", "-shm" })
                    {
                        File.Delete(connection.DataSource + ending);
                    }
                }

                break;
            case DatabaseKind.PostgreSql:
                var name = new NpgsqlConnectionStringBuilder(Choice.ConnectionString).Database!;
                await (pool is null ? PostgreSqlPool.DropAsync(name) : pool.GiveBackAsync(name));
                break;
            default:
                await using (var connection = new SqlConnection(Choice.ConnectionString))
                {
                    SqlConnection.ClearPool(connection);
                    await OnSqlServerAsync(
                        $"ALTER DATABASE {connection.Database} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {connection.Database}"
                    );
                }

                break;
        }
    }

    private static async Task<TestDatabase> CopySqliteAsync(IReadOnlyList<IModule> modules, SchemaSource schema)
    {
        var template = await SqliteTemplates
            .GetOrAdd(Set(modules, schema), _ => new(() => MakeSqliteTemplateAsync(modules, schema)))
            .Value;
        var file = SqliteFile(NewName());
        File.Copy(template, file);
        return new(DatabaseChoice.Parse(file));
    }

    private static async Task<string> MakeSqliteTemplateAsync(IReadOnlyList<IModule> modules, SchemaSource schema)
    {
        var choice = EmptySqlite();
        await MakeSchemasAsync(choice, modules, schema);
        await using var connection = new SqliteConnection(choice.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        SqliteConnection.ClearPool(connection);
        return connection.DataSource;
    }

    private static async Task<TestDatabase> TakePostgreSqlAsync(IReadOnlyList<IModule> modules, SchemaSource schema)
    {
        var pool = await PostgreSqlPools
            .GetOrAdd(Set(modules, schema), _ => new(() => MakePostgreSqlPoolAsync(modules, schema)))
            .Value;
        return new(PostgreSql(await pool.TakeAsync()), pool);
    }

    private static async Task<PostgreSqlPool> MakePostgreSqlPoolAsync(
        IReadOnlyList<IModule> modules,
        SchemaSource schema
    )
    {
        var template = NewName();
        await PostgreSqlPool.OnServerAsync($"CREATE DATABASE {template}");
        await MakeSchemasAsync(PostgreSql(template), modules, schema);
        return await PostgreSqlPool.OfAsync(template, modules);
    }

    // SQL Server copies no database by name; making the schemas anew is slow and simple, and it runs in CI only.
    private static async Task<TestDatabase> MakeSqlServerAsync(IReadOnlyList<IModule> modules, SchemaSource schema)
    {
        var choice = SqlServer(NewName());
        await MakeSchemasAsync(choice, modules, schema);
        return new(choice);
    }

    private static string Set(IReadOnlyList<IModule> modules, SchemaSource schema) =>
        $"{schema} {string.Join(',', modules.Select(module => module.GetType().FullName))}";

    private static async Task MakeSchemasAsync(
        DatabaseChoice choice,
        IReadOnlyList<IModule> modules,
        SchemaSource schema
    )
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddModules(modules, new ConfigurationBuilder().Build(), choice)
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        foreach (var module in modules.Where(module => module.Database is not null))
        {
            var context = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(module.Database!.Context);
            if (schema == SchemaSource.Migrations)
            {
                await context.Database.MigrateAsync();
                continue;
            }

            var creator = (IRelationalDatabaseCreator)context.GetService<IDatabaseCreator>();
            if (!await creator.ExistsAsync())
            {
                await creator.CreateAsync();
            }

            await creator.CreateTablesAsync();
        }
    }

    internal static string NewName() => $"smartcity_test_{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    private static string SqliteFile(string name) => Path.Combine(TestFolder.Path, $"{name}.db");

    // An empty file is an empty database.
    private static DatabaseChoice EmptySqlite()
    {
        var file = SqliteFile(NewName());
        File.WriteAllBytes(file, []);
        return DatabaseChoice.Parse(file);
    }

    private static DatabaseChoice PostgreSql(string name) =>
        DatabaseChoice.Parse(PostgreSqlPool.ConnectionString(name));

    private static DatabaseChoice SqlServer(string name) =>
        DatabaseChoice.Parse(
            new SqlConnectionStringBuilder(TestEnvironment.SqlServer) { InitialCatalog = name }.ConnectionString
        );

#pragma warning disable CA2100 // the only names put into these statements are made here
    private static async Task OnSqlServerAsync(string statement)
    {
        await using var connection = new SqlConnection(TestEnvironment.SqlServer);
        await connection.OpenAsync();
        await using var command = new SqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
#pragma warning restore CA2100
}
