using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.DataSharing.Application;
using SmartCity.Modules.DataSharing.Contracts;

namespace SmartCity.Modules.DataSharing.Infrastructure;

/// <summary>
/// The rows in plain SQL on the connection of the module's context, so that a write belongs to the act's transaction.
/// Cells are text on every database and leave as they came; PostgreSQL keeps a row as jsonb, which orders lists and
/// texts as they are given.
/// </summary>
internal sealed class RowStore(DataSharingDb database) : IRowStore
{
    // Two parameters for each row; SQL Server takes 2100 of them and 1000 rows in one statement.
    private const int RowsOfOneInsert = 500;

    // Wide rows go sooner, so that the memory stays the same.
    private const int CharactersOfOneInsert = 1 << 20;

    public async Task<long> WriteAsync(
        ResourceId resource,
        int version,
        IAsyncEnumerable<IReadOnlyList<string>> rows,
        CancellationToken cancellationToken
    )
    {
        long number = 0;
        var characters = 0;
        var waiting = new List<string>(RowsOfOneInsert);
        await foreach (var cells in rows.WithCancellation(cancellationToken))
        {
            waiting.Add(JsonSerializer.Serialize(cells, Json.Options));
            characters += waiting[^1].Length;
            if (waiting.Count == RowsOfOneInsert || characters >= CharactersOfOneInsert)
            {
                await InsertAsync(resource, version, number, waiting, cancellationToken);
                number += waiting.Count;
                characters = 0;
                waiting.Clear();
            }
        }

        await InsertAsync(resource, version, number, waiting, cancellationToken);
        return number + waiting.Count;
    }

    public async IAsyncEnumerable<StoredCells> ReadAsync(
        ResourceId resource,
        int version,
        long afterNumber,
        int? limit,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await database.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = CommandOf(SelectStatement(limit is not null));
            Add(command, "resource", resource.Value);
            Add(command, "version", version);
            Add(command, "after", afterNumber);
            if (limit is { } most)
            {
                Add(command, "limit", most);
            }

            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                yield return new(
                    reader.GetInt64(0),
                    JsonSerializer.Deserialize<IReadOnlyList<string>>(reader.GetString(1), Json.Options)!
                );
            }
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }
    }

    private async Task InsertAsync(
        ResourceId resource,
        int version,
        long before,
        List<string> payloads,
        CancellationToken cancellationToken
    )
    {
        if (payloads.Count == 0 || database.IsDryRun)
        {
            return;
        }

        await using var command = CommandOf(InsertStatement(payloads.Count));
        Add(command, "resource", resource.Value);
        Add(command, "version", version);
        for (var row = 0; row < payloads.Count; row++)
        {
            Add(command, $"n{row}", before + row + 1);
            Add(command, $"p{row}", payloads[row]);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private string InsertStatement(int rows)
    {
        var payload = database.Database.IsNpgsql() ? "CAST(@p{0} AS jsonb)" : "@p{0}";
        var values = new StringBuilder();
        for (var row = 0; row < rows; row++)
        {
            values
                .Append(row == 0 ? "" : ", ")
                .Append("(@resource, @version, @n")
                .Append(row)
                .Append(", ")
                .AppendFormat(null, payload, row)
                .Append(')');
        }

        return $"INSERT INTO {Table} (resource, data_version, number, payload) VALUES {values}";
    }

    private string SelectStatement(bool limited)
    {
        var end = (limited, database.Database.IsSqlServer()) switch
        {
            (false, _) => "",
            (true, true) => " OFFSET 0 ROWS FETCH NEXT @limit ROWS ONLY",
            (true, false) => " LIMIT @limit",
        };
        return $"SELECT number, payload FROM {Table} WHERE resource = @resource AND data_version = @version"
            + $" AND number > @after ORDER BY number{end}";
    }

    private string Table
    {
        get
        {
            var table = database.Model.FindEntityType(typeof(ResourceRow))!;
            return database
                .GetService<ISqlGenerationHelper>()
                .DelimitIdentifier(table.GetTableName()!, table.GetSchema());
        }
    }

    private DbCommand CommandOf(string statement)
    {
        var command = database.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the only text put into it are the model's own names and the names of parameters
        command.CommandText = statement;
#pragma warning restore CA2100
        command.Transaction = database.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
