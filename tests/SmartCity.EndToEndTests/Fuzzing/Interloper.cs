using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SmartCity.EndToEndTests.Fuzzing;

/// <summary>
/// Stands between the tour and the service. Before each act of the tour it sends the same act, on the same object in the
/// same state, with one thing changed; so every handler is reached with bodies that fit but for that one thing. What is
/// accepted is handed to the tour as the answer to its own act.
/// </summary>
internal sealed class Interloper : IAsyncDisposable
{
    private readonly WebApplication proxy;
    private readonly ApiDocument document;
    private readonly Fuzzer fuzzer;
    private readonly int attempts;
    private readonly Chance chance;

    private Interloper(WebApplication proxy, ApiDocument document, Fuzzer fuzzer, FuzzSettings settings, int round)
    {
        this.proxy = proxy;
        this.document = document;
        this.fuzzer = fuzzer;
        attempts = settings.Attempts;
        chance = Chance.For(settings.Seed, $"tour {round}");
    }

    public Uri Address => new(proxy.Urls.Single() + "/");

    /// <summary>How many changed acts were accepted; after the first, the tour may well come to an early end.</summary>
    public int Accepted { get; private set; }

    public static async Task<Interloper> StartAsync(
        ApiDocument document,
        Fuzzer fuzzer,
        FuzzSettings settings,
        int round
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var proxy = builder.Build();
        var interloper = new Interloper(proxy, document, fuzzer, settings, round);
        proxy.Run(interloper.PassOnAsync);
        await proxy.StartAsync(TestContext.Current.CancellationToken);
        return interloper;
    }

    public ValueTask DisposeAsync() => proxy.DisposeAsync();

    private async Task PassOnAsync(HttpContext context)
    {
        var own = await ReadAsync(context);
        var answer = default(Answer);
        if (OperationOf(own) is { } operation)
        {
            own = own with { Operation = operation };
            var json =
                own.Body is { Length: > 0 } body && context.Request.HasJsonContentType() ? JsonNode.Parse(body) : null;
            var maker = new AttemptMaker(document, fuzzer.Ids, (_, _) => Task.FromResult<string?>(null));
            // All but those that are not this act at all: another address or method leaves the handler unreached.
            var changed = maker
                .Sometimes(own, json, chance)
                .Where(one => one.Method == own.Method && one.Target.Split('?')[0] == own.Target.Split('?')[0])
                .ToList();
            foreach (var attempt in chance.Some(changed, attempts))
            {
                answer = await fuzzer.SendAndCheckAsync(attempt, context.RequestAborted);
                if (answer is { Status: HttpStatusCode.OK or HttpStatusCode.Created })
                {
                    Accepted++;
                    break;
                }

                answer = null;
            }
        }

        await WriteAsync(context, answer ?? await fuzzer.SendAsync(own, context.RequestAborted));
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
            .Operations.Where(one => one.Method == own.Method && one.Method != "GET")
            .Select(one => (Operation: one, Parts: one.Path.Split('/')))
            .Where(one => one.Parts.Length == parts.Length)
            .FirstOrDefault(one =>
                one.Parts.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second)
            )
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
