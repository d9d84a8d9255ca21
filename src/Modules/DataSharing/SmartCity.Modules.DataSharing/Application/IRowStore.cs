using System.Text.Json;
using SmartCity.BuildingBlocks.Tables;
using SmartCity.Modules.DataSharing.Contracts;

namespace SmartCity.Modules.DataSharing.Application;

/// <summary>One row as it is stored.</summary>
/// <param name="Number">Its place in the file it came in, from 1.</param>
/// <param name="Payload">
/// The cells in the order of the resource's items, as a JSON list of texts in UTF-8. It is good until the next row is
/// taken.
/// </param>
internal readonly record struct StoredRow(long Number, ReadOnlyMemory<byte> Payload)
{
    public List<string> Cells()
    {
        var json = new Utf8JsonReader(Payload.Span);
        json.Read();
        var cells = new List<string>();
        while (json.Read() && json.TokenType == JsonTokenType.String)
        {
            cells.Add(json.GetString()!);
        }

        return cells;
    }
}

/// <summary>The rows of shared data, in one table beside the aggregates: written and read as streams, in constant memory.</summary>
internal interface IRowStore
{
    /// <summary>Writes the rows of a version within the transaction that the caller's lock has begun.</summary>
    /// <returns>How many there were.</returns>
    Task<long> WriteAsync(
        ResourceId resource,
        int version,
        IAsyncEnumerable<CsvReader> rows,
        CancellationToken cancellationToken
    );

    /// <summary>The rows of a version after a number, in their order.</summary>
    IAsyncEnumerable<StoredRow> ReadAsync(
        ResourceId resource,
        int version,
        long afterNumber,
        int? limit,
        CancellationToken cancellationToken
    );
}
