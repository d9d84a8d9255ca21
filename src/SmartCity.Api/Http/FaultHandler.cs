using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using SmartCity.Api.Database;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.Api.Http;

/// <summary>Turns what is thrown into a problem: unreadable requests, a database that is away, and bugs.</summary>
internal sealed partial class FaultHandler(ILogger<FaultHandler> logger) : IExceptionHandler
{
    private const int RetryDatabaseAfterSeconds = 5;

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
            httpContext.Response.Headers.RetryAfter = RetryDatabaseAfterSeconds.ToString(CultureInfo.InvariantCulture);
            await PipelineProblem.DatabaseUnavailable.WriteAsync(httpContext);
            return true;
        }

        LogBug(logger, exception);
        await PipelineProblem.InternalError.WriteAsync(httpContext);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database failed: {Fault}")]
    private static partial void LogDatabase(ILogger logger, string fault, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed by a fault of the program")]
    private static partial void LogBug(ILogger logger, Exception exception);
}
