using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SmartCity.BuildingBlocks.Http;
using SmartCity.EndToEndTests.Host;

namespace SmartCity.EndToEndTests.Fuzzing;

/// <summary>That the fuzzer finds what it is there to find, on endpoints that are each wrong in one thing.</summary>
public sealed class FuzzCanaryTests(FuzzCanaryTests.FaultyService faulty) : IClassFixture<FuzzCanaryTests.FaultyService>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET /faulty/failing", "answered 500")]
    [InlineData("GET /faulty/unlisted", "answered 418, which the document does not list")]
    [InlineData("GET /faulty/shape", "200 is not as its schema says: $.count is no \"integer\"")]
    [InlineData("GET /faulty/type", "200 came as text/html, which the document does not list")]
    [InlineData("GET /faulty/telling", "the answer tells inner words: Exception")]
    [InlineData("GET /faulty/silent", "the problem has no detail")]
    [InlineData("GET /faulty/babbling", "the problem is no JSON object")]
    [InlineData("POST /faulty/long-names", "answered 500")]
    [InlineData("POST /faulty/half", "answered 500")]
    public async Task Fuzz_WhenAnAnswerIsNotAsTheDocumentSays_ThenItIsFound(string operation, string fault)
    {
        using var fuzzer = await FuzzerAsync(attempts: 400);

        await fuzzer.RunAsync(one => one.ToString() == operation, Cancellation);

        var finding = fuzzer
            .Report.Findings.Where(one => one.Fault == fault)
            .ShouldHaveSingleItem($"{string.Join('\n', fuzzer.Report.Seen)}\n{fuzzer.Report}");
        finding.Operation.ShouldBe(operation);
        finding.Curl.ShouldContain("curl -i");
        finding.Curl.ShouldContain(faulty.Client.BaseAddress!.Authority + "/faulty/");
    }

    [Fact]
    public async Task Fuzz_WhenEveryAnswerIsAsTheDocumentSays_ThenNothingIsFound()
    {
        using var fuzzer = await FuzzerAsync(attempts: 100);

        await fuzzer.RunAsync(one => one.Path == "/faulty/sound", Cancellation);

        fuzzer.Report.ToString().ShouldBeEmpty();
        fuzzer.Report.Requests.ShouldBeGreaterThan(100);
    }

    private async Task<Fuzzer> FuzzerAsync(int attempts) =>
        new(
            faulty.Client.BaseAddress!,
            (await ApiDocument.ReadAllAsync(faulty.Client, Cancellation)).ShouldHaveSingleItem(),
            new Dictionary<string, string>(),
            new(Seed: 1, attempts)
        );

    /// <summary>The service with endpoints of its own, all wrong but one.</summary>
    public sealed class FaultyService : IAsyncLifetime
    {
        private RunningService? service;

        public HttpClient Client => service!.Client;

        public async ValueTask InitializeAsync() =>
            service = await RunningService.StartAsync(
                Map,
                ("RateLimits:PerAddress", "100000"),
                // What is mapped outside the versioned API counts as a sign-in.
                ("RateLimits:SignInPerAddress", "100000")
            );

        public async ValueTask DisposeAsync() => await service!.DisposeAsync();

        private static void Map(WebApplication application)
        {
            application.MapGet("/faulty/failing", string () => throw new InvalidOperationException("inner words"));
            application.MapGet("/faulty/unlisted", () => Results.StatusCode(StatusCodes.Status418ImATeapot));
            application.MapGet("/faulty/shape", () => Results.Json(new { name = "a", count = "1" })).Produces<Sound>();
            application.MapGet("/faulty/type", () => Results.Content("<p>", "text/html")).Produces<Sound>();
            application.MapGet("/faulty/telling", () => new Sound("An Exception of ours", 1));
            // Written past the service's own writer of problems, which would give it its detail.
            application
                .MapGet(
                    "/faulty/silent",
                    () => Broken("""{"title":"请求有误","status":400,"code":"MALFORMED_REQUEST"}""")
                )
                .ProducesProblem(StatusCodes.Status400BadRequest);
            application
                .MapGet("/faulty/babbling", () => Broken("oops"))
                .ProducesProblem(StatusCodes.Status400BadRequest);
            application.MapPost(
                "/faulty/long-names",
                (Sound sound) => sound.Name.Length > 150 ? throw new InvalidOperationException("inner words") : sound
            );
            application.MapPost(
                "/faulty/half",
                (Sound sound) =>
                    sound.Count == int.MaxValue ? throw new InvalidOperationException("inner words") : sound
            );
            application.MapPost("/faulty/sound", (Sound sound) => sound);
        }

        private static IResult Broken(string problem) =>
            Results.Text(problem, Problems.ContentType, statusCode: StatusCodes.Status400BadRequest);
    }

    internal sealed record Sound(string Name, int Count);
}
