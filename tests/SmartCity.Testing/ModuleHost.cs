using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using Xunit;

namespace SmartCity.Testing;

/// <summary>
/// Modules as the service composes them, over a database of the test's own, without HTTP: the clock stands still until
/// the test moves it, and nothing runs in the background.
/// </summary>
public sealed class ModuleHost : IAsyncDisposable
{
    /// <summary>When the clock of every test starts: a Monday morning in Xianyang.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase database;
    private readonly IReadOnlyList<IModule> modules;
    private readonly Action<IServiceCollection>? configure;
    private readonly ServiceProvider services;
    private readonly bool ownsDatabase;
    private readonly string files;

    private ModuleHost(
        TestDatabase database,
        IReadOnlyList<IModule> modules,
        Action<IServiceCollection>? configure,
        FakeTimeProvider time,
        string files,
        bool ownsDatabase
    )
    {
        this.database = database;
        this.modules = modules;
        this.configure = configure;
        this.files = files;
        this.ownsDatabase = ownsDatabase;
        Time = time;
        services = Compose();
    }

    public FakeTimeProvider Time { get; }

    /// <summary>The singletons; what lives as long as a request comes from <see cref="ScopeOf"/>.</summary>
    public IServiceProvider Services => services;

    public DatabaseChoice Database => database.Choice;

    /// <param name="kind">The database, from <see cref="EveryDatabaseAttribute"/>.</param>
    /// <param name="modules">The modules, usually the service's own list.</param>
    /// <param name="configure">What this test has otherwise than the service.</param>
    /// <param name="schema">Where the tables come from.</param>
    public static async Task<ModuleHost> StartAsync(
        DatabaseKind kind,
        IReadOnlyList<IModule> modules,
        Action<IServiceCollection>? configure = null,
        SchemaSource schema = SchemaSource.Migrations
    ) =>
        new(
            await TestDatabase.CreateAsync(kind, modules, schema),
            modules,
            configure,
            new FakeTimeProvider(Start),
            TestFolder.New(),
            ownsDatabase: true
        );

    /// <summary>A second instance of the service over the same database, files and clock.</summary>
    public ModuleHost AnotherInstance() => new(database, modules, configure, Time, files, ownsDatabase: false);

    /// <summary>A scope as a request of this actor has it.</summary>
    public AsyncServiceScope ScopeOf(Actor actor)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Actor = actor;
        return scope;
    }

    /// <summary>Sends a command as this actor, as one request does.</summary>
    public async Task<Result<Receipt>> SendAs(
        Actor actor,
        ICommand command,
        string? idempotencyKey = null,
        CancellationToken? cancellation = null
    )
    {
        await using var scope = ScopeOf(actor);
        scope.ServiceProvider.GetRequiredService<RequestContext>().IdempotencyKey = idempotencyKey;
        return await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(command, cancellation ?? TestContext.Current.CancellationToken);
    }

    /// <summary>Asks as this actor whether a command would be accepted, as <c>?dryRun=true</c> does.</summary>
    public async Task<(DryRun DryRun, Result<Receipt> Outcome)> DryRunAs(
        Actor actor,
        ICommand command,
        string? idempotencyKey = null
    )
    {
        await using var scope = ScopeOf(actor);
        var request = scope.ServiceProvider.GetRequiredService<RequestContext>();
        (request.DryRun, request.IdempotencyKey) = (new(), idempotencyKey);
        var outcome = await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(command, TestContext.Current.CancellationToken);
        return (request.DryRun, outcome);
    }

    /// <summary>Asks a query, or a question between modules, as this actor.</summary>
    public async Task<TAnswer> AskAs<TAnswer>(Actor actor, IRequest<TAnswer> question)
    {
        await using var scope = ScopeOf(actor);
        return await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(question, TestContext.Current.CancellationToken);
    }

    /// <summary>Looks into a module's database, or prepares it, outside of any act.</summary>
    public async Task<T> InDatabaseAsync<TContext, T>(Func<TContext, Task<T>> work)
        where TContext : ModuleDbContext
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TContext>());
    }

    /// <summary>Delivers every message that is due now, and those that the deliveries cause.</summary>
    public async Task DeliverAllAsync()
    {
        while (await DispatchOnceAsync() > 0)
        {
            // Until nothing is due.
        }
    }

    /// <summary>One round of the dispatcher.</summary>
    /// <returns>The number of messages claimed.</returns>
    public Task<int> DispatchOnceAsync() =>
        services.GetRequiredService<OutboxDispatcher>().DispatchAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsDatabase)
        {
            await database.DisposeAsync();
        }
    }

    private ServiceProvider Compose()
    {
        var keys = Directory.CreateDirectory($"{files}-keys").FullName;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Files:Folder"] = files,
                    ["Regulation:PromulgatedOn"] = "2018-01-08",
                    ["Security:KeysFolder"] = Path.Combine(keys, "keys"),
                    [TestKeysSecret.Setting] = TestKeysSecret.In(keys),
                }
            )
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddLogging(logging => logging.AddProvider(new TestOutputLoggerProvider()));
        collection.AddModules(modules, configuration, database.Choice);
        collection.RemoveAll<IHostedService>();
        configure?.Invoke(collection);
        return collection.BuildServiceProvider(
            new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }
        );
    }
}
