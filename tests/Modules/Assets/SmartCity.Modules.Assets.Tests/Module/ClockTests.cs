using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Assets.Application.Registering;
using SmartCity.Modules.Assets.Infrastructure;
using SmartCity.Modules.Assets.Tests.Given;
using SmartCity.Regulation.Clocks;
using SmartCity.Testing;

namespace SmartCity.Modules.Assets.Tests.Module;

/// <summary>What "timely" means (A38-2).</summary>
public sealed class ClockTests
{
    private static readonly DateOnly Due = new(2026, 4, 1);

    [Theory, EveryDatabase]
    public async Task Registration_WhenItsDaysPass_ThenNoticesAndABreach(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        await module.OpenAsync(AProject.Of());
        var opened = (await module.Host.ClocksAsync<AssetsDb>()).ShouldHaveSingleItem();
        module.Host.Time.Advance(TimeSpan.FromDays(opened.DueOn.DayNumber - AssetsHost.Today.DayNumber));
        await module.Host.RaiseDueNoticesAsync("assets");
        var onTheDay = (await module.Host.ClocksAsync<AssetsDb>()).Single().OverdueSince;
        module.Host.Time.Advance(TimeSpan.FromDays(1));

        await module.Host.RaiseDueNoticesAsync("assets");

        onTheDay.ShouldBeNull();
        (await module.Host.ClocksAsync<AssetsDb>()).Single().OverdueSince.ShouldBe(opened.DueOn.AddDays(1));
        (await module.Host.NoticesAsync<AssetsDb>())
            .Select(notice => notice.Kind)
            .ShouldBe([
                "assets.registration-7-days-before",
                "assets.registration-on-the-day",
                "assets.registration-1-day-overdue",
            ]);
    }

    // It is due on 2026-04-01, a Wednesday: where that day is off, on the Thursday.
    [Theory, EveryDatabase]
    public async Task Registration_WhenACalendarMovesItsClock_ThenTheDayThatIsShownMovesWithIt(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var id = await module.OpenAsync(AProject.Of());
        await module.Host.LandDaysOffAsync(2026, "调整", Due);

        await module.Host.RecountAsync("assets");

        (await module.Host.ClocksAsync<AssetsDb>()).Single().DueOn.ShouldBe(Due.AddDays(1));
        var told = (await module.AskAs(Town.OfficeClerk, new GetRegistration(id))).Value;
        (told.DueOn, told.Version).ShouldBe((Due.AddDays(1), 2));
        module.Host.Time.Advance(TimeSpan.FromDays(Due.AddDays(1).DayNumber - AssetsHost.Today.DayNumber));
        (await OverdueAsync(module)).ShouldBe(0);
        module.Host.Time.Advance(TimeSpan.FromDays(1));
        (await OverdueAsync(module)).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Registration_WhenACalendarLandedWhileItWasComplete_ThenItIsOpenAgainByTheNewDay(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var (id, servers, _) = await module.CompleteAsync(AProject.Of());
        await module.Host.LandDaysOffAsync(2026, "调整", Due);
        await module.Host.RecountAsync("assets");

        await module.AcceptedAs(Town.HospitalClerk, new StrikeOffCard(servers.Id, "价值有误", servers.Version));

        (await module.AskAs(Town.OfficeClerk, new GetRegistration(id))).Value.DueOn.ShouldBe(Due.AddDays(1));
        (await module.Host.ClocksAsync<AssetsDb>()).Single(clock => clock.IsOpen).DueOn.ShouldBe(Due.AddDays(1));
    }

    [Theory, EveryDatabase]
    public async Task Registration_WhenCompleteAndOpenAgain_ThenTheClockIsMetAndAnotherIsDueByTheSameDay(
        DatabaseKind kind
    )
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var (_, servers, _) = await module.CompleteAsync(AProject.Of());
        var complete = (await module.Host.ClocksAsync<AssetsDb>()).ShouldHaveSingleItem();

        await module.AcceptedAs(Town.HospitalClerk, new StrikeOffCard(servers.Id, "价值有误", servers.Version));

        complete.State.ShouldBe(ClockState.Met);
        (await module.Host.ClocksAsync<AssetsDb>())
            .Select(clock => (clock.State, clock.DueOn))
            .ShouldBe([(ClockState.Met, complete.DueOn), (ClockState.Running, complete.DueOn)], ignoreOrder: true);
    }

    private static async Task<int> OverdueAsync(AssetsHost module) =>
        (await module.AskAs(Town.OfficeClerk, new ListRegistrations(Overdue: true))).Value.Items.Count;
}
