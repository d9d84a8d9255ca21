using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SmartCity.Testing;

/// <summary>A web server on a loopback port, where lists of revoked certificates lie, and whatever else a test puts there.</summary>
public sealed class TestWebPlace : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> answers = new();
    private readonly ConcurrentQueue<string> asked = new();

    private TestWebPlace(WebApplication server) => this.server = server;

    public Uri Address { get; private set; } = null!;

    /// <summary>The paths that were asked for, in order.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    public static async Task<TestWebPlace> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var place = new TestWebPlace(builder.Build());
        place.server.Run(place.AnswerAsync);
        await place.server.StartAsync();
        place.Address = new(
            place
                .server.Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.Single()
        );
        return place;
    }

    public string AddressOf(string path) => new Uri(Address, path).AbsoluteUri;

    public void Put(string path, byte[] content) =>
        Put(path, context => context.Response.Body.WriteAsync(content).AsTask());

    public void Put(string path, Func<HttpContext, Task> answer) => answers[path] = answer;

    public void TakeAway(string path) => answers.TryRemove(path, out _);

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        asked.Enqueue(context.Request.Path);
        if (answers.TryGetValue(context.Request.Path, out var answer))
        {
            return answer(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
