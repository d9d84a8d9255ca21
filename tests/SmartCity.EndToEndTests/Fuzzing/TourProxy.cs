using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SmartCity.EndToEndTests.Fuzzing;

/// <summary>Stands between the tour and the service: it sees every request in the state of things that it is meant for.</summary>
internal abstract class TourProxy(ApiDocument document) : IAsyncDisposable
{
    private WebApplication? proxy;

    public Uri Address => new(proxy!.Urls.Single() + "/");

    protected ApiDocument Document => document;

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        proxy = builder.Build();
        proxy.Run(PassOnAsync);
        await proxy.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (proxy is not null)
        {
            await proxy.DisposeAsync();
        }
    }

    /// <param name="own">The request as the tour sends it.</param>
    /// <param name="operation">What it is in the document, or null where it is none of its.</param>
    /// <returns>What the tour is answered.</returns>
    protected abstract Task<Answer> AnswerAsync(Attempt own, Operation? operation, CancellationToken cancellationToken);

    private async Task PassOnAsync(HttpContext context)
    {
        var own = await ReadAsync(context);
        var operation = OperationOf(own);
        await WriteAsync(
            context,
            await AnswerAsync(
                operation is null ? own : own with { Operation = operation },
                operation,
                context.RequestAborted
            )
        );
    }

    private async Task<Attempt> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return new(
            document.Operations[0],
            "as the tour sends it",
            context.Request.Method,
            context.Request.Path + context.Request.QueryString.ToString(),
            Actor: null,
            [
                .. context
                    .Request.Headers.Where(header =>
                        header.Key is not ("Content-Length" or "Connection" or "Transfer-Encoding")
                    )
                    .Select(header => (header.Key, header.Value.ToString())),
            ],
            body.Length == 0 ? null : body.ToArray()
        );
    }

    private Operation? OperationOf(Attempt own)
    {
        var parts = own.Target.Split('?')[0].Split('/');
        return document
            .Operations.Where(one => one.Method == own.Method)
            .Select(one => (Operation: one, Parts: one.Path.Split('/')))
            .Where(one => one.Parts.Length == parts.Length)
            .Where(one => one.Parts.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second))
            // A word of its own before a word that is a parameter.
            .OrderBy(one => one.Parts.Count(part => part.StartsWith('{')))
            .FirstOrDefault()
            .Operation;
    }

    private static async Task WriteAsync(HttpContext context, Answer answer)
    {
        context.Response.StatusCode = (int)answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            if (name is not ("Transfer-Encoding" or "Content-Length" or "Connection" or "Set-Cookie"))
            {
                context.Response.Headers[name] = value;
            }
        }

        // Cookies stay apart: a comma is part of their dates.
        foreach (var cookie in answer.Cookies)
        {
            context.Response.Headers.Append("Set-Cookie", cookie);
        }

        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }
}
