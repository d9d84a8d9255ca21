using System.ComponentModel;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Exports;

/// <summary>The files that a list is exported as.</summary>
public enum ExportFormat
{
    [Description("CSV")]
    Csv,

    [Description("XLSX")]
    Xlsx,

    /// <summary>A dossier of evidence; no list is exported so.</summary>
    [Description("ZIP 卷宗")]
    Zip,
}

/// <summary>What is exported.</summary>
/// <param name="List">The address of the list, such as <c>/api/v1/security/units</c>.</param>
/// <param name="Filter">The list's filters as they stand in the query, percent-encoded; empty for none.</param>
public sealed record ExportedList(string List, ExportFormat Format, string Filter);

/// <summary>
/// Keeps the record of exports: each is opened before its first byte leaves, and closed with the number of rows sent. Both
/// are acts with an audit entry. One that stays open tells that the service itself stopped on the way.
/// </summary>
public interface IExportRecord
{
    Task<Result<Receipt>> OpenAsync(ExportedList exported, CancellationToken cancellationToken);

    /// <param name="export">The id in the receipt.</param>
    /// <param name="rowsSent">Rows handed to the connection.</param>
    /// <param name="isComplete">False where it broke off.</param>
    Task<Result<Receipt>> CloseAsync(Guid export, long rowsSent, bool isComplete);
}
