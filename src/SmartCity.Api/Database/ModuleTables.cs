using System.Data.Common;
using Microsoft.Data.SqlClient;
using Npgsql;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Api.Database;

/// <summary>Messages of one module that are not delivered.</summary>
/// <param name="OldestWaiting">When the oldest one that still waits occurred; null where none waits.</param>
/// <param name="GivenUp">Those on the operator's list.</param>
internal sealed record Backlog(DateTimeOffset? OldestWaiting, int GivenUp);

/// <summary>The life sign of one periodic job, as its row tells it.</summary>
internal sealed record LifeSign(
    string Name,
    int PeriodSeconds,
    DateTimeOffset? StartedAt,
    DateTimeOffset? SucceededAt,
    DateTimeOffset? FailedAt
);

/// <summary>
/// The tables that every module has, read without Entity Framework: building the models of all modules takes far longer
/// than these few statements, and whether the service can serve is told before.
/// </summary>
internal sealed class ModuleTables : IAsyncDisposable
{
    private readonly DatabaseChoice choice;
    private readonly DbConnection connection;

    private ModuleTables(DatabaseChoice choice, DbConnection connection)
    {
        this.choice = choice;
        this.connection = connection;
    }

    /// <returns>Null where there is no database yet.</returns>
    public static async Task<ModuleTables?> OpenAsync(DatabaseChoice choice, CancellationToken cancellationToken)
    {
        if (choice.SqliteFile is { } file && !File.Exists(file))
        {
            return null;
        }

        var connection = choice.NewConnection();
        try
        {
            await connection.OpenAsync(cancellationToken);
            return new(choice, connection);
        }
        catch (Exception fault)
        {
            await connection.DisposeAsync();
            if (
                fault
                is PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName }
                    or SqlException { Number: 4060 }
            )
            {
                return null;
            }

            throw;
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    /// <summary>The ids of the migrations that were applied, by schema; a schema that was never made is missing.</summary>
    public async Task<ILookup<string, string>> AppliedMigrationsAsync(
        IReadOnlyList<IModule> modules,
        CancellationToken cancellationToken
    )
    {
        const string History = ModuleDbContextOptions.HistoryTable;
        var made = await ReadAsync(
            choice.Kind == DatabaseKind.Sqlite
                ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                : $"SELECT table_schema FROM information_schema.tables WHERE table_name = '{History}'",
            row => row.GetString(0),
            cancellationToken
        );
        var schemas = modules
            .Select(module => module.Schema)
            .Where(schema => made.Contains(choice.Kind == DatabaseKind.Sqlite ? $"{schema}_{History}" : schema));
        var rows = await UnionAsync(
            schemas,
            schema => $"SELECT '{schema}' AS module, migration_id FROM {choice.TableName(schema, History)}",
            row => (Schema: row.GetString(0), Migration: row.GetString(1)),
            cancellationToken
        );
        return rows.ToLookup(row => row.Schema, row => row.Migration);
    }

    /// <summary>What is not delivered, by schema.</summary>
    public async Task<IReadOnlyDictionary<string, Backlog>> BacklogsAsync(
        IEnumerable<string> schemas,
        CancellationToken cancellationToken
    )
    {
        const string Waiting = nameof(MessageState.Waiting);
        const string Dead = nameof(MessageState.Dead);
        var rows = await UnionAsync(
            schemas,
            schema =>
                $"SELECT '{schema}' AS module, MIN(CASE WHEN state = '{Waiting}' THEN occurred_at END), "
                + $"COUNT(CASE WHEN state = '{Dead}' THEN 1 END) FROM {choice.TableName(schema, "outbox_messages")} "
                + $"WHERE state IN ('{Waiting}', '{Dead}')",
            row =>
                (
                    Schema: row.GetString(0),
                    Backlog: new Backlog(Instant(row, 1), Convert.ToInt32(row.GetValue(2), null))
                ),
            cancellationToken
        );
        return rows.ToDictionary(row => row.Schema, row => row.Backlog);
    }

    /// <summary>The life signs of all periodic jobs, by schema, each by its name.</summary>
    public async Task<ILookup<string, LifeSign>> LifeSignsAsync(
        IEnumerable<string> schemas,
        CancellationToken cancellationToken
    )
    {
        var rows = await UnionAsync(
            schemas,
            schema =>
                $"SELECT '{schema}' AS module, name, period_seconds, started_at, succeeded_at, failed_at "
                + $"FROM {choice.TableName(schema, "job_heartbeats")}",
            row =>
                (
                    Schema: row.GetString(0),
                    Sign: new LifeSign(
                        row.GetString(1),
                        row.GetInt32(2),
                        Instant(row, 3),
                        Instant(row, 4),
                        Instant(row, 5)
                    )
                ),
            cancellationToken
        );
        return rows.OrderBy(row => row.Sign.Name, StringComparer.Ordinal).ToLookup(row => row.Schema, row => row.Sign);
    }

    // As SQLite's contexts write them: ticks.
    private DateTimeOffset? Instant(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null
        : choice.Kind == DatabaseKind.Sqlite ? new DateTimeOffset(row.GetInt64(column), TimeSpan.Zero)
        : row.GetFieldValue<DateTimeOffset>(column);

    private async Task<IReadOnlyList<T>> UnionAsync<T>(
        IEnumerable<string> schemas,
        Func<string, string> select,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        var statement = string.Join(" UNION ALL ", schemas.Select(select));
        return statement.Length == 0 ? [] : await ReadAsync(statement, read, cancellationToken);
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        string statement,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // made of the modules' own schemas, which nobody sends
        command.CommandText = statement;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
