using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Miniature.Errands;
using SmartCity.Regulation.Clocks;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.Clocks;

/// <summary>Every rung is raised once: on its day, or as soon as there is a service again.</summary>
public sealed class ClockLadderJobTests
{
    // 2026-03-02, a Monday, and ten working days: due on 2026-03-16.
    private static readonly DateOnly Due = new(2026, 3, 16);

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenRunTwice_ThenTheSecondRunRaisesNothing(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        await host.GiveAsync(workingDays: 10);
        host.PassDays(7);
        await host.ClimbAsync();

        await host.ClimbAsync();

        (await host.NoticeKindsAsync()).ShouldBe(["errands.due-7-days-before"]);
    }

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenTheServiceStoodForEightDays_ThenTwoInstancesRaiseTheThreeRungsOnce(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 10);
        host.PassDays(6);
        await host.ClimbAsync();
        var before = await host.NoticesAsync();
        // 2026-03-08 to 2026-03-16: seven days before, three days before, and the last day itself.
        host.PassDays(8);
        await using var second = host.AnotherInstance();

        await Task.WhenAll(host.ClimbAsync(), second.ClimbAsync(), host.ClimbAsync(), second.ClimbAsync());

        before.ShouldBeEmpty();
        var notices = await host.NoticesAsync();
        notices
            .Select(notice => notice.Kind)
            .ShouldBe(["errands.due-7-days-before", "errands.due-3-days-before", "errands.due-on-the-day"]);
        notices.ShouldAllBe(notice => notice.Unit == ErrandsHost.Village && notice.DueOn == Due);
        notices.Select(notice => notice.Notice).ShouldBeUnique();
        var clock = await host.ClockAsync(errand);
        var entries = await host.EntriesAsync(clock);
        entries.Select(entry => entry.Command).ShouldBe(Enumerable.Repeat("errands.raise-clock-notice", 3));
        entries.ShouldAllBe(entry => entry.Actor == "System(Errands)" && entry.Article == 21);
    }

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenTheDutyIsMissed_ThenABreachIsRecordedAndUnitAndAuthorityAreTold(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 10);
        host.PassDays(14);
        await host.ClimbAsync();
        var onTheDay = await host.ClockAsync(errand);
        host.PassDays(1);

        await host.ClimbAsync();

        onTheDay.OverdueSince.ShouldBeNull();
        var clock = await host.ClockAsync(errand);
        (clock.State, clock.OverdueSince).ShouldBe((ClockState.Running, Due.AddDays(1)));
        (await host.NoticesAsync())
            .Where(notice => notice.Kind == "errands.due-1-day-overdue")
            .Select(notice => notice.Unit)
            .ShouldBe([ErrandsHost.Village, ErrandsHost.Town], ignoreOrder: true);
        var verdict = (await host.EntriesAsync(clock))[^1].Judgements.ShouldHaveSingleItem();
        (verdict.Rule, verdict.Satisfied).ShouldBe(("ERRAND_OVERDUE", false));
    }

    [Theory, EveryDatabase]
    public async Task Meet_WhenOverdue_ThenItIsTakenAndNothingMoreIsRaised(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 10);
        host.PassDays(20);
        await host.ClimbAsync();
        var raised = await host.NoticesAsync();

        await host.OrderAsync(errand, ClockWord.Meet);
        host.PassDays(30);
        await host.ClimbAsync();

        var clock = await host.ClockAsync(errand);
        (clock.State, clock.OverdueSince, clock.EndedOn).ShouldBe(
            (ClockState.Met, Due.AddDays(1), ErrandsHost.Today.AddDays(20))
        );
        (await host.NoticesAsync()).Count.ShouldBe(raised.Count);
    }

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenSomethingEndsByItself_ThenTheClockEndsOnTheDayAfter(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 200);
        await host.OrderAsync(errand, ClockWord.Expire, until: ErrandsHost.Today.AddDays(8));
        host.PassDays(8);
        await host.ClimbAsync();
        var onTheDay = await host.ClockAsync(errand, Errand.Expiry);
        host.PassDays(1);

        await host.ClimbAsync();

        onTheDay.State.ShouldBe(ClockState.Running);
        var clock = await host.ClockAsync(errand, Errand.Expiry);
        (clock.State, clock.OverdueSince).ShouldBe((ClockState.Lapsed, null));
        // Thirty days before lay behind when the voucher was made: that tells nothing new.
        (await host.NoticeKindsAsync()).ShouldBe(["errands.expiry-7-days-before"]);
        (await host.EntriesAsync(clock))[^1].Command.ShouldBe("errands.end-clock");
    }

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenSuspended_ThenNothingIsRaisedUntilItCountsAgain(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 10);
        host.PassDays(2);
        await host.OrderAsync(errand, ClockWord.Suspend);
        host.PassDays(30);
        await host.ClimbAsync();
        var whileSuspended = await host.NoticesAsync();
        // Friday, 2026-04-03: nine working days are left, this one counts, and the sixth of April is a day off.
        await host.OrderAsync(errand, ClockWord.Resume);

        await host.ClimbAsync();

        whileSuspended.ShouldBeEmpty();
        (await host.ClockAsync(errand)).DueOn.ShouldBe(new(2026, 4, 16));
        (await host.NoticesAsync()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task RunAsync_WhenOneClockCannotBeTold_ThenTheOthersAreAndTheJobFails(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var odd = (await host.ClockAsync(await host.GiveAsync(workingDays: 8))).Id;
        await host.GiveAsync(workingDays: 10);
        await host.InDatabaseAsync<ErrandsDb, int>(database =>
            database
                .Set<StatutoryClock>()
                .IgnoreAutoIncludes()
                .Where(clock => clock.Id == odd)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(clock => clock.Kind, "errands.of-an-older-release"),
                    TestContext.Current.CancellationToken
                )
        );
        host.PassDays(7);

        await Should.ThrowAsync<AggregateException>(host.ClimbAsync);

        (await host.NoticeKindsAsync()).ShouldBe(["errands.due-7-days-before"]);
    }

    [Theory, EveryDatabase]
    public async Task Start_WhenTheActIsRefusedAtSave_ThenThereIsNoClock(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var refused = await host.SendAs(ErrandsHost.Villager, new GiveErrand("送信", ErrandsHost.Village, 10));

        refused.IsFailure.ShouldBeTrue();
        (
            await host.InDatabaseAsync<ErrandsDb, int>(database =>
                database.Set<StatutoryClock>().CountAsync(TestContext.Current.CancellationToken)
            )
        ).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task Order_WhileTheLadderIsClimbed_ThenBothTakeEffect(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errands = new List<ErrandId>();
        for (var number = 0; number < 8; number++)
        {
            errands.Add(await host.GiveAsync(workingDays: 10, title: $"差事{number}"));
        }

        host.PassDays(20);
        await using var second = host.AnotherInstance();

        await Task.WhenAll([
            host.ClimbAsync(),
            second.ClimbAsync(),
            .. errands.Select(errand => second.OrderAsync(errand, ClockWord.Meet)),
        ]);

        foreach (var errand in errands)
        {
            (await host.ClockAsync(errand)).State.ShouldBe(ClockState.Met);
        }

        var notices = await host.NoticesAsync();
        notices.Select(notice => (notice.Clock, notice.Kind, notice.Unit)).ShouldBeUnique();
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenItOrdersTwoClocksOfAnObject_ThenEachOrderFindsItsOwn(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 10);
        var other = await host.GiveAsync(workingDays: 10);
        await host.OrderAsync(errand, ClockWord.Expire, until: new(2026, 6, 30));

        await host.OrderAsync(errand, ClockWord.Renew, until: new(2026, 9, 30));

        (await host.ClockAsync(errand)).State.ShouldBe(ClockState.Met);
        (await host.ClockAsync(other)).State.ShouldBe(ClockState.Running);
        var vouchers = await host.InDatabaseAsync<ErrandsDb, List<StatutoryClock>>(database =>
            database
                .Set<StatutoryClock>()
                .Where(clock => clock.Kind == Errand.Expiry.Code)
                .OrderBy(clock => clock.DueOn)
                .ToListAsync(TestContext.Current.CancellationToken)
        );
        vouchers
            .Select(clock => (clock.DueOn, clock.State))
            .ShouldBe([(new(2026, 6, 30), ClockState.Lapsed), (new(2026, 9, 30), ClockState.Running)]);
    }
}
