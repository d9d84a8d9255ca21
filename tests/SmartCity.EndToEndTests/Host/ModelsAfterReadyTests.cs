using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartCity.Api.Composition;
using SmartCity.Api.Database;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.EndToEndTests.Host;

public sealed class ModelsAfterReadyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000), EveryDatabase]
    public async Task Start_WhenTheSchemasAreInPlace_ThenNoModelIsBuiltBeforeItWasToldThatTheServiceIsReady(
        DatabaseKind kind
    )
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await using (var before = Build(database.Choice))
        {
            await Migrator.MigrateAsync(before.Services, TextWriter.Null, Cancellation);
        }

        // The clock stands still, so that nothing but the answer lets the background work begin.
        await using var service = Build(database.Choice);
        using var contexts = new Contexts(
            service.Services.GetRequiredService<DatabaseChoice>(),
            service.Services.GetRequiredService<FirstReadiness>()
        );
        await ServiceStart.PrepareAsync(service, TextWriter.Null, Cancellation);
        await service.StartAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = new(service.Urls.Single()) };

        using var answer = await client.GetAsync("/health/ready", Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        // That the background work then builds some shows that they would have been seen.
        await contexts.First.WaitAsync(Cancellation);
        contexts.BeforeReady.ShouldBeEmpty();
    }

    private static WebApplication Build(DatabaseChoice database)
    {
        var folder = TestFolder.New();
        var settings = new Dictionary<string, string?>
        {
            ["Database"] = database.ConnectionString,
            ["Urls"] = "http://127.0.0.1:0",
            ["Regulation:PromulgatedOn"] = "2018-01-08",
            ["Files:Folder"] = Path.Combine(folder, "files"),
            ["Security:KeysFolder"] = Path.Combine(folder, "keys"),
            [TestKeysSecret.Setting] = TestKeysSecret.In(folder),
            ["Serilog:MinimumLevel:Default"] = "Fatal",
            ["Serilog:MinimumLevel:Override:Microsoft"] = "Fatal",
            ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Fatal",
        };
        return ServiceHost.Build(
            new() { Settings = settings },
            builder =>
                builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(TimeProvider.System.GetUtcNow()))
        );
    }

    /// <summary>
    /// The contexts of one database that are made ready for use, as Entity Framework tells: none has a model before.
    /// Other tests of the same process use others.
    /// </summary>
    private sealed class Contexts : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly DatabaseChoice database;
        private readonly FirstReadiness readiness;
        private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentQueue<IDisposable> subscriptions = new();

        public Contexts(DatabaseChoice database, FirstReadiness readiness)
        {
            (this.database, this.readiness) = (database, readiness);
            subscriptions.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
        }

        /// <summary>Names of those that came before the service had told that it is ready.</summary>
        public ConcurrentQueue<string> BeforeReady { get; } = new();

        public Task First => first.Task;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                subscriptions.Enqueue(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (
                value.Value is not ContextInitializedEventData { Context: { } context, ContextOptions: { } options }
                || RelationalOptionsExtension.Extract(options).ConnectionString != database.ConnectionString
            )
            {
                return;
            }

            if (!readiness.IsTold)
            {
                BeforeReady.Enqueue(context.GetType().Name);
            }

            first.TrySetResult();
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose()
        {
            foreach (var subscription in subscriptions)
            {
                subscription.Dispose();
            }
        }
    }
}
