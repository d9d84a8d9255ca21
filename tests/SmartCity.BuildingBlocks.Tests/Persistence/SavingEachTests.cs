using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Miniature.Counting;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Persistence;

/// <summary>What a module does by itself to many objects: one save, and to each an act of its own.</summary>
public sealed class SavingEachTests
{
    private static readonly ObjectAuthority<Counter> OfTheModule = new(
        (actor, _) => actor.Kind == ActorKind.Module,
        (_, _) => null
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task SaveEach_WhenTheObjectsHaveEntriesAlready_ThenEachGetsTheNextOfItsOwnChain(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var (first, second) = (await host.OpenAsync("first"), await host.OpenAsync("second"));
        await host.RaiseAsync(second, times: 2);

        (await RaiseAllAsync(host)).ShouldBeTrue();

        foreach (var (counter, number) in new[] { (first, 2), (second, 4) })
        {
            var entries = await host.EntriesOfAsync("counter", counter.Value);
            entries.Count.ShouldBe(number);
            entries[^1].Number.ShouldBe(number);
            entries[^1].Leaf.ShouldContain($"\"previous\":\"{entries[^2].Hash}\"");
            AuditContent.Of(entries[^1]).Command.ShouldBe("counting.raise-all");
            (await host.CounterAsync(counter)).Version.ShouldBe(number);
            (await host.MessagesOfAsync(counter))[^1].CausedBy.ShouldBe(entries[^1].Id);
        }
    }

    [Theory, EveryDatabase]
    public async Task SaveEach_WhenAnObjectHasNoEntryYet_ThenItsChainBeginsWithThisOne(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await host.InDatabaseAsync<CountingDb, int>(database => database.AuditEntries.ExecuteDeleteAsync(Cancellation));

        (await RaiseAllAsync(host)).ShouldBeTrue();

        var entry = (await host.EntriesOfAsync("counter", counter.Value)).ShouldHaveSingleItem();
        entry.Number.ShouldBe(1);
        entry.Leaf.ShouldContain($"\"previous\":\"{ChainHead.Empty.Hash}\"");
    }

    [Theory, EveryDatabase]
    public async Task SaveEach_WhenOneWasChangedMeanwhile_ThenNothingIsSaved(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var (quiet, busy) = (await host.OpenAsync("quiet"), await host.OpenAsync("busy"));

        (await RaiseAllAsync(host, meanwhile: () => host.RaiseAsync(busy))).ShouldBeFalse();

        (await host.CounterAsync(quiet)).Count.ShouldBe(0);
        (await host.EntriesOfAsync("counter", quiet.Value)).ShouldHaveSingleItem();
        (await host.MessagesOfAsync(quiet)).ShouldBeEmpty();
        (await host.CounterAsync(busy)).Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task SaveEach_WhenAnActDemandedNoAuthority_ThenItIsABugAndNothingIsSaved(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => RaiseAllAsync(host, demandsAuthority: false));

        (await host.CounterAsync(counter)).Count.ShouldBe(0);
        (await host.EntriesOfAsync("counter", counter.Value)).ShouldHaveSingleItem();
    }

    [Fact(Timeout = 60_000)]
    public async Task LockFree_WhenAnotherActHoldsOne_ThenTheOthersAreHeldWithoutWaitingForIt()
    {
        // SQLite has one writer, so there nobody else holds anything.
        await using var host = await Miniature.StartAsync(DatabaseKind.PostgreSql);
        var (free, taken) = (await host.OpenAsync("free"), await host.OpenAsync("taken"));
        await using var other = host.Services.CreateAsyncScope();
        await other.ServiceProvider.GetRequiredService<CountingDb>().LockAsync<Counter, CounterId>(taken, Cancellation);

        var held = await host.InDatabaseAsync<CountingDb, IReadOnlyList<CounterId>>(database =>
            database.LockFreeAsync<Counter, CounterId>([free, taken], Cancellation)
        );

        held.ShouldBe([free]);
    }

    [Theory, EveryDatabase]
    public async Task LockFree_WhenNobodyElseHoldsAny_ThenAllAreHeld(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        CounterId[] counters = [await host.OpenAsync("first"), await host.OpenAsync("second")];

        var held = await host.InDatabaseAsync<CountingDb, IReadOnlyList<CounterId>>(database =>
            database.LockFreeAsync<Counter, CounterId>(counters, Cancellation)
        );

        held.ShouldBe(counters, ignoreOrder: true);
    }

    private static async Task<bool> RaiseAllAsync(
        ModuleHost host,
        Func<Task>? meanwhile = null,
        bool demandsAuthority = true
    )
    {
        await using var scope = host.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CountingDb>();
        var act = scope.ServiceProvider.GetRequiredService<Act>();
        var counters = await database.Counters.ToListAsync(Cancellation);
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        return await database.SaveEachAsync(
            act,
            counters,
            counter =>
            {
                act.BeginByItself("Counting", "counting.raise-all", 6, counter.Name);
                if (demandsAuthority)
                {
                    act.Authorise(counter, OfTheModule);
                }

                counter.Raise().ShouldBeAccepted();
            },
            Cancellation
        );
    }
}
