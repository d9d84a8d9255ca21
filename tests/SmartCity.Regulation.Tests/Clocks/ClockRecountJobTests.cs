using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Miniature.Errands;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.Clocks;

/// <summary>A notice of days off that lands moves the clocks that it concerns, once, with entry and notice.</summary>
public sealed class ClockRecountJobTests
{
    // The fifth working day behind 2026-03-02 is 2026-03-09; with the sixth of March off it is the tenth.
    private static readonly DateOnly Before = new(2026, 3, 9);
    private static readonly DateOnly After = new(2026, 3, 10);

    private static readonly WorkingCalendar Later = LaterCalendar.WithDayOff(new DateOnly(2026, 3, 6));
    private static readonly WorkingCalendar NextRelease = LaterCalendar.Released(new DateOnly(2026, 3, 6));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenRunTwice_ThenTheSecondRunMovesNothing(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 5);
        host.Land(Later);
        await host.RecountAsync();

        await host.RecountAsync();

        var clock = await host.ClockAsync(errand);
        (clock.DueOn, clock.CalendarVersion).ShouldBe((After, Later.Version));
        (await host.NoticeKindsAsync()).ShouldBe(["errands.due-moved"]);
        (await host.EntriesAsync(clock)).Select(entry => entry.Command).ShouldBe(["errands.recount-clock"]);
    }

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenAClockDoesNotMove_ThenItNotesTheCalendarAndNobodyIsTold(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 3);
        host.Land(Later);

        await host.RecountAsync();

        var clock = await host.ClockAsync(errand);
        (clock.DueOn, clock.CalendarVersion).ShouldBe((new DateOnly(2026, 3, 5), Later.Version));
        (await host.NoticesAsync()).ShouldBeEmpty();
        (await host.EntriesAsync(clock)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenTheClockHasEnded_ThenItStaysAsItEnded(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 5);
        await host.OrderAsync(errand, ClockWord.Meet);
        host.Land(Later);

        await host.RecountAsync();

        var clock = await host.ClockAsync(errand);
        (clock.DueOn, clock.CalendarVersion).ShouldBe((Before, WorkingCalendar.Published.Version));
    }

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenTwoInstancesRunAtOnce_ThenEachClockMovesOnce(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        for (var number = 0; number < 12; number++)
        {
            await host.GiveAsync(workingDays: 5, title: $"差事{number}");
        }

        await using var second = host.AnotherInstance();
        host.Land(Later);
        second.Land(Later);

        await Task.WhenAll(host.RecountAsync(), second.RecountAsync());

        var notices = await host.NoticesAsync();
        notices.Count.ShouldBe(12);
        notices.Select(notice => notice.Clock).ShouldBeUnique();
        notices.ShouldAllBe(notice => notice.DueOn == After);
    }

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenAnActWasDoneByTheOldCalendar_ThenTheNextRunFindsIt(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        await using var second = host.AnotherInstance();
        host.Land(Later);
        await host.RecountAsync();
        // The other instance has not heard of the notice yet.
        var errand = await second.GiveAsync(workingDays: 5);

        await host.RecountAsync();

        (await host.ClockAsync(errand)).DueOn.ShouldBe(After);
    }

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenTwoReleasesRunSideBySide_ThenTheLatersDaysStandAndNothingMovesBack(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        await using var upgraded = host.AnotherInstance();
        upgraded.Land(NextRelease);
        var errand = await host.GiveAsync(workingDays: 5);
        var (ofTheEarlier, ofTheLater) = (WorkingCalendar.Published, NextRelease);

        for (var round = 0; round < 3; round++)
        {
            await host.RecountAsync();
            await upgraded.RecountAsync();
        }

        (await host.ClockAsync(errand)).DueOn.ShouldBe(After);
        (await host.NoticeKindsAsync()).ShouldBe(["errands.due-moved"]);
        // A notice that moves none of its days lands while both run.
        YearOfNotices landed = new(2027, [LaterCalendar.Notice], []);
        host.Land(ofTheEarlier.WithAnother(landed));
        await host.RecountAsync();
        upgraded.Land(ofTheLater.WithAnother(landed));
        await upgraded.RecountAsync();
        var settled = await host.NoticesAsync();
        for (var round = 0; round < 3; round++)
        {
            await host.RecountAsync();
            await upgraded.RecountAsync();
        }

        var clock = await host.ClockAsync(errand);
        (clock.DueOn, clock.CalendarVersion).ShouldBe((After, ofTheLater.WithAnother(landed).Version));
        (await host.NoticesAsync()).Count.ShouldBe(settled.Count);
    }

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenThereAreMoreThanOneTransactionTakes_ThenEachMovesOnce(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        for (var number = 0; number <= ClockRecount.BatchSize; number++)
        {
            await host.GiveAsync(workingDays: 5, title: $"差事{number}");
        }

        host.Land(Later);

        await host.RecountAsync();

        var notices = await host.NoticesAsync();
        notices.Count.ShouldBe(ClockRecount.BatchSize + 1);
        notices.Select(notice => notice.Clock).ShouldBeUnique();
        notices.ShouldAllBe(notice => notice.DueOn == After);
        (await ErrandsAsync(host)).ShouldAllBe(errand => errand.MovedTo == After && errand.Version == 2);
    }

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenAClockMoves_ThenItsObjectTakesTheDayOverByAnActOfItsOwn(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var moving = await host.GiveAsync(workingDays: 5);
        var staying = await host.GiveAsync(workingDays: 3);
        host.Land(Later);

        await host.RecountAsync();
        await host.RecountAsync();

        (await ErrandsAsync(host))
            .Select(errand => (errand.Id, errand.MovedTo, errand.Version))
            .ShouldBe([(moving, After, 2L), (staying, null, 1L)], ignoreOrder: true);
        var entries = await host.InDatabaseAsync<ErrandsDb, List<AuditEntry>>(database =>
            database
                .AuditEntries.Where(entry => entry.ObjectId == moving.Value.ToString())
                .OrderBy(entry => entry.Number)
                .ToListAsync(Cancellation)
        );
        entries.Select(entry => AuditContent.Of(entry).Command).ShouldBe(["errands.give", "errands.move-errand"]);
        entries[1].Leaf.ShouldContain($"\"previous\":\"{entries[0].Hash}\"");
    }

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenAClockHasNoObject_ThenItMovesByItself(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 5);
        await host.InDatabaseAsync<ErrandsDb, int>(database => database.Errands.ExecuteDeleteAsync(Cancellation));
        host.Land(Later);

        await host.RecountAsync();

        (await host.ClockAsync(errand)).DueOn.ShouldBe(After);
    }

    [Fact(Timeout = 60_000)]
    public async Task RunAsync_WhenAnActHoldsOneObject_ThenItIsNotWaitedForAndTheNextRunMovesItsClock()
    {
        await using var host = await ErrandsHost.StartAsync(DatabaseKind.PostgreSql);
        var held = await host.GiveAsync(workingDays: 5, title: "先");
        var free = await host.GiveAsync(workingDays: 5, title: "后");
        host.Land(Later);
        await using (var other = host.Services.CreateAsyncScope())
        {
            await other.ServiceProvider.GetRequiredService<ErrandsDb>().LockAsync<Errand, ErrandId>(held, Cancellation);

            await host.RecountAsync();

            (await host.ClockAsync(held)).DueOn.ShouldBe(Before);
            (await host.ClockAsync(free)).DueOn.ShouldBe(After);
        }

        await host.RecountAsync();

        (await host.ClockAsync(held)).DueOn.ShouldBe(After);
        (await ErrandsAsync(host)).ShouldAllBe(errand => errand.MovedTo == After && errand.Version == 2);
    }

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenACalendarLandsAgain_ThenItsEntryFollowsTheOneBefore(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 5);
        host.Land(Later);
        await host.RecountAsync();
        host.Land(Later.WithAnother(new(Before.Year, [LaterCalendar.Notice], [])));

        await host.RecountAsync();

        var clock = await host.ClockAsync(errand);
        clock.DueOn.ShouldBe(Before);
        var entries = await host.InDatabaseAsync<ErrandsDb, List<AuditEntry>>(database =>
            database
                .AuditEntries.Where(entry => entry.ObjectId == clock.Identity)
                .OrderBy(entry => entry.Number)
                .ToListAsync(Cancellation)
        );
        entries.Select(entry => entry.Number).ShouldBe([1, 2]);
        entries[1].Leaf.ShouldContain($"\"previous\":\"{entries[0].Hash}\"");
    }

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenOneClockCannotBeTold_ThenTheOthersAreCountedAndTheFaultIsTold(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var before = await host.GiveAsync(workingDays: 5, title: "前");
        var unknown = await host.GiveAsync(workingDays: 5, title: "坏");
        var behind = await host.GiveAsync(workingDays: 5, title: "后");
        // A release that went back knows no such kind.
        await host.InDatabaseAsync<ErrandsDb, int>(database =>
            database
                .Set<StatutoryClock>()
                .Where(clock => clock.ObjectId == unknown.Value.ToString())
                .ExecuteUpdateAsync(set => set.SetProperty(clock => clock.Kind, "errands.gone"), Cancellation)
        );
        host.Land(Later);

        var fault = await Should.ThrowAsync<AggregateException>(host.RecountAsync);

        fault.InnerExceptions.ShouldHaveSingleItem().Message.ShouldContain("errands.gone");
        (await host.ClockAsync(before)).DueOn.ShouldBe(After);
        (await host.ClockAsync(behind)).DueOn.ShouldBe(After);
        (await host.NoticesAsync()).Count.ShouldBe(2);
    }

    [Fact(Timeout = 60_000)]
    public async Task RunAsync_WhenAnActHoldsOneClock_ThenTheOthersAreCountedBeforeItAndItselfBehindIt()
    {
        await using var host = await ErrandsHost.StartAsync(DatabaseKind.PostgreSql);
        var held = await host.GiveAsync(workingDays: 5, title: "先");
        await host.GiveAsync(workingDays: 5, title: "后");
        var clock = await host.ClockAsync(held);
        host.Land(Later);
        Task recount;
        await using (var other = host.Services.CreateAsyncScope())
        {
            await other
                .ServiceProvider.GetRequiredService<ErrandsDb>()
                .LockAsync<StatutoryClock, StatutoryClockId>(clock.Id, Cancellation);
            recount = host.RecountAsync();
            while ((await host.NoticesAsync()).Count == 0)
            {
                recount.IsCompleted.ShouldBeFalse();
            }

            (await host.NoticesAsync()).ShouldHaveSingleItem().Clock.ShouldNotBe(clock.Id.Value);
        }

        await recount;

        (await host.ClockAsync(held)).DueOn.ShouldBe(After);
    }

    private static Task<List<Errand>> ErrandsAsync(ModuleHost host) =>
        host.InDatabaseAsync<ErrandsDb, List<Errand>>(database =>
            database.Errands.AsNoTracking().ToListAsync(Cancellation)
        );
}
