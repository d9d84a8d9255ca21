using SmartCity.Modules.DataSharing.Contracts;

namespace SmartCity.Modules.DataSharing.Application;

/// <summary>One row as it is stored.</summary>
/// <param name="Number">Its place in the file it came in, from 1.</param>
/// <param name="Cells">The cells in the order of the resource's items, as text.</param>
internal sealed record StoredCells(long Number, IReadOnlyList<string> Cells);

/// <summary>The rows of shared data, in one table beside the aggregates: written and read as streams, in constant memory.</summary>
internal interface IRowStore
{
    /// <summary>
    /// Writes the rows of a version within the transaction that the caller's lock has begun; in a dry run they are only
    /// read.
    /// </summary>
    /// <returns>How many there were.</returns>
    Task<long> WriteAsync(
        ResourceId resource,
        int version,
        IAsyncEnumerable<IReadOnlyList<string>> rows,
        CancellationToken cancellationToken
    );

    /// <summary>The rows of a version after a number, in their order.</summary>
    IAsyncEnumerable<StoredCells> ReadAsync(
        ResourceId resource,
        int version,
        long afterNumber,
        int? limit,
        CancellationToken cancellationToken
    );
}
