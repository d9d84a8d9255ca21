using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Http;
using SmartCity.EndToEndTests.Host;
using SmartCity.EndToEndTests.Line;

namespace SmartCity.EndToEndTests.DryRuns;

/// <summary>How a dry run is asked for, and what it answers.</summary>
public sealed class DryRunAnswerTests(DemonstrationFixture demonstration) : IClassFixture<DemonstrationFixture>
{
    private const string Declarations = "api/v1/approval/declarations";
    private const string Draft = """{"sheet":{"projectName":"甲"}}""";

    // Who signs in is no actor yet, and the questions change nothing; the import reports row by row.
    private static readonly string[] NoCommands = ["ImportDeclarations", "CheckIdentifiers"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DryRun_WhenMakingSomething_ThenNeedsNoKeyAndTellsTheArticle()
    {
        var verdict = await AskAsync(HttpMethod.Post, $"{Declarations}?dryRun=true", Draft);

        verdict.GetProperty("allowed").GetBoolean().ShouldBeTrue();
        verdict.GetProperty("article").GetInt32().ShouldBe(6);
        verdict.GetProperty("denial").ValueKind.ShouldBe(JsonValueKind.Null);
        verdict.GetProperty("obstacles").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData(null, "IF_MATCH_REQUIRED")]
    [InlineData("\"0\"", "VERSION_CONFLICT")]
    public async Task DryRun_WhenTheVersionIsMissingOrOld_ThenToldBesideEveryViolatedRule(string? version, string code)
    {
        var declaration = await DraftAsync();

        var verdict = await AskAsync(
            HttpMethod.Post,
            $"{Declarations}/{declaration}/submission?dryRun=true",
            null,
            version
        );

        verdict.GetProperty("allowed").GetBoolean().ShouldBeFalse();
        verdict
            .GetProperty("obstacles")
            .EnumerateArray()
            .ShouldHaveSingleItem()
            .GetProperty("code")
            .GetString()
            .ShouldBe(code);
        verdict
            .GetProperty("violations")
            .EnumerateArray()
            .Select(violation => violation.GetProperty("code").GetString())
            .ShouldContain("DECLARATION_INCOMPLETE");
        verdict.GetProperty("ruleVersion").GetInt32().ShouldBePositive();
    }

    [Fact]
    public async Task DryRun_WhenTheAccountMayNot_ThenTheDenialAlone()
    {
        using var audit = await demonstration.Service.ClientOfAsync("audit.officer");

        var verdict = await AskAsync(HttpMethod.Post, $"{Declarations}?dryRun=true", Draft, null, audit);

        verdict.GetProperty("allowed").GetBoolean().ShouldBeFalse();
        verdict.GetProperty("denial").GetProperty("code").GetString().ShouldBe("READ_ONLY_ROLE");
        verdict.GetProperty("violations").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task DryRun_WhenTheObjectMayNotBeRead_ThenNotFoundWithoutAReceipt()
    {
        var declaration = await DraftAsync();
        using var other = await demonstration.Service.ClientOfAsync("education.officer");
        using var request = Request(
            HttpMethod.Post,
            $"{Declarations}/{declaration}/submission?dryRun=true",
            null,
            null
        );

        using var response = await other.SendAsync(request, Cancellation);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "NOT_FOUND");
        problem.TryGetProperty("receipt", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("dryRun=true", """{"sheet":{"projectName":"甲","totalInvestment":"-0.01"}}""", "INVALID_INPUT")]
    [InlineData("dryRun=true", """{"sheet":""", "MALFORMED_BODY")]
    [InlineData("dryRun=maybe", Draft, "DRY_RUN_INVALID")]
    [InlineData("dryRun=", Draft, "DRY_RUN_INVALID")]
    [InlineData("dryRun=true&dryRun=false", Draft, "DRY_RUN_INVALID")]
    public async Task DryRun_WhenSomethingIsMalformed_ThenInvalidInput(string query, string body, string code)
    {
        using var request = Request(HttpMethod.Post, $"{Declarations}?{query}", body, null);

        using var response = await demonstration.Health.SendAsync(request, Cancellation);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public void Endpoints_WhenTheyCarryOutACommand_ThenEachTellsBeforehand()
    {
        var versioned = demonstration
            .Service.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint =>
                endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v", StringComparison.Ordinal)
            )
            .ToList();
        var changing = versioned
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Any(method => method != "GET")
                && !AnswersAQuestion(endpoint)
            )
            .ToList();

        changing.Count.ShouldBeGreaterThan(100);
        changing
            .Where(endpoint => endpoint.Metadata.GetMetadata<TellsBeforehand>() is null)
            .Select(endpoint => endpoint.Metadata.GetMetadata<EndpointNameMetadata>()!.EndpointName)
            .ShouldBeEmpty();
    }

    private static bool AnswersAQuestion(RouteEndpoint endpoint) =>
        NoCommands.Contains(endpoint.Metadata.GetMetadata<EndpointNameMetadata>()!.EndpointName)
        || endpoint.Metadata.GetMetadata<System.Reflection.MethodInfo>()?.ReturnType is { IsGenericType: true } task
            && task.GetGenericArguments()[0] is { IsGenericType: true } found
            && found.GetGenericTypeDefinition() == typeof(Found<>);

    private async Task<Guid> DraftAsync()
    {
        using var request = Request(HttpMethod.Post, Declarations, Draft, null);
        request.Headers.Add("Idempotency-Key", TestContext.Current.Test!.UniqueID);
        using var response = await demonstration.Health.SendAsync(request, Cancellation);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetGuid();
    }

    private async Task<JsonElement> AskAsync(
        HttpMethod method,
        string address,
        string? body,
        string? version = null,
        HttpClient? by = null
    )
    {
        using var request = Request(method, address, body, version);
        using var response = await (by ?? demonstration.Health).SendAsync(request, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static HttpRequestMessage Request(HttpMethod method, string address, string? body, string? version)
    {
        var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        return request;
    }
}
