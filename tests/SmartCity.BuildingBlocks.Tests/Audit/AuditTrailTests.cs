using System.Linq.Expressions;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Miniature.Counting;
using SmartCity.Testing;

namespace SmartCity.BuildingBlocks.Tests.Audit;

public sealed class AuditTrailTests
{
    private const string Counting = "counting";
    private const string Tallying = "tallying";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Read_WhenTwoModulesActInTurns_ThenTheirEntriesStandNewestFirst(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        await RaiseAndDeliverAsync(host, times: 2, apart: TimeSpan.FromMilliseconds(1));

        var read = await ReadAsync(host, after: null, count: 10);

        read.Select(one => one.Schema).ShouldBe([Tallying, Counting, Tallying, Counting, Counting]);
        read.Select(one => one.Entry.At).ShouldBeInOrder(SortDirection.Descending);
    }

    [Theory, EveryDatabase]
    public async Task Read_WhenAllIsOfOneInstant_ThenPageByPageEachEntryIsThereOnce(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync();
        await host.RaiseAsync(counter, times: 3);
        await host.DeliverAllAsync();
        var all = await ReadAsync(host, after: null, count: 100);

        foreach (var size in new[] { 1, 2, 3 })
        {
            var pages = await PageByPageAsync(host, size);

            pages.ShouldBe(all.Select(one => one.Entry.Id));
        }

        all.Select(one => one.Entry.At).Distinct().ShouldHaveSingleItem();
        all.Select(one => one.Schema).ShouldBe([.. Enumerable.Repeat(Counting, 4), .. Enumerable.Repeat(Tallying, 3)]);
    }

    [Theory, EveryDatabase]
    public async Task Read_WhenInstantsAreSharedInPart_ThenPageByPageEachEntryIsThereOnce(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        await RaiseAndDeliverAsync(host, times: 3, apart: TimeSpan.Zero);
        await host.OpenAsync("another");
        var all = await ReadAsync(host, after: null, count: 100);

        var pages = await PageByPageAsync(host, size: 2);

        pages.ShouldBe(all.Select(one => one.Entry.Id));
        pages.Distinct().Count().ShouldBe(8);
    }

    [Theory, EveryDatabase]
    public async Task Read_WhenOneSchemaIsNamed_ThenItsEntriesOnly(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        await RaiseAndDeliverAsync(host, times: 1, apart: TimeSpan.Zero);

        var read = await InTrailAsync(
            host,
            trail => trail.ReadAsync(all => all, Tallying, after: null, 10, Cancellation)
        );

        read.ShouldHaveSingleItem().Schema.ShouldBe(Tallying);
    }

    [Theory, EveryDatabase]
    public async Task Find_WhenTheEntryIsInEitherModule_ThenFoundWhereItStands(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        await RaiseAndDeliverAsync(host, times: 1, apart: TimeSpan.Zero);

        foreach (var one in await ReadAsync(host, after: null, count: 10))
        {
            var found = await InTrailAsync(host, trail => trail.FindAsync(one.Entry.Id, all => all, Cancellation));

            (found!.Schema, found.Entry.Hash).ShouldBe((one.Schema, one.Entry.Hash));
        }
    }

