using System.Buffers;
using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using SmartCity.BuildingBlocks.Tables;
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

    public Task<long> WriteAsync(
        ResourceId resource,
        int version,
        IAsyncEnumerable<CsvReader> rows,
        CancellationToken cancellationToken
    ) =>
        database.Database.GetDbConnection() is NpgsqlConnection connection && !database.IsDryRun
            ? CopyAsync(connection, resource, version, rows, cancellationToken)
            : InsertAllAsync(resource, version, rows, cancellationToken);

    public async IAsyncEnumerable<StoredRow> ReadAsync(
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

            var reader = await command.ExecuteReaderAsync(cancellationToken);
            var ended = false;
            try
            {
                while (!(ended = !await reader.ReadAsync(cancellationToken)))
                {
                    yield return new(reader.GetInt64(0), PayloadOf(reader));
                }
            }
            finally
            {
                await EndAsync(command, reader, ended);
            }
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }
    }

    private static byte[] PayloadOf(DbDataReader reader) =>
        reader is NpgsqlDataReader ? reader.GetFieldValue<byte[]>(1) : Encoding.UTF8.GetBytes(reader.GetString(1));

    // Whoever breaks off leaves rows behind that the server would go on sending, and this side reading, to the last.
    private static async Task EndAsync(DbCommand command, DbDataReader reader, bool ended)
    {
        if (!ended)
        {
            command.Cancel();
        }

        try
        {
            await reader.DisposeAsync();
        }
        catch (PostgresException cancelled) when (cancelled.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            // As was asked for.
        }
    }

    // The form in which PostgreSQL takes many rows soonest; it belongs to the transaction like any statement.
    private async Task<long> CopyAsync(
        NpgsqlConnection connection,
        ResourceId resource,
        int version,
        IAsyncEnumerable<CsvReader> rows,
        CancellationToken cancellationToken
    )
    {
        long number = 0;
        using var payload = new RowPayload();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {Table} (resource, data_version, number, payload) FROM STDIN (FORMAT BINARY)",
            cancellationToken
        );
        await foreach (var cells in rows.WithCancellation(cancellationToken))
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(resource.Value, NpgsqlDbType.Uuid, cancellationToken);
            await copy.WriteAsync(version, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(++number, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(payload.Of(cells), NpgsqlDbType.Jsonb, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
        return number;
    }

    private async Task<long> InsertAllAsync(
        ResourceId resource,
        int version,
        IAsyncEnumerable<CsvReader> rows,
        CancellationToken cancellationToken
    )
    {
        long number = 0;
        var characters = 0;
        using var payload = new RowPayload();
        var waiting = new List<string>(RowsOfOneInsert);
        await foreach (var cells in rows.WithCancellation(cancellationToken))
        {
            waiting.Add(Encoding.UTF8.GetString(payload.Of(cells).Span));
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
        var values = new StringBuilder();
        for (var row = 0; row < rows; row++)
        {
            values.Append(null, $"{(row == 0 ? "" : ", ")}(@resource, @version, @n{row}, @p{row})");
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

    /// <summary>The cells of a row as a JSON list of texts, written into the same bytes again and again.</summary>
    private sealed class RowPayload : IDisposable
    {
        private static readonly JsonWriterOptions AsTheyAre = new()
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

        private readonly ArrayBufferWriter<byte> bytes = new(1024);
        private readonly Utf8JsonWriter json;

        public RowPayload() => json = new(bytes, AsTheyAre);

        /// <summary>Good until the next row.</summary>
        public ReadOnlyMemory<byte> Of(CsvReader cells)
        {
            bytes.ResetWrittenCount();
            json.Reset();
            json.WriteStartArray();
            for (var cell = 0; cell < cells.Count; cell++)
            {
                json.WriteStringValue(cells[cell]);
            }

            json.WriteEndArray();
            json.Flush();
            return bytes.WrittenMemory;
        }

        public void Dispose() => json.Dispose();
    }
}
