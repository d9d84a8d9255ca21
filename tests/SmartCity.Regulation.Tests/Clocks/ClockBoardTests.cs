using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Miniature.Errands;
using SmartCity.Regulation.Application.Clocks;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.Clocks;

/// <summary>Who reads which clocks, and how a due day is explained.</summary>
public sealed class ClockBoardTests
{
    [Theory, EveryDatabase]
    public async Task Read_WhenEachActorAsks_ThenListAndDetailAndDaysAgree(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var clock = (await host.ClockAsync(await host.GiveAsync(workingDays: 5))).Id;
        (Actor Actor, bool Reads)[] table =
        [
            (ErrandsHost.Officer, true),
            (ErrandsHost.Villager, true),
            (ErrandsHost.Stranger, false),
            // What they belong to is an employer, or whom they look after: they do no business of it.
            (ErrandsHost.Villager with { Name = "expert", Role = "expert" }, false),
            (ErrandsHost.Villager with { Name = "administrator", Role = Actor.AdministratorRole }, false),
        ];

        foreach (var (actor, reads) in table)
        {
            var list = (await host.AskAs(actor, new ListClocks())).Value.Items;
            var detail = await host.AskAs(actor, new GetClock(clock));
            var days = await host.AskAs(actor, new ListClockDays(clock));

            (list.Count == 1, !detail.IsFailure, !days.IsFailure).ShouldBe((reads, reads, reads), actor.Name);
        }
    }

    [Theory, EveryDatabase]
    public async Task List_WhenReadPageByPage_ThenEachClockOnceAndTheFirstDueFirst(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        foreach (var days in new[] { 9, 3, 3, 20, 1, 3, 9 })
        {
            await host.GiveAsync(days);
        }

        var lines = new List<ClockLine>();
        string? after = null;
        do
        {
            var page = (await host.AskAs(ErrandsHost.Officer, new ListClocks(After: after, Limit: 2))).Value;
            lines.AddRange(page.Items);
            after = page.Next;
        } while (after is not null);

        lines.Select(line => line.Id).ShouldBeUnique();
        lines.Count.ShouldBe(7);
        lines.Select(line => line.DueOn).ShouldBeInOrder();
    }

    // Clocks of one day stand by schema, then by number; the page before ended with number 2 of the schema "m".
    [Theory]
    [InlineData("a", "after 1,after 2,after 3")]
    [InlineData("m", "on the day 3,after 1,after 2,after 3")]
    [InlineData("z", "on the day 1,on the day 2,on the day 3,after 1,after 2,after 3")]
    public void After_WhenAPageEndedInOneSchema_ThenEachGoesOnWhereItHasTo(string schema, string expected)
    {
        var day = new DateOnly(2026, 3, 9);
        var clocks = new[] { "before", "on the day", "after" }.SelectMany(
            (when, index) =>
                Enumerable
                    .Range(1, 3)
                    .Select(number => AClock.DueOn(day.AddDays(index - 1), $"{when} {number}", number))
        );
        var position = new BoardPosition(day, "m", AClock.DueOn(day, "last", 2).Number);

        var left = ClockBoard.After(clocks.AsQueryable(), schema, position);

        string.Join(',', left.Select(clock => clock.ObjectTitle)).ShouldBe(expected);
    }

    [Theory, EveryDatabase]
    public async Task List_WhenFiltered_ThenOnlyWhatWasAskedFor(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var late = await host.GiveAsync(workingDays: 1, title: "逾期");
        var done = await host.GiveAsync(workingDays: 1, title: "办结");
        await host.GiveAsync(workingDays: 20, title: "未到期");
        await host.OrderAsync(done, ClockWord.Meet);
        await host.OrderAsync(late, ClockWord.Expire, until: ErrandsHost.Today.AddDays(1));
        host.PassDays(2);

        (await TitlesAsync(host, new(Overdue: true))).ShouldBe(["逾期"]);
        (await TitlesAsync(host, new(State: ClockState.Met))).ShouldBe(["办结"]);
        (await TitlesAsync(host, new(Kind: "errands.expiry"))).ShouldBe(["逾期"]);
        (await TitlesAsync(host, new(Kind: "errands"))).Count.ShouldBe(4);
        (await TitlesAsync(host, new(Kind: "errand"))).ShouldBeEmpty();
        (await TitlesAsync(host, new(Object: done.Value.ToString()))).ShouldBe(["办结"]);
        (await TitlesAsync(host, new(Unit: ErrandsHost.Town))).ShouldBeEmpty();
        (await TitlesAsync(host, new(Authority: ErrandsHost.Town))).Count.ShouldBe(3);
        (await TitlesAsync(host, new(DueBefore: ErrandsHost.Today.AddDays(1)))).Count.ShouldBe(3);
        (await TitlesAsync(host, new(DueBefore: ErrandsHost.Today))).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Days_WhenAPeriodIsSuspendedOverDaysOff_ThenEachDayTellsWhyItCountsOrNot(DatabaseKind kind)
    {
        var calendar = LaterCalendar.WithDayOff(new DateOnly(2026, 3, 6));
        await using var host = await ErrandsHost.StartAsync(kind, calendar);
        // From Monday, 2026-03-02, suspended on the third and going on with the fifth; the sixth is a day off.
        var errand = await host.GiveAsync(workingDays: 3);
        host.PassDays(1);
        await host.OrderAsync(errand, ClockWord.Suspend);
        host.PassDays(2);
        await host.OrderAsync(errand, ClockWord.Resume);
        var clock = await host.ClockAsync(errand);

        var days = (await host.AskAs(ErrandsHost.Villager, new ListClockDays(clock.Id))).Value.Items;

        days.Select(day => (day.Day.Day, day.Counting, day.Number, day.Notices))
            .ShouldBe([
                (3, DayCounting.Suspended, null, null),
                (4, DayCounting.Suspended, null, null),
                (5, DayCounting.Counted, 1, null),
                (6, DayCounting.NotCounted, null, LaterCalendar.Notice),
                (7, DayCounting.NotCounted, null, null),
                (8, DayCounting.NotCounted, null, null),
                (9, DayCounting.Counted, 2, null),
                (10, DayCounting.Counted, 3, null),
            ]);
        days[3].Kind.ShouldBe(DayKind.DayOff);
        clock.DueOn.ShouldBe(days[^1].Day);
    }

    [Theory, EveryDatabase]
    public async Task Get_WhenSuspendedAndRaised_ThenLadderAndSuspensionsAreTold(DatabaseKind kind)
    {
        await using var host = await ErrandsHost.StartAsync(kind);
        var errand = await host.GiveAsync(workingDays: 10);
        host.PassDays(7);
        await host.ClimbAsync();
        await host.OrderAsync(errand, ClockWord.Suspend);
        var clock = await host.ClockAsync(errand);

        var told = (await host.AskAs(ErrandsHost.Officer, new GetClock(clock.Id))).Value;

        told.Ladder.Select(rung => (rung.Name, rung.RaisedOn))
            .ShouldBe([
                ("7-days-before", ErrandsHost.Today.AddDays(7)),
                ("3-days-before", null),
                ("on-the-day", null),
                ("1-day-overdue", null),
            ]);
        told.Suspensions.ShouldHaveSingleItem().Until.ShouldBeNull();
        told.Clock.State.ShouldBe(ClockState.Suspended);
    }

    private static async Task<List<string>> TitlesAsync(ModuleHost host, ListClocks query) =>
        [.. (await host.AskAs(ErrandsHost.Officer, query)).Value.Items.Select(line => line.ObjectTitle)];
}
