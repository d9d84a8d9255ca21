using Microsoft.AspNetCore.Builder;
using SmartCity.Api.CommandLine;
using SmartCity.Api.Composition;

namespace SmartCity.EndToEndTests.Host;

/// <summary>The service on a port of its own over a SQLite file of its own.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication service;
    private readonly TemporaryFolder folder;

    private RunningService(WebApplication service, TemporaryFolder folder)
    {
        this.service = service;
        this.folder = folder;
        Client = new() { BaseAddress = new(service.Urls.Single()) };
    }

    public HttpClient Client { get; }

    /// <param name="map">Further endpoints, for what no module's endpoint does on purpose.</param>
    /// <param name="settings">Settings by their keys.</param>
    public static async Task<RunningService> StartAsync(
        Action<WebApplication>? map = null,
        params (string Key, string Value)[] settings
    )
    {
        var folder = new TemporaryFolder();
        var database = folder.File("smartcity.db");
        var migrated = await SmartCityCommandLine.RunAsync(
            ["migrate", "--database", database],
            TextWriter.Null,
            TextWriter.Null
        );
        migrated.ShouldBe(ExitCode.Success);
        var service = ServiceHost.Build(
            new()
            {
                Database = database,
                Urls = "http://127.0.0.1:0",
                Settings = settings
                    .Append(("Files:Folder", folder.File("files")))
                    .ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2),
            }
        );
        map?.Invoke(service);
        await service.StartAsync(TestContext.Current.CancellationToken);
        return new(service, folder);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await service.DisposeAsync();
        folder.Dispose();
    }
}
