using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Tokens;
using SmartCity.Regulation;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests;

/// <summary>
/// The module alone behind real Kestrel on a loopback port, with a database of its own. It has only the parts of the
/// host's pipeline that signing in passes through.
/// </summary>
internal sealed class ServiceUnderTest : IAsyncDisposable
{
    public static readonly IReadOnlyList<IModule> Modules = [new RegulationModule(), new SecurityModule()];

    // One for all instances, as behind a proxy.
    private const string Issuer = "https://smartcity.example/";

    private readonly WebApplication application;
    private readonly TestDatabase database;
    private readonly IReadOnlyList<(string Key, string Value)> settings;

    private ServiceUnderTest(
        WebApplication application,
        TestDatabase database,
        string keys,
        IReadOnlyList<(string Key, string Value)> settings
    )
    {
        this.application = application;
        this.database = database;
        this.settings = settings;
        KeysFolder = keys;
    }

    public string KeysFolder { get; }

    public IServiceProvider Services => application.Services;

    public Uri Address { get; private set; } = null!;

    /// <summary>The listeners with TLS, if the settings have such, by their names.</summary>
    public IReadOnlyList<Uri> TlsAddresses { get; private set; } = [];

    /// <summary>Where it asks for a certificate: the last of them.</summary>
    public Uri PartnersAddress => TlsAddresses[^1];

    public PersonSignIn SignIn => new(Address);

    public static async Task<ServiceUnderTest> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite,
        TimeProvider? time = null,
        string secondFactorRequiredFor = "none",
        IReadOnlyList<(string Key, string Value)>? settings = null
    ) =>
        await StartAsync(
            await TestDatabase.CreateAsync(kind, Modules),
            Path.Combine(TestFolder.New(), "keys"),
            time ?? TimeProvider.System,
            secondFactorRequiredFor,
            settings ?? []
        );

    /// <summary>Another instance on the same database with the same keys.</summary>
    public Task<ServiceUnderTest> StartBesideAsync(TimeProvider time, string secondFactorRequiredFor = "none") =>
        StartAsync(database, KeysFolder, time, secondFactorRequiredFor, settings);

    private static async Task<ServiceUnderTest> StartAsync(
        TestDatabase database,
        string keys,
        TimeProvider time,
        string secondFactorRequiredFor,
        IReadOnlyList<(string Key, string Value)> settings
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.ClearProviders();
        builder.Configuration["Security:KeysFolder"] = keys;
        builder.Configuration[TestKeysSecret.Setting] = TestKeysSecret.In(Path.GetDirectoryName(keys)!);
        builder.Configuration["Security:Issuer"] = Issuer;
        builder.Configuration["Security:SecondFactorRequiredFor"] = secondFactorRequiredFor;
        builder.Configuration["Files:Folder"] = TestFolder.New();
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.Services.AddSingleton(time);
        builder.Services.AddModules(Modules, builder.Configuration, database.Choice);
        if (time is FakeTimeProvider)
        {
            LeaveOutWhatWakesByItself(builder.Services);
        }

        builder.Services.AddAuthorization();
        builder.Services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        var application = builder.Build();
        application.UseAuthentication();
        application.UseMiddleware<RequestContextMiddleware>();
        application.UseAuthorization();
        foreach (var module in Modules)
        {
            module.Map(application.MapGroup($"/api/v1/{module.Schema}").RequireAuthorization());
            module.MapRoot(application);
        }

        var service = new ServiceUnderTest(application, database, keys, settings);
        await using (var scope = application.Services.CreateAsyncScope())
        {
            foreach (var module in Modules)
            {
                await module.PrepareAsync(scope.ServiceProvider, TestContext.Current.CancellationToken);
            }
        }

        await application.StartAsync(TestContext.Current.CancellationToken);
        var addresses = application
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Select(address => new Uri(address))
            .ToList();
        service.Address = addresses.Single(address => address.Scheme == Uri.UriSchemeHttp);
        service.TlsAddresses = [.. addresses.Where(address => address.Scheme == Uri.UriSchemeHttps)];
        return service;
    }

    // A clock that is moved by months would wake each of them some million times, and a job that waits by a clock that
    // stands holds up the end. What keys need stays.
    private static void LeaveOutWhatWakesByItself(IServiceCollection services)
    {
        var left = services
            .Where(one =>
                one.ServiceType == typeof(IHostedService)
                && (one.ImplementationType ?? one.ImplementationFactory?.Method.ReturnType) is { } worker
                && worker != typeof(TokenKeyWatch)
                && worker.Namespace!.Split('.')[0] is "SmartCity" or "Quartz"
            )
            .ToList();
        left.ShouldNotBeEmpty();
        left.ForEach(one => services.Remove(one));
    }

    public HttpClient Client(string? accessToken = null)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        if (accessToken is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", accessToken);
        }

        return client;
    }

    public async Task<Receipt> SendAsync(ICommand command, Actor? actor = null)
    {
        await using var scope = application.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Actor = actor ?? Actor.Module("Security");
        var outcome = await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(command, TestContext.Current.CancellationToken);
        return outcome.Value;
    }

    /// <summary>Delivers every message that is due now, and those that the deliveries cause.</summary>
    public async Task DeliverAllAsync()
    {
        var dispatcher = application.Services.GetRequiredService<OutboxDispatcher>();
        while (await dispatcher.DispatchAsync(TestContext.Current.CancellationToken) > 0)
        {
            // Until nothing is due.
        }
    }

    /// <summary>Looks into the module's database outside of any act.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<SecurityDb, Task<T>> work)
    {
        await using var scope = application.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SecurityDb>());
    }

    public async Task<AccountId> RegisterAsync(RegisterUnit unit, Func<UnitId, RegisterAccount> account)
    {
        var unitId = new UnitId((await SendAsync(unit)).Id);
        return new((await SendAsync(account(unitId))).Id);
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
        await database.DisposeAsync();
    }
}
