using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Tests.Tallying;
using SmartCity.Miniature.Counting;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Http;

/// <summary>The edge of HTTP over one small application with the miniature modules.</summary>
public sealed class PreconditionsTests : IAsyncLifetime
{
    private static readonly IReadOnlyList<IModule> Modules = [new CountingModule(), new TallyingModule()];

    private TestDatabase database = null!;
    private WebApplication application = null!;
    private HttpClient client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, Modules, SchemaSource.Model);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddModules(Modules, builder.Configuration, database.Choice);
        builder.Services.RemoveAll<IHostedService>();
        builder.Services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        application = builder.Build();
        application.Use(
            (context, next) =>
            {
                context.User = ClerkPrincipal();
                return next(context);
            }
        );
        application.UseMiddleware<RequestContextMiddleware>();
        application.MapPost("/counters", OpenAsync).RequireIdempotencyKey();
        application.MapPost("/counters/{counter:guid}/raise", RaiseAsync).RequireIfMatch();
        application.MapGet("/counters/{name}", FindAsync);
        await application.StartAsync(Cancellation);
        client = application.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await application.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Post_WhenAccepted_ThenCreatedWithETagAddressAndReceipt()
    {
        using var response = await OpenOverHttpAsync("one", "key");

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        response.Headers.ETag!.ToString().ShouldBe("\"1\"");
        var receipt = await BodyAsync(response);
        response.Headers.Location!.ToString().ShouldBe($"/counters/{receipt.GetProperty("id").GetString()}");
        receipt.GetProperty("version").GetInt64().ShouldBe(1);
        receipt.GetProperty("auditEntry").GetGuid().ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task Post_WhenSentTwiceWithItsKey_ThenTheSameAnswer()
    {
        using var first = await OpenOverHttpAsync("one", "key");
        using var second = await OpenOverHttpAsync("one", "key");

        second.StatusCode.ShouldBe(first.StatusCode);
        (await BodyAsync(second)).GetRawText().ShouldBe((await BodyAsync(first)).GetRawText());
    }

    [Theory]
    [InlineData(null, "IDEMPOTENCY_KEY_REQUIRED")]
    [InlineData("two words", "IDEMPOTENCY_KEY_INVALID")]
    [InlineData(
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901",
        "IDEMPOTENCY_KEY_INVALID"
    )]
    public async Task Post_WhenTheKeyIsMissingOrMalformed_Then400(string? key, string code)
    {
        using var response = await OpenOverHttpAsync("one", key);

        await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Post_WhenRefused_ThenTheProblemCarriesTheReceipt()
    {
        using var response = await OpenOverHttpAsync("", "key");

        var problem = await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, "INVALID_INPUT");
        problem.GetProperty("receipt").GetGuid().ShouldNotBe(Guid.Empty);
        problem.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("name");
    }

    [Fact]
    public async Task Change_WhenIfMatchIsTheETagAsRead_ThenTheNextETag()
    {
        var counter = await OpenedAsync();

        using var response = await RaiseOverHttpAsync(counter, "\"1\"");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.ETag!.ToString().ShouldBe("\"2\"");
    }

    [Theory]
    [InlineData(null, 428, "IF_MATCH_REQUIRED")]
    [InlineData("\"7\"", 412, "VERSION_CONFLICT")]
    [InlineData("\"9223372036854775807\"", 412, "VERSION_CONFLICT")]
    [InlineData("1", 400, "IF_MATCH_INVALID")]
    [InlineData("*", 400, "IF_MATCH_INVALID")]
    [InlineData("W/\"1\"", 400, "IF_MATCH_INVALID")]
    [InlineData("\"-1\"", 400, "IF_MATCH_INVALID")]
    [InlineData("\"99999999999999999999\"", 400, "IF_MATCH_INVALID")]
    [InlineData("\"\"", 400, "IF_MATCH_INVALID")]
    [InlineData("\"1\", \"2\"", 400, "IF_MATCH_INVALID")]
    public async Task Change_WhenIfMatchIsAnythingElse_ThenAProblem(string? ifMatch, int status, string code)
    {
        var counter = await OpenedAsync();

        using var response = await RaiseOverHttpAsync(counter, ifMatch);

        await ShouldBeProblemAsync(response, (HttpStatusCode)status, code);
    }

    [Fact]
    public async Task Get_WhenFound_ThenItsETag()
    {
        await OpenedAsync();

        using var response = await client.GetAsync("/counters/one", Cancellation);

        response.Headers.ETag!.ToString().ShouldBe("\"1\"");
    }

    [Theory]
    [InlineData(null, "zh-CN", "没有找到计数器，或者您无权查看。")]
    [InlineData("en-GB,zh;q=0.5", "en", "There is no such counter, or you may not see it.")]
    [InlineData("fr, en;q=0.2, zh;q=0.9", "zh-CN", "没有找到计数器，或者您无权查看。")]
    [InlineData("fr", "zh-CN", "没有找到计数器，或者您无权查看。")]
    public async Task Get_WhenALanguageIsAskedFor_ThenTheProblemIsInIt(string? asked, string language, string detail)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/counters/none");
        if (asked is not null)
        {
            request.Headers.Add("Accept-Language", asked);
        }

        using var response = await client.SendAsync(request, Cancellation);

        var problem = await ShouldBeProblemAsync(response, HttpStatusCode.NotFound, "NOT_FOUND");
        problem.GetProperty("detail").GetString().ShouldBe(detail);
        response.Content.Headers.ContentLanguage.ShouldBe([language]);
    }

    [Theory]
    [InlineData(ActorClaims.Account, "none")]
    [InlineData(ActorClaims.Unit, null)]
    [InlineData(ActorClaims.Role, "")]
    [InlineData(ActorClaims.Jurisdiction, null)]
    public void ActorOf_WhenAClaimIsMissingOrMalformed_ThenNobody(string claim, string? value)
    {
        var claims = ClerkPrincipal().Claims.Where(one => one.Type != claim).ToList();
        if (value is not null)
        {
            claims.Add(new(claim, value));
        }

        ActorClaims.ActorOf(new(new ClaimsIdentity(claims))).ShouldBeNull();
    }

    [Fact]
    public void ActorOf_WhenAllClaimsAreThere_ThenTheActor() =>
        ActorClaims.ActorOf(ClerkPrincipal()).ShouldBe(Miniature.Clerk);

    private static async Task<Created> OpenAsync(
        Opening body,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new OpenCounter(body.Name), cancellationToken), id => $"/counters/{id}");

    private static async Task<Changed> RaiseAsync(
        Guid counter,
        IMediator mediator,
        RequestContext request,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new RaiseCounter(new(counter), request.ExpectedVersion), cancellationToken));

    private static async Task<Found<CounterView>> FindAsync(
        string name,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new CounterByName(name), cancellationToken), counter => counter.Version);

    private static ClaimsPrincipal ClerkPrincipal() =>
        new(
            new ClaimsIdentity(
                [
                    new(ActorClaims.Account, Miniature.Clerk.Account.ToString()),
                    new(ActorClaims.Name, Miniature.Clerk.Name),
                    new(ActorClaims.Unit, Miniature.Clerk.Unit.ToString()),
                    new(ActorClaims.Role, Miniature.Clerk.Role),
                    new(ActorClaims.Jurisdiction, Miniature.Clerk.Jurisdiction),
                ],
                "test"
            )
        );

    private static async Task<JsonElement> ShouldBeProblemAsync(
        HttpResponseMessage response,
        HttpStatusCode status,
        string code
    )
    {
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await BodyAsync(response);
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        return problem;
    }

    private static Task<JsonElement> BodyAsync(HttpResponseMessage response) =>
        response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

    private async Task<HttpResponseMessage> OpenOverHttpAsync(string name, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/counters")
        {
            Content = JsonContent.Create(new Opening(name)),
        };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await client.SendAsync(request, Cancellation);
    }

    private async Task<Guid> OpenedAsync()
    {
        using var response = await OpenOverHttpAsync("one", "key");
        return (await BodyAsync(response)).GetProperty("id").GetGuid();
    }

    private async Task<HttpResponseMessage> RaiseOverHttpAsync(Guid counter, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/counters/{counter}/raise");
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await client.SendAsync(request, Cancellation);
    }

    internal sealed record Opening(string Name);
}
