using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using SmartCity.Api;
using SmartCity.Api.Composition;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;

namespace SmartCity.EndToEndTests.SignIn;

/// <summary>Two instances of the service over one database and one folder of keys, with the trust anchors that a test sets.</summary>
internal sealed class TwoInstances : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly WebApplication[] services;

    private TwoInstances(TestDatabase database, WebApplication[] services, string folder)
    {
        (this.database, this.services) = (database, services);
        Folder = folder;
    }

    public string Folder { get; }

    public Uri One => AddressOf(services[0]);

    public Uri Another => AddressOf(services[1]);

    /// <summary>Where the instances ask for certificates, if the settings have such a listener.</summary>
    public Uri PartnersOne => AddressOf(services[0], Uri.UriSchemeHttps);

    /// <inheritdoc cref="PartnersOne"/>
    public Uri PartnersAnother => AddressOf(services[1], Uri.UriSchemeHttps);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<TwoInstances> StartAsync(
        DatabaseKind kind,
        IEnumerable<(string Key, string Value)> settings
    )
    {
        var database = await TestDatabase.CreateAsync(kind, ModuleList.All);
        var folder = TestFolder.New();
        var all = new Dictionary<string, string?>
        {
            ["Database"] = database.Choice.ConnectionString,
            ["Urls"] = "http://127.0.0.1:0",
            ["Demonstration:Folder"] = folder,
            ["Files:Folder"] = Path.Combine(folder, "files"),
            ["Security:KeysFolder"] = Path.Combine(folder, "keys"),
            ["Security:Issuer"] = "https://smartcity.example/",
            ["Serilog:MinimumLevel:Default"] = "Fatal",
            ["Serilog:MinimumLevel:Override:Microsoft"] = "Fatal",
            ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Fatal",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var services = new WebApplication[2];
        for (var number = 0; number < services.Length; number++)
        {
            services[number] = ServiceHost.Build(new() { Environment = ServiceHost.Demonstration, Settings = all });
            await ServiceStart.PrepareAsync(services[number], TextWriter.Null, Cancellation);
            await services[number].StartAsync(Cancellation);
        }

        return new(database, services, folder);
    }

    /// <summary>A client of one instance with the token of a demonstration account.</summary>
    public async Task<HttpClient> ClientOfAsync(string account)
    {
        var accounts = await DemonstrationAccount.ReadAsync(
            Path.Combine(Folder, "demonstration-accounts.json"),
            Cancellation
        );
        var token = await new PersonSignIn(One).SignInAsync(account, accounts[account].Password, Cancellation);
        return ClientWith(One, token.AccessToken);
    }

    public static HttpClient ClientWith(Uri address, string accessToken)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", accessToken);
        return client;
    }

    /// <summary>The id of a demonstration account.</summary>
    public static async Task<Guid> AccountAsync(HttpClient administrator, string userName)
    {
        var list = await administrator.GetFromJsonAsync<JsonElement>(
            "api/v1/security/accounts?limit=200",
            Cancellation
        );
        return list.GetProperty("items")
            .EnumerateArray()
            .Single(one => one.GetProperty("userName").GetString() == userName)
            .GetProperty("id")
            .GetGuid();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in services)
        {
            await service.StopAsync(CancellationToken.None);
            await service.DisposeAsync();
        }

        await database.DisposeAsync();
    }

    private static Uri AddressOf(WebApplication service) => AddressOf(service, Uri.UriSchemeHttp);

    private static Uri AddressOf(WebApplication service, string scheme) =>
        new(service.Urls.Single(url => url.StartsWith($"{scheme}:", StringComparison.Ordinal)) + "/");
}
