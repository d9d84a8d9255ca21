using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using SmartCity.BuildingBlocks.Files;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Api.Http;

/// <summary>Turns what is thrown into a problem: unreadable requests, a database that is away, and bugs.</summary>
internal sealed partial class FaultHandler(ILogger<FaultHandler> logger) : IExceptionHandler
{
    /// <summary>Seconds to wait where it may pass by itself.</summary>
    public const string RetrySoon = "5";

    // Seconds to wait where somebody has to do something about it.
    private const string RetryLater = "60";

    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody listens any more; 499 is what proxies call it in their logs.
            httpContext.Response.StatusCode = 499;
            return true;
        }

        var language = RequestContextMiddleware.LanguageOf(httpContext.Request);
        // The handler of exceptions has taken the endpoint from the request and keeps it here.
        var endpoint = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        switch (exception)
        {
            case BadHttpRequestException { InnerException: JsonException malformed }:
                await PipelineProblem.MalformedBody.WriteAsync(
                    httpContext,
                    [MalformedBody.Explain(malformed, endpoint, language)]
                );
                return true;
            case BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } unreadable:
                var (problem, error) = MalformedInput.Explain(unreadable, endpoint, language);
                await problem.WriteAsync(httpContext, error is null ? null : [error]);
                return true;
            case BadHttpRequestException unreadable:
                await PipelineProblem.Of(unreadable.StatusCode).WriteAsync(httpContext);
                return true;
        }

        if (DatabaseFault.Of(exception) is { } fault)
        {
            LogDatabase(logger, fault.Text.English, exception);
            httpContext.Response.Headers.RetryAfter = fault.Kind is DatabaseFaultKind.Away or DatabaseFaultKind.Busy
                ? RetrySoon
                : RetryLater;
            await ProblemOf(fault).WriteAsync(httpContext);
            return true;
        }

        if (exception is FileStoreException store)
        {
            LogFileStore(logger, exception);
            httpContext.Response.Headers.RetryAfter = RetryLater;
            await (PipelineProblem.FileStoreUnavailable with { Detail = store.Text }).WriteAsync(httpContext);
            return true;
        }

        LogBug(logger, exception);
        await PipelineProblem.InternalError.WriteAsync(httpContext);
        return true;
    }

    // Whoever asks hears what he can expect; what is set up wrongly is the operator's business.
    private static PipelineProblem ProblemOf(DatabaseFault fault) =>
        fault.Kind switch
        {
            DatabaseFaultKind.Full => PipelineProblem.DatabaseFull,
            DatabaseFaultKind.ReadOnly => PipelineProblem.DatabaseReadOnly,
            DatabaseFaultKind.Busy => PipelineProblem.DatabaseBusy,
            _ => PipelineProblem.DatabaseUnavailable,
        };

    [LoggerMessage(Level = LogLevel.Error, Message = "The file store failed")]
    private static partial void LogFileStore(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database failed: {Fault}")]
    private static partial void LogDatabase(ILogger logger, string fault, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed by a fault of the program")]
    private static partial void LogBug(ILogger logger, Exception exception);
}
