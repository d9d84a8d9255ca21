using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmartCity.Api;
using SmartCity.Api.Composition;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.EndToEndTests.DryRuns;

namespace SmartCity.EndToEndTests.Line;

/// <summary>The service in the Demonstration environment, as <c>build/run.sh</c> starts it, over a database of its own.</summary>
public sealed class DemonstrationService : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly WebApplication service;

    private DemonstrationService(
        TestDatabase database,
        WebApplication service,
        IReadOnlyDictionary<string, DemonstrationAccount> accounts
    )
    {
        this.database = database;
        this.service = service;
        Accounts = accounts;
        Address = new(service.Urls.Single() + "/");
    }

    public Uri Address { get; }

    public IReadOnlyDictionary<string, DemonstrationAccount> Accounts { get; }

    /// <summary>Every address that the service knows.</summary>
    public IReadOnlyList<Endpoint> Endpoints => service.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <summary>What the authority tables of all modules say, by the request's logical name.</summary>
    public IReadOnlyDictionary<string, Authority> Authorities =>
        service
            .Services.GetServices<AuthorityTable>()
            .SelectMany(table => table.Authorities)
            .ToDictionary(authority => authority.Name);

    /// <param name="kind">Whose database it runs on.</param>
    /// <param name="configure">What a test changes before the service is built.</param>
    public static async Task<DemonstrationService> StartAsync(
        DatabaseKind kind,
        Action<WebApplicationBuilder>? configure = null
    )
    {
        var cancellation = TestContext.Current.CancellationToken;
        var database = await TestDatabase.CreateAsync(kind, ModuleList.All);
        var folder = TestFolder.New();
        var service = ServiceHost.Build(
            new()
            {
                Environment = ServiceHost.Demonstration,
                Settings = new Dictionary<string, string?>
                {
                    ["Database"] = database.Choice.ConnectionString,
                    ["Urls"] = "http://127.0.0.1:0",
                    ["Demonstration:Folder"] = folder,
                    ["Files:Folder"] = Path.Combine(folder, "files"),
                    ["Security:KeysFolder"] = Path.Combine(folder, "keys"),
                    ["RateLimits:PerAccount"] = "100000",
                    ["RateLimits:PerAddress"] = "100000",
                    ["RateLimits:SignInPerAddress"] = "100000",
                    ["Serilog:MinimumLevel:Default"] = "Fatal",
                },
            },
            configure
        );
        await ServiceStart.PrepareAsync(service, TextWriter.Null, cancellation);
        await service.StartAsync(cancellation);
        var file = Path.Combine(folder, "demonstration-accounts.json");
        return new(database, service, await DemonstrationAccount.ReadAsync(file, cancellation));
    }

    /// <summary>A client that sends what it is told, with the account's token.</summary>
    /// <param name="receiveBuffer">Bytes that wait on its side at most; null leaves it to the system.</param>
    public async Task<HttpClient> ClientOfAsync(string account, int? receiveBuffer = null)
    {
        var holder = Accounts[account];
        var token = await new PersonSignIn(Address).SignInAsync(
            holder.UserName,
            holder.Password,
            TestContext.Current.CancellationToken
        );
        var client = new HttpClient(
            new SocketsHttpHandler { ConnectCallback = (to, stop) => ConnectAsync(to, receiveBuffer, stop) }
        )
        {
            BaseAddress = Address,
        };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.AccessToken);
        return client;
    }

    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext to,
        int? receiveBuffer,
        CancellationToken cancellationToken
    )
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer is { } bytes)
        {
            socket.ReceiveBufferSize = bytes;
        }

        try
        {
            await socket.ConnectAsync(to.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A token of every account, by account.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TokensAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var tokens = new Dictionary<string, string>();
        var signIn = new PersonSignIn(Address);
        foreach (var account in Accounts.Values)
        {
            var token = account.IsNaturalPerson
                ? await signIn.SignInAsync(account.UserName, account.Password, cancellation)
                : await signIn.SignInSystemAsync(account.UserName, account.Password, cancellation);
            tokens.Add(account.UserName, token.AccessToken);
        }

        return tokens;
    }

    /// <summary>Delivers what the modules have to tell each other, where nothing does it in the background.</summary>
    public async Task DeliverAllAsync()
    {
        var dispatcher = service.Services.GetRequiredService<OutboxDispatcher>();
        while (await dispatcher.DispatchAsync(TestContext.Current.CancellationToken) > 0)
        {
            // Until nothing is due.
        }
    }

    /// <summary>Everything that the service keeps at this moment.</summary>
    internal async Task<StoredState> StateAsync()
    {
        await using var scope = service.Services.CreateAsyncScope();
        return await StoredState.ReadAsync(
            ModuleList
                .All.Select(module => module.Database)
                .OfType<ModuleDatabase>()
                .Select(one => (ModuleDbContext)scope.ServiceProvider.GetRequiredService(one.Context)),
            service.Configuration["Files:Folder"]!,
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>Leaves out the dispatcher, the log's sequencer, the recount and the jobs, so that nothing changes but by a request.</summary>
    public static void WithoutBackground(WebApplicationBuilder builder)
    {
        string[] background = ["OutboxWorker", "SequencingWorker", "ClockRecountWorker", "QuartzHostedService"];
        var left = builder
            .Services.Where(one =>
                one.ServiceType == typeof(IHostedService)
                && background.Contains((one.ImplementationType ?? one.ImplementationFactory?.Method.ReturnType)?.Name)
            )
            .ToList();
        left.Count.ShouldBe(background.Length);
        left.ForEach(one => builder.Services.Remove(one));
    }

    /// <summary>A stage for the demonstration's own steps.</summary>
    public Stage StageFor(Narrator narrator) => new(Address, Accounts, narrator, TestContext.Current.CancellationToken);

    /// <summary>The codes of every act that was not accepted, from the audit entries of all modules.</summary>
    public async Task<IReadOnlyList<string>> AuditedCodesAsync()
    {
        await using var scope = service.Services.CreateAsyncScope();
        var codes = new List<string>();
        foreach (var database in ModuleList.All.Select(module => module.Database).OfType<ModuleDatabase>())
        {
            var context = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(database.Context);
            var contents = await context
                .AuditEntries.AsNoTracking()
                .Select(entry => entry.Content)
                .ToListAsync(TestContext.Current.CancellationToken);
            codes.AddRange(contents.SelectMany(CodesOf));
        }

        return codes;
    }

    /// <summary>How many audit entries all modules have.</summary>
    public async Task<int> EntriesAsync()
    {
        await using var scope = service.Services.CreateAsyncScope();
        var count = 0;
        foreach (var database in ModuleList.All.Select(module => module.Database).OfType<ModuleDatabase>())
        {
            var context = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(database.Context);
            count += await context.AuditEntries.CountAsync(TestContext.Current.CancellationToken);
        }

        return count;
    }

    /// <summary>Changes a text in what is stored of an object's acts, as somebody with the database in his hands might.</summary>
    public async Task AlterContentAsync(string objectType, string objectId, string from, string to)
    {
        await using var scope = service.Services.CreateAsyncScope();
        foreach (var database in ModuleList.All.Select(module => module.Database).OfType<ModuleDatabase>())
        {
            var context = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(database.Context);
            await context
                .AuditEntries.Where(entry => entry.ObjectType == objectType && entry.ObjectId == objectId)
                .Where(entry => entry.Content.Contains(from))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(entry => entry.Content, entry => entry.Content.Replace(from, to)),
                    TestContext.Current.CancellationToken
                );
        }
    }

    /// <summary>
    /// Lays down so many audit entries of one kind of object, as years of use leave them, each with the content of one that
    /// an act left.
    /// </summary>
    public async Task LayDownAuditEntriesAsync(string objectType, int count)
    {
        const int Batch = 5_000;
        var cancellation = TestContext.Current.CancellationToken;
        await using var scope = service.Services.CreateAsyncScope();
        var security = ModuleList.All.Single(module => module.Name == "Security");
        var context = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(security.Database!.Context);
        var model = await context.AuditEntries.AsNoTracking().FirstAsync(cancellation);
        foreach (var numbers in Enumerable.Range(1, count).Chunk(Batch))
        {
            context.AuditEntries.AddRange(
                numbers.Select(number => new AuditEntry
                {
                    Id = new(number, 0, 0, [0x80, 0, 0, 0, 0, 0, 0, 0]),
                    ObjectType = objectType,
                    ObjectId = new string('0', 100),
                    Number = number,
                    At = model.At.AddYears(-1).AddSeconds(number),
                    Leaf = model.Leaf,
                    Hash = model.Hash,
                    Salt = model.Salt,
                    Content = model.Content,
                })
            );
            await context.SaveChangesAsync(cancellation);
            context.ChangeTracker.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await service.StopAsync(CancellationToken.None);
        await service.DisposeAsync();
        await database.DisposeAsync();
    }

    private static List<string> CodesOf(string content)
    {
        using var document = JsonDocument.Parse(content);
        return [.. document.RootElement.GetProperty("codes").EnumerateArray().Select(code => code.GetString()!)];
    }
}
