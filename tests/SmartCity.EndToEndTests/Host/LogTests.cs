using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;
using SmartCity.Api.Composition;
using SmartCity.Api.Database;

namespace SmartCity.EndToEndTests.Host;

public sealed class LogTests
{
    [Fact]
    public async Task Request_WhenAnswered_ThenLoggedByRouteWithoutItsValues()
    {
        var kept = new KeptEvents();
        var folder = TestFolder.New();
        await using var service = ServiceHost.Build(
            new()
            {
                Database = Path.Combine(folder, "smartcity.db"),
                Urls = "http://127.0.0.1:0",
                Settings = new Dictionary<string, string?>
                {
                    ["Security:KeysFolder"] = Path.Combine(folder, "keys"),
                    [TestKeysSecret.Setting] = TestKeysSecret.In(folder),
                    ["Files:Folder"] = Path.Combine(folder, "files"),
                },
            },
            builder => builder.Services.AddSingleton<ILogEventSink>(kept)
        );
        await Migrator.MigrateAsync(service.Services, TextWriter.Null, TestContext.Current.CancellationToken);
        await service.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new(service.Urls.Single()) };

        await client.GetAsync(
            "/api/v1/approval/declarations/0b9dbb8e-0f3a-4d0f-8c1c-5a6a6f0e7a11?name=secret-word",
            TestContext.Current.CancellationToken
        );
        await service.StopAsync(TestContext.Current.CancellationToken);

        var request = kept.Events.Single(one =>
            one.MessageTemplate.Text.Contains("answered", StringComparison.Ordinal)
        );
        request.RenderMessage(null).ShouldContain("declaration");
        request.RenderMessage(null).ShouldContain("401");
        request.TraceId.ShouldNotBeNull();
        foreach (var text in kept.Events.Select(Whole))
        {
            text.ShouldNotContain("secret-word");
            text.ShouldNotContain("0b9dbb8e");
        }
    }

    private static string Whole(LogEvent log) =>
        log.RenderMessage(null)
        + string.Join(' ', log.Properties.Select(property => property.ToString()))
        + log.Exception;

    private sealed class KeptEvents : ILogEventSink
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<LogEvent> events = new();

        public IReadOnlyCollection<LogEvent> Events => events;

        public void Emit(LogEvent logEvent) => events.Enqueue(logEvent);
    }
}
