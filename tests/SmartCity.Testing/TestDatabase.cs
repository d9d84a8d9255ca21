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
/// modules, then copied. It goes away with the test.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new();

    private TestDatabase(DatabaseChoice choice) => Choice = choice;

    public DatabaseChoice Choice { get; }

    public static async Task<TestDatabase> CreateAsync(
        DatabaseKind kind,
        IReadOnlyList<IModule> modules,
        SchemaSource schema = SchemaSource.Migrations
    ) =>
        kind switch
        {
            DatabaseKind.Sqlite => await CopySqliteAsync(modules, schema),
            DatabaseKind.PostgreSql => await CopyPostgreSqlAsync(modules, schema),
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
                return new(DatabaseChoice.Parse(SqliteFile(name)));
            case DatabaseKind.PostgreSql:
                await OnPostgreSqlAsync($"CREATE DATABASE {name}");
                return new(PostgreSql(name));
            default:
                // Migrating makes it.
                return new(SqlServer(name));
        }
    }

    public async ValueTask DisposeAsync()
    {
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
                await using (var connection = new NpgsqlConnection(Choice.ConnectionString))
                {
                    NpgsqlConnection.ClearPool(connection);
                    await OnPostgreSqlAsync($"DROP DATABASE {connection.Database} WITH (FORCE)");
                }

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
        var template = await TemplateAsync(
            DatabaseKind.Sqlite,
            modules,
            schema,
            async name =>
            {
                var choice = DatabaseChoice.Parse(SqliteFile(name));
                await MakeSchemasAsync(choice, modules, schema);
                await using var connection = new SqliteConnection(choice.ConnectionString);
                await connection.OpenAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                await command.ExecuteNonQueryAsync();
                SqliteConnection.ClearPool(connection);
                return connection.DataSource;
            }
        );
        var file = SqliteFile(NewName());
        File.Copy(template, file);
        return new(DatabaseChoice.Parse(file));
    }

    private static async Task<TestDatabase> CopyPostgreSqlAsync(IReadOnlyList<IModule> modules, SchemaSource schema)
    {
        var template = await TemplateAsync(
            DatabaseKind.PostgreSql,
            modules,
            schema,
            async name =>
            {
                await OnPostgreSqlAsync($"CREATE DATABASE {name}");
                var choice = PostgreSql(name);
                await MakeSchemasAsync(choice, modules, schema);
                await using var connection = new NpgsqlConnection(choice.ConnectionString);
                NpgsqlConnection.ClearPool(connection);
                return name;
            }
        );
        var copy = NewName();
        await OnPostgreSqlAsync($"CREATE DATABASE {copy} TEMPLATE {template}");
        return new(PostgreSql(copy));
    }

    // SQL Server copies no database by name; making the schemas anew is slow and simple, and it runs in CI only.
    private static async Task<TestDatabase> MakeSqlServerAsync(IReadOnlyList<IModule> modules, SchemaSource schema)
    {
        var choice = SqlServer(NewName());
        await MakeSchemasAsync(choice, modules, schema);
        return new(choice);
    }

    private static Task<string> TemplateAsync(
        DatabaseKind kind,
        IReadOnlyList<IModule> modules,
        SchemaSource schema,
        Func<string, Task<string>> make
    )
    {
        var set = $"{kind} {schema} {string.Join(',', modules.Select(module => module.GetType().FullName))}";
        return Templates.GetOrAdd(set, _ => new(() => make(NewName()))).Value;
    }

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

    private static string NewName() => $"smartcity_test_{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    private static string SqliteFile(string name) => Path.Combine(TestFolder.Path, $"{name}.db");

    private static DatabaseChoice PostgreSql(string name) =>
        DatabaseChoice.Parse(
            new NpgsqlConnectionStringBuilder(TestEnvironment.PostgreSql) { Database = name }.ConnectionString
        );

    private static DatabaseChoice SqlServer(string name) =>
        DatabaseChoice.Parse(
            new SqlConnectionStringBuilder(TestEnvironment.SqlServer) { InitialCatalog = name }.ConnectionString
        );

#pragma warning disable CA2100 // the only names put into these statements are made here
    private static async Task OnPostgreSqlAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(TestEnvironment.PostgreSql);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task OnSqlServerAsync(string statement)
    {
        await using var connection = new SqlConnection(TestEnvironment.SqlServer);
        await connection.OpenAsync();
        await using var command = new SqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
#pragma warning restore CA2100
}
