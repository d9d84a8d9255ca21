using System.Text;
using MediatR;
using Microsoft.AspNetCore.Http;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Tables;
using SmartCity.Modules.DataSharing.Application.Retrieving;

namespace SmartCity.Modules.DataSharing.Api;

/// <summary>
/// All rows as CSV (RFC 4180), written as they are read. Cells leave exactly as the provider sent them: a data exchange
/// that changed what begins with a sign, to guard spreadsheets, would falsify it.
/// </summary>
internal sealed class RowsCsv(Receipt receipt, IMediator mediator) : RetrievedAnswer(receipt, mediator)
{
    public const string ContentType = "text/csv";

    protected override async Task WriteAsync(HttpContext context, ReadRetrievedRows.RetrievedRows retrieved)
    {
        context.Response.ContentType = $"{ContentType}; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{Receipt.AuditEntry}.csv\"";
        await using var writer = new StreamWriter(context.Response.Body, new UTF8Encoding(false), leaveOpen: true);
        var line = new StringBuilder();
        await WriteLineAsync(writer, line, retrieved.Items.Select(item => item.Name), context.RequestAborted);
        await foreach (var row in retrieved.Rows.WithCancellation(context.RequestAborted))
        {
            await WriteLineAsync(writer, line, row.Cells, context.RequestAborted);
            RowsSent++;
        }

        await writer.FlushAsync(context.RequestAborted);
    }

    private static async Task WriteLineAsync(
        StreamWriter writer,
        StringBuilder line,
        IEnumerable<string> cells,
        CancellationToken cancellationToken
    )
    {
        line.Clear();
        foreach (var cell in cells)
        {
            CsvLine.AppendCell(line, cell);
        }

        CsvLine.End(line);
        await writer.WriteAsync(line, cancellationToken);
    }
}
