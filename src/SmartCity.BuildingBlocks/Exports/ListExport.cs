using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;

namespace SmartCity.BuildingBlocks.Exports;

/// <summary>
/// A list as a file, sent page by page as it is read: at no time more than a page is held, and a connection to the database
/// no longer than a page takes.
/// </summary>
internal sealed class ListExport(
    ExportFormat format,
    ExportColumns columns,
    IPage first,
    Func<string?, Task<IFound>> readPage
) : IResult
{
    private const string Csv = "text/csv";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static string[] ContentTypes => [Csv, Xlsx];

    private long rowsSent;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var record = httpContext.RequestServices.GetRequiredService<IExportRecord>();
        var opened = await record.OpenAsync(What(httpContext.Request), httpContext.RequestAborted);
        if (opened.IsFailure)
        {
            await Answers.WriteProblemAsync(httpContext, opened.Failure);
            return;
        }

        var isComplete = false;
        try
        {
            WriteHeaders(httpContext, opened.Value);
            isComplete = await WriteAsync(httpContext);
        }
        // A fault of our own is not swallowed: the connection is cut, so that the file does not look like a whole one.
        catch (Exception gone)
            when (gone is IOException
                || (gone is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            )
        {
            // Nobody is left to answer; what was sent is recorded below.
        }
        finally
        {
            await record.CloseAsync(opened.Value.Id, rowsSent, isComplete);
        }
    }

    /// <returns>False where the other side is gone.</returns>
    private async Task<bool> WriteAsync(HttpContext context)
    {
        var language = context.RequestServices.GetRequiredService<RequestContext>().Language;
        var output = context.Response.BodyWriter;
        ExportWriter table =
            format == ExportFormat.Csv
                ? new CsvExport(output)
                : new XlsxExport(output, TitleOf(context, language), language);
        table.WriteHeading(columns.Headings(language));
        var cells = new Cell[columns.Headings(language).Count];
        for (var page = first; ; page = await NextAsync(page.Next))
        {
            foreach (var line in page.Lines)
            {
                columns.Fill(line, language, cells);
                table.WriteLine(cells);
            }

            if (page.Next is null)
            {
                table.End();
            }

            var flushed = await output.FlushAsync(context.RequestAborted);
            if (flushed.IsCompleted || flushed.IsCanceled)
            {
                return false;
            }

            rowsSent += page.Lines.Count;
            if (page.Next is null)
            {
                return true;
            }
        }
    }

    private async Task<IPage> NextAsync(string? after)
    {
        var found = await readPage(after);
        return found.IsFailure
            ? throw new InvalidOperationException($"The list ended in a failure: {found.Failure.Code}.")
            : (IPage)found.Value;
    }

    private ExportedList What(HttpRequest request)
    {
        var filters = request
            .Query.Where(one => one.Key is not (ListRoutes.Format or ListRoutes.After or ListRoutes.Limit))
            .OrderBy(one => one.Key, StringComparer.Ordinal);
        var path = request.PathBase.Add(request.Path).Value!;
        return new(path[..path.LastIndexOf('/')], format, QueryString.Create(filters).Value!.TrimStart('?'));
    }

    private void WriteHeaders(HttpContext context, Receipt receipt)
    {
        var services = context.RequestServices;
        var title = TitleOf(context, services.GetRequiredService<RequestContext>().Language);
        var today = ChinaTime.DateOf(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{title}_{today:yyyy-MM-dd}.{(format == ExportFormat.Csv ? "csv" : "xlsx")}"
        );
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        var response = context.Response;
        response.ContentType = format == ExportFormat.Csv ? $"{Csv}; charset=utf-8" : Xlsx;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
        response.Headers["Receipt"] = receipt.AuditEntry.ToString();
    }

    private static string TitleOf(HttpContext context, Language language) =>
        context.GetEndpoint()!.Metadata.GetRequiredMetadata<ExportsList>().Title.In(language);
}
