using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.DataSharing.Application.Retrieving;
using SmartCity.Modules.DataSharing.Contracts;

namespace SmartCity.Modules.DataSharing.Api;

/// <summary>
/// The answer to a retrieval that was opened: receipt and terms in the headers before the first byte, then the rows, and
/// a closing act with the number of rows sent, also when the other side breaks off.
/// </summary>
internal abstract class RetrievedAnswer(Receipt receipt, IMediator mediator) : IResult
{
    protected Receipt Receipt { get; } = receipt;

    /// <summary>Rows handed to the connection so far.</summary>
    protected long RowsSent { get; set; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var retrieval = new RetrievalId(Receipt.Id);
        var brokenOff = true;
        try
        {
            var retrieved = await mediator.Send(new ReadRetrievedRows(retrieval), httpContext.RequestAborted);
            if (retrieved.IsFailure)
            {
                await Answers.WriteProblemAsync(httpContext, retrieved.Failure);
                return;
            }

            WriteHeaders(httpContext.Response.Headers, retrieved.Value.Terms);
            await WriteAsync(httpContext, retrieved.Value);
            brokenOff = false;
        }
        // A fault of our own is not swallowed: the answer would end like a whole one, with rows missing.
        catch (Exception gone)
            when (gone is IOException
                || (gone is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            )
        {
            // Nobody is left to answer; what was sent is recorded below.
        }
        finally
        {
            await mediator.Send(new CompleteRetrieval(retrieval, RowsSent, brokenOff), CancellationToken.None);
        }
    }

    protected abstract Task WriteAsync(HttpContext context, ReadRetrievedRows.RetrievedRows retrieved);

    // Headers carry ASCII, so the provider's words are percent-encoded.
    private void WriteHeaders(IHeaderDictionary headers, ReadRetrievedRows.Terms terms)
    {
        headers["Receipt"] = Receipt.AuditEntry.ToString();
        headers["Data-Scope"] = Uri.EscapeDataString(terms.Scope);
        headers["Data-Use"] = Word(terms.Purpose.ToString());
        headers["Data-Version"] = terms.DataVersion.ToString(CultureInfo.InvariantCulture);
        headers["Data-As-Of"] = terms.DataAsOf.ToString("O", CultureInfo.InvariantCulture);
        headers["Data-Update-Due"] = terms.NextUpdateDue.ToString("O", CultureInfo.InvariantCulture);
        headers["Data-Stale"] = terms.IsStale ? "true" : "false";
    }

    private static string Word(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}
