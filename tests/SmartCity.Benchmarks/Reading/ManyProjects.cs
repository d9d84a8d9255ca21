using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Npgsql;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Benchmarks.Reading;

/// <summary>Copies declarations within the database until there are as many as a city has, with all their parts.</summary>
internal static class ManyProjects
{
    // In the order of their foreign keys.
    private static readonly string[] Parts =
    [
        "participations",
        "declaration_documents",
        "declaration_versions",
        "review_rounds",
        "panel_experts",
        "panel_departments",
        "opinions",
        "expert_comments",
        "review_conclusions",
        "finance_reports",
        "finance_report_lines",
        "fund_arrangements",
        "fund_arrangement_lines",
        "fund_suspensions",
    ];

    /// <returns>The ids of the copies, each model's in turn.</returns>
    public static async Task<IReadOnlyList<Guid>> CopyAsync(
        DatabaseChoice database,
        IReadOnlyList<Guid> models,
        int many,
        CancellationToken cancellationToken
    )
    {
        var isSqlite = database.Kind == DatabaseKind.Sqlite;
        await using DbConnection connection = isSqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var copies = new List<Guid>();
        var (text, uuid) = isSqlite ? ("TEXT", "TEXT") : ("text", "uuid");
        await RunAsync($"CREATE TEMP TABLE copies (model {uuid}, id {uuid}, number {text})");
        foreach (var numbers in Enumerable.Range(1, many).Chunk(500))
        {
            var rows = new List<string>();
            foreach (var number in numbers)
            {
                var copy = new Guid(RandomNumberGenerator.GetBytes(16));
                copies.Add(copy);
                rows.Add($"({Literal(models[number % models.Count])}, {Literal(copy)}, 'SB{number:D20}')");
            }

            await RunAsync($"INSERT INTO copies VALUES {string.Join(", ", rows)}");
        }

        await CopyTableAsync("declarations", "id");
        foreach (var part in Parts)
        {
            await CopyTableAsync(part, "declaration_id");
        }

        await transaction.CommitAsync(cancellationToken);
        return copies;

        string Literal(Guid id) => isSqlite ? $"'{id.ToString().ToUpperInvariant()}'" : $"'{id}'";

        async Task CopyTableAsync(string table, string key)
        {
            var full = isSqlite ? $"approval_{table}" : $"approval.{table}";
            var columns = await ColumnsAsync(full);
            var values = columns.Select(column =>
                column == key ? "c.id"
                : column == "number" && table == "declarations" ? "c.number"
                : column == "id"
                    ? isSqlite ? NewSqliteId
                        : "gen_random_uuid()"
                : $"t.\"{column}\""
            );
            await RunAsync(
                $"INSERT INTO {full} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) "
                    + $"SELECT {string.Join(", ", values)} FROM {full} t JOIN copies c ON c.model = t.{key}"
            );
        }

        async Task<IReadOnlyList<string>> ColumnsAsync(string table)
        {
            await using var command = Command($"SELECT * FROM {table} LIMIT 0");
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        }

        async Task RunAsync(string statement)
        {
            await using var command = Command(statement);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        DbCommand Command(string statement)
        {
            var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandTimeout = 600;
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"{statement}");
            return command;
        }
    }

    private const string NewSqliteId =
        "(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) "
        + "|| '-' || hex(randomblob(6)))";
}
