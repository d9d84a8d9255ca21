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
}