    [Theory, EveryDatabase]
    public async Task Find_WhenItIsNotAmongTheChosen_ThenNone(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        await host.OpenAsync();
        var id = (await ReadAsync(host, after: null, count: 1))[0].Entry.Id;

        var found = await InTrailAsync(
            host,
            trail =>
                trail.FindAsync(id, all => all.Where(AuditConditions.OfUnit(Miniature.Stranger.Unit)), Cancellation)
        );

        found.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Conditions_WhenAskedOfTheDatabase_ThenTheyHoldWhereTheContentSaysSo(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        var counter = await host.OpenAsync(places: 1);
        await host.SendAs(Miniature.Clerk, new TakeTicket(counter));
        await host.SendAs(Miniature.Clerk, new TakeTicket(counter));
        await host.SendAs(Miniature.Stranger, new RaiseCounter(counter, 2));
        await host.SendAs(Miniature.Visitor, new OpenCounter("two"));
        await host.RaiseAsync(counter);
        await host.DeliverAllAsync();

        await ShouldHoldAsync(
            host,
            AuditConditions.OfUnit(Miniature.Stranger.Unit),
            1,
            one => one.Unit == Miniature.Stranger.Unit
        );
        await ShouldHoldAsync(host, AuditConditions.OfUnit(Guid.Empty), 1, one => one.ActorKind == ActorKind.Module);
        await ShouldHoldAsync(
            host,
            AuditConditions.OfAccount(Miniature.Clerk.Account),
            4,
            one => one.Actor == Miniature.Clerk.Account.ToString()
        );
        await ShouldHoldAsync(
            host,
            AuditConditions.OfCommand("counting.take"),
            2,
            one => one.Command == "counting.take"
        );
        await ShouldHoldAsync(host, AuditConditions.OfCommand("counting.%"), 0, _ => false);
        await ShouldHoldAsync(
            host,
            AuditConditions.WithCode("NO_PLACE_LEFT"),
            1,
            one => one.Codes.Contains("NO_PLACE_LEFT")
        );
        await ShouldHoldAsync(
            host,
            AuditConditions.WithoutCode("NO_PLACE_LEFT"),
            6,
            one => !one.Codes.Contains("NO_PLACE_LEFT")
        );
        await ShouldHoldAsync(host, AuditConditions.WithCode("NO_PLACE"), 0, _ => false);
        await ShouldHoldAsync(host, AuditConditions.WithCode("NO%LEFT"), 0, _ => false);
        foreach (var outcome in Enum.GetValues<AuditOutcome>())
        {
            var expected = outcome switch
            {
                AuditOutcome.Accepted => 4,
                AuditOutcome.Refused => 1,
                AuditOutcome.Denied => 2,
                _ => 0,
            };
            await ShouldHoldAsync(host, AuditConditions.WithOutcome(outcome), expected, one => one.Outcome == outcome);
        }
    }

    [Theory, EveryDatabase]
    public async Task Content_WhenReadAgain_ThenItTellsWhatWasWritten(DatabaseKind kind)
    {
        await using var host = await Miniature.StartAsync(kind);
        await host.SendAs(Miniature.Visitor, new OpenCounter("one"));

        var told = AuditContent.Of((await ReadAsync(host, after: null, count: 1))[0].Entry);

        var expected = new AuditContent(
            ActorKind.Person,
            Miniature.Visitor.Account.ToString(),
            Miniature.Unit,
            Miniature.Visitor.Role,
            OnBehalfOf: null,
            "counting.open",
            6,
            new(2026, 3, 2),
            AuditOutcome.Denied,
            ["WRONG_AUTHORITY"],
            [],
            CanonicalJson.HashOf(new OpenCounter("one")),
            CanonicalJson.HashOf<string[]>(["WRONG_AUTHORITY"])
        );
        CanonicalJson.Of(told).ShouldBe(CanonicalJson.Of(expected));
    }

    // One module acts, and so long after it the other.
    private static async Task RaiseAndDeliverAsync(ModuleHost host, int times, TimeSpan apart)
    {
        var counter = await host.OpenAsync();
        for (var time = 0; time < times; time++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await host.RaiseAsync(counter);
            host.Time.Advance(apart);
            await host.DeliverAllAsync();
        }
    }

    private static async Task<List<Guid>> PageByPageAsync(ModuleHost host, int size)
    {
        List<Guid> read = [];
        TrailPosition? after = null;
        while (await ReadAsync(host, after, size) is { Count: > 0 } page)
        {
            read.AddRange(page.Select(one => one.Entry.Id));
            after = new(page[^1].Entry.At, page[^1].Schema, page[^1].Entry.Id);
        }

        return read;
    }

    // The database finds exactly those entries of which the content, read as JSON, says so.
    private static async Task ShouldHoldAsync(
        ModuleHost host,
        Expression<Func<AuditEntry, bool>> condition,
        int expected,
        Predicate<AuditContent> said
    )
    {
        var all = await ReadAsync(host, after: null, count: 100);
        var found = await InTrailAsync(
            host,
            trail => trail.ReadAsync(entries => entries.Where(condition), schema: null, after: null, 100, Cancellation)
        );
        found
            .Select(one => one.Entry.Id)
            .ShouldBe(all.Where(one => said(AuditContent.Of(one.Entry))).Select(one => one.Entry.Id));
        found.Count.ShouldBe(expected);
    }

    private static Task<List<TrailEntry>> ReadAsync(ModuleHost host, TrailPosition? after, int count) =>
        InTrailAsync(host, trail => trail.ReadAsync(all => all, schema: null, after, count, Cancellation));

    private static async Task<T> InTrailAsync<T>(ModuleHost host, Func<AuditTrail, Task<T>> read)
    {
        await using var scope = host.ScopeOf(Miniature.Inspector);
        return await read(scope.ServiceProvider.GetRequiredService<AuditTrail>());
    }
}
