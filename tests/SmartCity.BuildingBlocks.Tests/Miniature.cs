using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Tests.Tallying;
using SmartCity.Miniature.Counting;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests;

/// <summary>The two miniature modules on a database, and the few words in which the tests speak of them.</summary>
internal static class Miniature
{
    public static Guid Unit { get; } = new("019cabcd-0000-7000-8000-000000000001");

    public static Actor Clerk { get; } = Person("019cabcd-0000-7000-8000-0000000000c1", CountingAuthorities.Clerk);

    /// <summary>A clerk of the same unit who opened none of the counters.</summary>
    public static Actor Colleague { get; } = Person("019cabcd-0000-7000-8000-0000000000c2", CountingAuthorities.Clerk);

    public static Actor Stranger { get; } =
        Person("019cabcd-0000-7000-8000-0000000000c3", CountingAuthorities.Clerk) with
        {
            Unit = new("019cabcd-0000-7000-8000-000000000002"),
        };

    public static Actor Inspector { get; } =
        Person("019cabcd-0000-7000-8000-0000000000c4", CountingAuthorities.Clerk) with
        {
            ReadsOnly = true,
        };

    public static Actor Visitor { get; } = Person("019cabcd-0000-7000-8000-0000000000c5", "visitor");

    // The one that can be made to fail hears first: the other must not suffer by it.
    private static IReadOnlyList<IModule> Modules { get; } = [new TallyingModule(), new CountingModule()];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<ModuleHost> StartAsync(DatabaseKind kind, Action<IServiceCollection>? configure = null) =>
        ModuleHost.StartAsync(kind, Modules, configure, SchemaSource.Model);

    public static async Task<CounterId> OpenAsync(this ModuleHost host, string name = "one", int places = 1)
    {
        var opened = await host.SendAs(Clerk, new OpenCounter(name, places));
        return new(opened.Value.Id);
    }

    /// <summary>Raises a counter that nobody else raises.</summary>
    public static async Task RaiseAsync(this ModuleHost host, CounterId counter, int times = 1)
    {
        for (var time = 0; time < times; time++)
        {
            var version = (await host.CounterAsync(counter)).Version;
            var raised = await host.SendAs(Clerk, new RaiseCounter(counter, version));
            raised.IsFailure.ShouldBeFalse(raised.Failure?.Code);
        }
    }

    public static Task<Counter> CounterAsync(this ModuleHost host, CounterId id) =>
        host.InDatabaseAsync<CountingDb, Counter>(database =>
            database.Counters.AsNoTracking().SingleAsync(counter => counter.Id == id, Cancellation)
        );

    /// <summary>What the receiving module heard of a counter, or an empty string.</summary>
    public static Task<string> HeardOfAsync(this ModuleHost host, CounterId counter) =>
        host.InDatabaseAsync<TallyingDb, string>(async database =>
            await database
                .Tallies.Where(tally => tally.Id == new TallyId(counter.Value))
                .Select(tally => tally.Heard)
                .SingleOrDefaultAsync(Cancellation)
            ?? ""
        );

    /// <summary>The messages of a counter, in order.</summary>
    public static Task<List<OutboxMessage>> MessagesOfAsync(this ModuleHost host, CounterId counter) =>
        host.InDatabaseAsync<CountingDb, List<OutboxMessage>>(database =>
            database
                .OutboxMessages.AsNoTracking()
                .Where(message => message.Aggregate == counter.Value.ToString())
                .OrderBy(message => message.Sequence)
                .ToListAsync(Cancellation)
        );

    public static Task<List<InboxMessage>> InboxAsync(this ModuleHost host) =>
        host.InDatabaseAsync<TallyingDb, List<InboxMessage>>(database =>
            database.InboxMessages.AsNoTracking().ToListAsync(Cancellation)
        );

    /// <summary>The audit entries of one object of the counting module, in order.</summary>
    public static Task<List<AuditEntry>> EntriesOfAsync(this ModuleHost host, string type, Guid id) =>
        host.InDatabaseAsync<CountingDb, List<AuditEntry>>(database =>
            database
                .AuditEntries.AsNoTracking()
                .Where(entry => entry.ObjectType == type && entry.ObjectId == id.ToString())
                .OrderBy(entry => entry.Number)
                .ToListAsync(Cancellation)
        );

    public static void ShouldFailWith(this Result<Receipt> outcome, ErrorKind kind, string code)
    {
        outcome.IsFailure.ShouldBeTrue();
        outcome.Failure!.Kind.ShouldBe(kind);
        outcome.Failure!.Code.ShouldBe(code);
    }

    private static Actor Person(string account, string role) =>
        new(ActorKind.Person, new Guid(account), "经办", Unit, role, "610400");
}
