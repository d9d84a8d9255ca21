using Microsoft.AspNetCore.Builder;
using SmartCity.Api.Composition;
using SmartCity.Api.Database;

namespace SmartCity.EndToEndTests.Host;

/// <summary>The service on a port of its own over a SQLite file of its own.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication service;

    private RunningService(WebApplication service)
    {
        this.service = service;
        Client = new() { BaseAddress = new(service.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => service.Services;

    /// <inheritdoc cref="StartInAsync"/>
    public static Task<RunningService> StartAsync(
        Action<WebApplication>? map = null,
        params (string Key, string Value)[] settings
    ) => StartInAsync(environment: null, map, settings);

    /// <param name="environment">The environment; null for the one that the test run itself is in.</param>
    /// <param name="map">Further endpoints, for what no module's endpoint does on purpose.</param>
    /// <param name="settings">Settings by their keys.</param>
    public static async Task<RunningService> StartInAsync(
        string? environment,
        Action<WebApplication>? map = null,
        params (string Key, string Value)[] settings
    )
    {
        var folder = TestFolder.New();
        var all = new Dictionary<string, string?>
        {
            ["Database"] = Path.Combine(folder, "smartcity.db"),
            ["Urls"] = "http://127.0.0.1:0",
            ["Files:Folder"] = Path.Combine(folder, "files"),
            ["Regulation:PromulgatedOn"] = "2018-01-08",
            ["Security:KeysFolder"] = Path.Combine(folder, "keys"),
            [TestKeysSecret.Setting] = TestKeysSecret.In(folder),
            ["Serilog:MinimumLevel:Default"] = "Fatal",
            ["Serilog:MinimumLevel:Override:Microsoft"] = "Fatal",
            ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Fatal",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var service = ServiceHost.Build(new() { Environment = environment, Settings = all });
        await Migrator.MigrateAsync(service.Services, TextWriter.Null, TestContext.Current.CancellationToken);
        map?.Invoke(service);
        await service.StartAsync(TestContext.Current.CancellationToken);
        return new(service);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await service.DisposeAsync();
    }
}
