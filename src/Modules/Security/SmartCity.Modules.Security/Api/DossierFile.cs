using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Evidence;

namespace SmartCity.Modules.Security.Api;

/// <summary>A dossier as a file, or the problem why there is none. It is recorded as an export is.</summary>
internal sealed class DossierFile(Result<Dossier> opened) : IResult, IEndpointMetadataProvider
{
    public const string ContentType = "application/zip";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (opened.IsFailure)
        {
            await Answers.WriteProblemAsync(httpContext, opened.Failure);
            return;
        }

        var services = httpContext.RequestServices;
        var record = services.GetRequiredService<IExportRecord>();
        var receipt = await record.OpenAsync(What(httpContext.Request), httpContext.RequestAborted);
        if (receipt.IsFailure)
        {
            await Answers.WriteProblemAsync(httpContext, receipt.Failure);
            return;
        }

        var (sent, isComplete) = (0L, false);
        try
        {
            var dossier = opened.Value;
            httpContext.Response.ContentType = ContentType;
            httpContext.Response.Headers.CacheControl = "no-store";
            httpContext.Response.Headers["Receipt"] = receipt.Value.AuditEntry.ToString();
            httpContext.Response.Headers.ContentDisposition = string.Create(
                CultureInfo.InvariantCulture,
                $"attachment; filename=dossier-{dossier.Checkpoint.Size}.zip"
            );
            // A zip writes a few bytes of its own without waiting, which the body itself does not take.
            await using var body = httpContext.Response.BodyWriter.AsStream(leaveOpen: true);
            sent = await services
                .GetRequiredService<DossierWriter>()
                .WriteAsync(dossier, body, httpContext.RequestAborted);
            isComplete = true;
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer; that it broke off is recorded below.
        }
        finally
        {
            await record.CloseAsync(receipt.Value.Id, sent, isComplete);
        }
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        foreach (var status in new[] { 400, 401, 403, 404, 409, 429 })
        {
            builder.Metadata.Add(
                new ProducesResponseTypeMetadata(
                    status,
                    typeof(Microsoft.AspNetCore.Mvc.ProblemDetails),
                    ["application/problem+json"]
                )
            );
        }
    }

    private static ExportedList What(HttpRequest request) =>
        new(request.PathBase.Add(request.Path).Value!, ExportFormat.Zip, request.QueryString.Value!.TrimStart('?'));
}
