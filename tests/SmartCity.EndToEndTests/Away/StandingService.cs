using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SmartCity.Demonstration;
using SmartCity.Demonstration.Steps;

namespace SmartCity.EndToEndTests.Away;

/// <summary>What a client heard, and after how long.</summary>
internal sealed record Heard(
    HttpStatusCode Status,
    string? Code,
    string? Detail,
    TimeSpan? RetryAfter,
    TimeSpan After,
    JsonNode? Problem
);

/// <summary>
/// The real service in the demonstration, to which a client speaks on while its database comes and goes. It is never
/// started again.
/// </summary>
internal sealed class StandingService : IAsyncDisposable
{
    public const string List = "api/v1/approval/declarations";
    private const string Officer = "health.officer";
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly ServiceProcess process;
    private readonly IReadOnlyDictionary<string, DemonstrationAccount> accounts;

    private StandingService(
        ServiceProcess process,
        IReadOnlyDictionary<string, DemonstrationAccount> accounts,
        Stage stage,
        HttpClient client,
        JsonObject sheet
    )
    {
        this.process = process;
        this.accounts = accounts;
        Stage = stage;
        Client = client;
        Sheet = sheet;
    }

    public Uri Address => process.Address;

    /// <summary>The demonstration's own steps, with every account at hand.</summary>
    public Stage Stage { get; }

    /// <summary>The construction unit's officer, signed in before anything happens.</summary>
    public HttpClient Client { get; }

    private JsonObject Sheet { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="database">A SQLite file or a connection string.</param>
    /// <param name="folder">Where its files and keys lie.</param>
    public static async Task<StandingService> StartAsync(
        string database,
        string folder,
        params (string Key, string Value)[] settings
    )
    {
        var process = await ServiceProcess.StartAsync(
            new()
            {
                Database = database,
                Folder = folder,
                Environment = "Demonstration",
                Settings = settings.ToDictionary(one => one.Key, one => one.Value),
            },
            Cancellation
        );
        var accounts = await DemonstrationAccount.ReadAsync(
            Path.Combine(folder, "demonstration-accounts.json"),
            Cancellation
        );
        var stage = new Stage(process.Address, accounts, new Narrator(TextWriter.Null), Cancellation);
        await stage.StartAsync();
        var steps = new DeclarationSteps(stage);
        var client = await ClientAtAsync(process.Address, accounts);
        return new(process, accounts, stage, client, await steps.SheetAsync());
    }

    /// <summary>The same officer, signed in with the same password at another service.</summary>
    public Task<HttpClient> ClientAtAsync(Uri address) => ClientAtAsync(address, accounts);

    /// <summary>Reads the list of declarations, or whatever is named.</summary>
    public Task<Heard> ReadAsync(string path = List, string? language = null) =>
        SendAsync(HttpMethod.Get, path, (HttpContent?)null, null, language);

    /// <summary>Drafts a declaration; the same key drafts it once.</summary>
    public Task<Heard> DraftAsync(string key) =>
        SendAsync(HttpMethod.Post, List, new JsonObject { ["sheet"] = Sheet.DeepClone() }, key, null);

    /// <summary>Sends it again with the same key, as a client does that heard 503, until it is accepted.</summary>
    public async Task<Heard> DraftUntilAcceptedAsync(string key)
    {
        var heard = await DraftAsync(key);
        await UntilAsync(async () =>
        {
            if (heard.Status == HttpStatusCode.Created)
            {
                return true;
            }

            heard.Status.ShouldBeOneOf(HttpStatusCode.ServiceUnavailable, HttpStatusCode.Conflict);
            heard = await DraftAsync(key);
            return heard.Status == HttpStatusCode.Created;
        });
        return heard;
    }

    public Task<Heard> SignInAsync() =>
        SendAsync(
            HttpMethod.Post,
            "connect/token",
            new FormUrlEncodedContent([
                new("grant_type", "client_credentials"),
                new("client_id", "x"),
                new("client_secret", "y"),
            ]),
            null,
            null
        );

    /// <summary>Whether one more person can sign in: cookies, codes and tokens are in the database.</summary>
    public async Task<bool> SignsInAsync()
    {
        try
        {
            var account = accounts["civil-affairs.officer"];
            await new PersonSignIn(process.Address).SignInAsync(account.UserName, account.Password, Cancellation);
            return true;
        }
        catch (SignInRefusedException)
        {
            return false;
        }
    }

    /// <summary>What <c>/health/ready</c> tells.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Report)> ReadyAsync()
    {
        using var answer = await Client.GetAsync(new Uri("health/ready", UriKind.Relative), Cancellation);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!);
    }

    public async Task<bool> ServesAgainAsync() =>
        (await ReadAsync()).Status == HttpStatusCode.OK && (await ReadyAsync()).Status == HttpStatusCode.OK;

    /// <summary>Looks until it is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Stopwatch.GetElapsedTime(since).ShouldBeLessThan(LongestWait, "It did not become so in time.");
            await Task.Delay(BetweenLooks, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.HasExited.ShouldBeFalse(process.Output);
        Client.Dispose();
        Stage.Dispose();
        await process.DisposeAsync();
    }

    private static async Task<HttpClient> ClientAtAsync(
        Uri address,
        IReadOnlyDictionary<string, DemonstrationAccount> accounts
    )
    {
        var officer = accounts[Officer];
        var token = await new PersonSignIn(address).SignInAsync(officer.UserName, officer.Password, Cancellation);
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        return client;
    }

    private Task<Heard> SendAsync(HttpMethod method, string path, JsonNode? body, string? key, string? language) =>
        SendAsync(
            method,
            path,
            body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
            key,
            language
        );

    private async Task<Heard> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        string? key,
        string? language
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (language is not null)
        {
            request.Headers.AcceptLanguage.Add(new(language));
        }

        var since = Stopwatch.GetTimestamp();
        using var answer = await Client.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        var problem = answer.IsSuccessStatusCode ? null : JsonNode.Parse(text);
        return new(
            answer.StatusCode,
            problem?["code"]?.GetValue<string>(),
            problem?["detail"]?.GetValue<string>(),
            answer.Headers.RetryAfter?.Delta,
            Stopwatch.GetElapsedTime(since),
            problem
        );
    }
}
