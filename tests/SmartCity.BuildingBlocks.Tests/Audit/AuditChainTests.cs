using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Miniature.Counting;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Audit;

public sealed class AuditChainTests
{
    [Theory, EveryDatabase]
    public async Task Entries_WhenAnObjectIsActedOn_ThenEachNamesItsNumberAndTheHashBeforeIt(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();

        await host.RaiseAsync(counter, times: 3);

        ShouldBeAChain(await host.EntriesOfAsync("counter", counter.Value), entries: 4);
    }

    [Theory, EveryDatabase]
    public async Task Entries_WhenManyActOnOneObjectAtOnce_ThenTheChainIsWhole(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync(places: 4);

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(number =>
                    Task.Run(() =>
                        number % 2 == 0
                            ? host.SendAs(Miniature.Clerk, new TakeTicket(counter))
                            : host.SendAs(Miniature.Colleague, new RaiseCounter(counter, 1))
                    )
                )
        );

        outcomes.Count(outcome => !outcome.IsFailure).ShouldBe(4);
        ShouldBeAChain(await host.EntriesOfAsync("counter", counter.Value), entries: 33);
    }

    [Theory, EveryDatabase]
    public async Task Entry_WhenAnActIsAccepted_ThenItTellsWhoDidWhatUnderWhichArticle(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);

        var counter = await host.OpenAsync();

        var entry = (await host.EntriesOfAsync("counter", counter.Value)).ShouldHaveSingleItem();
        using var content = JsonDocument.Parse(entry.Content);
        var told = content.RootElement;
        told.GetProperty("actor").GetString().ShouldBe(Miniature.Clerk.Account.ToString());
        told.GetProperty("command").GetString().ShouldBe("counting.open");
        told.GetProperty("article").GetInt32().ShouldBe(6);
        told.GetProperty("outcome").GetString().ShouldBe("Accepted");
        told.GetProperty("legalDate").GetString().ShouldBe("2026-03-02");
        told.GetProperty("request").GetString().ShouldBe(CanonicalJson.HashOf(new OpenCounter("one")));
    }

    [Theory, EveryDatabase]
    public async Task Entry_WhenAnActIsRefused_ThenItTellsTheReasonsAndIsAllThatIsLeft(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync(places: 1);
        await host.SendAs(Miniature.Clerk, new TakeTicket(counter));

        await host.SendAs(Miniature.Clerk, new TakeTicket(counter), "key");

        var entry = (await host.EntriesOfAsync("counter", counter.Value))[^1];
        using var content = JsonDocument.Parse(entry.Content);
        content.RootElement.GetProperty("outcome").GetString().ShouldBe("Refused");
        content.RootElement.GetProperty("codes")[0].GetString().ShouldBe("NO_PLACE_LEFT");
        var left = await host.CounterAsync(counter);
        (left.Version, left.Tickets.Count).ShouldBe((2, 1));
        (await KeysAsync(host)).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task Entry_WhenTheObjectIsDenied_ThenItStandsInTheObjectsChain(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();

        await host.SendAs(Miniature.Stranger, new RaiseCounter(counter, 1));

        var entry = (await host.EntriesOfAsync("counter", counter.Value))[^1];
        entry.Content.ShouldContain("\"outcome\":\"Denied\"");
        entry.Number.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task Entry_WhenNoObjectIsKnown_ThenItStandsInTheActorsChain(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);

        await host.SendAs(Miniature.Visitor, new OpenCounter("one"));

        var entry = (await host.EntriesOfAsync("actor", Miniature.Visitor.Account)).ShouldHaveSingleItem();
        entry.Content.ShouldContain("\"codes\":[\"WRONG_AUTHORITY\"]");
    }

    [Theory, EveryDatabase]
    public async Task Entry_WhenAModuleActsOnAMessage_ThenItNamesTheActThatCausedIt(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        var cause = (await host.SendAs(Miniature.Clerk, new RaiseCounter(counter, 1))).Value.AuditEntry;

        await host.DeliverAllAsync();

        var entry = await host.InDatabaseAsync<Tallying.TallyingDb, AuditEntry>(database =>
            database.AuditEntries.SingleAsync(TestContext.Current.CancellationToken)
        );
        using var content = JsonDocument.Parse(entry.Content);
        content.RootElement.GetProperty("actor").GetString().ShouldBe("System(Tallying)");
        content.RootElement.GetProperty("onBehalfOf").GetGuid().ShouldBe(cause);
    }

    // Everything is computed here anew, from the stored text alone, as a verifier does.
    private static void ShouldBeAChain(List<AuditEntry> chain, int entries)
    {
        chain.Count.ShouldBe(entries);
        var previous = new string('0', 64);
        for (var index = 0; index < chain.Count; index++)
        {
            var entry = chain[index];
            using var leaf = JsonDocument.Parse(entry.Leaf);
            var told = leaf.RootElement;
            entry.Number.ShouldBe(index + 1);
            told.GetProperty("number").GetString().ShouldBe($"{index + 1}");
            told.GetProperty("entry").GetGuid().ShouldBe(entry.Id);
            told.GetProperty("objectId").GetString().ShouldBe(entry.ObjectId);
            told.GetProperty("previous").GetString().ShouldBe(previous);
            told.GetProperty("commitment")
                .GetString()
                .ShouldBe(Sha256([.. Convert.FromHexString(entry.Salt), .. Encoding.UTF8.GetBytes(entry.Content)]));
            entry.Hash.ShouldBe(Sha256([0, .. Encoding.UTF8.GetBytes(entry.Leaf)]));
            CanonicalJson.Of(told).ShouldBe(entry.Leaf);
            previous = entry.Hash;
        }
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static Task<int> KeysAsync(ModuleHost host) =>
        host.InDatabaseAsync<CountingDb, int>(database =>
            database.AcceptedRequests.CountAsync(TestContext.Current.CancellationToken)
        );
}
