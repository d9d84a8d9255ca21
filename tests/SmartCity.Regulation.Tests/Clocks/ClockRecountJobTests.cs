using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Miniature.Errands;
using SmartCity.Regulation.Calendars;
using SmartCity.Testing;

namespace SmartCity.Regulation.Tests.Clocks;

/// <summary>A notice of days off that lands moves the clocks that it concerns, once, with entry and notice.</summary>
public sealed class ClockRecountJobTests
{
    // The fifth working day behind 2026-03-02 is 2026-03-09; with the sixth of March off it is the tenth.
    private static readonly DateOnly Before = new(2026, 3, 9);
    private static readonly DateOnly After = new(2026, 3, 10);

    private static readonly WorkingCalendar Later = LaterCalendar.WithDayOff(new DateOnly(2026, 3, 6));

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
        // What the two took from each other's hands is left to the next run.
        await host.RecountAsync();

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
}
