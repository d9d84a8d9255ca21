using MediatR;
using Microsoft.AspNetCore.Http;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.DataSharing.Application.Retrieving;
using SmartCity.Modules.DataSharing.Domain.Catalogue;

namespace SmartCity.Modules.DataSharing.Api;

/// <summary>One page of rows as JSON.</summary>
internal sealed class RowsPage(Receipt receipt, IMediator mediator) : RetrievedAnswer(receipt, mediator)
{
    /// <param name="Receipt">The audit entry of this retrieval.</param>
    /// <param name="Rows">Each row's cells by the items' names, as text.</param>
    /// <param name="Next">Send it as <c>after</c> to get the page that follows; null on the last one.</param>
    internal sealed record Answer(
        Guid Receipt,
        ReadRetrievedRows.Terms Terms,
        IReadOnlyList<ResourceItem> Items,
        IReadOnlyList<IReadOnlyDictionary<string, string>> Rows,
        string? Next
    );

    protected override async Task WriteAsync(HttpContext context, ReadRetrievedRows.RetrievedRows retrieved)
    {
        var rows = new List<IReadOnlyDictionary<string, string>>();
        long last = 0;
        await foreach (var row in retrieved.Rows.WithCancellation(context.RequestAborted))
        {
            rows.Add(ByName(retrieved, row.Cells()));
            last = row.Number;
        }

        // A full page may be the last one: then the next one is empty, and nothing is read beyond what is receipted.
        var next =
            rows.Count == retrieved.Limit ? Cursor.Write(new RowPosition(retrieved.Terms.DataVersion, last)) : null;
        RowsSent = rows.Count;
        var answer = new Answer(Receipt.AuditEntry, retrieved.Terms, retrieved.Items, rows, next);
        await context.Response.WriteAsJsonAsync(answer, Json.Options, context.RequestAborted);
    }

    private static Dictionary<string, string> ByName(ReadRetrievedRows.RetrievedRows retrieved, List<string> cells) =>
        retrieved.Items.Zip(retrieved.Columns).ToDictionary(one => one.First.Name, one => cells[one.Second]);
}
