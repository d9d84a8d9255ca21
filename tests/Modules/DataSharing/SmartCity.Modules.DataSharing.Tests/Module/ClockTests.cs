using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.DataSharing.Application.Agreements;
using SmartCity.Modules.DataSharing.Application.Grants;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Infrastructure;
using SmartCity.Modules.DataSharing.Tests.Given;
using SmartCity.Regulation.Clocks;
using SmartCity.Testing;

namespace SmartCity.Modules.DataSharing.Tests.Module;

/// <summary>The ends of agreements (A33-2), the cadence of updates, and the consultation of a provider.</summary>
public sealed class ClockTests
{
    [Theory, EveryDatabase]
    public async Task Agreement_WhenItsEndComes_ThenThe30And7DayNoticesAreRaised(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var terms = Sharing.Terms() with { ValidUntil = Sharing.Today.AddDays(60) };
        await module.SignedAsync(terms: terms);
        var clock = (await module.Host.ClocksAsync<DataSharingDb>()).ShouldHaveSingleItem();
        PassTo(module, clock.DueOn.AddDays(-30));
        await module.Host.RaiseDueNoticesAsync("data_sharing");
        var first = await module.Host.NoticesAsync<DataSharingDb>();
        PassTo(module, clock.DueOn.AddDays(1));

        await module.Host.RaiseDueNoticesAsync("data_sharing");

        clock.DueOn.ShouldBe(terms.ValidUntil);
        first.Select(notice => notice.Kind).ShouldBe(["data-sharing.agreement-end-30-days-before"]);
        (await module.Host.NoticesAsync<DataSharingDb>())
            .Select(notice => (notice.Kind, notice.Unit))
            .ShouldBe([
                ("data-sharing.agreement-end-30-days-before", Town.Demander.Unit),
                ("data-sharing.agreement-end-7-days-before", Town.Demander.Unit),
            ]);
        (await module.Host.ClocksAsync<DataSharingDb>()).Single().State.ShouldBe(ClockState.Lapsed);
    }

    [Theory, EveryDatabase]
    public async Task Agreement_WhenEndedBefore_ThenNobodyIsRemindedOfIt(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var signed = await module.SignedAsync();
        await module.AcceptedAs(Town.Demander, new EndAgreement(new(signed.Id), "不再需要。", signed.Version));
        PassTo(module, Sharing.Terms().ValidUntil);

        await module.Host.RaiseDueNoticesAsync("data_sharing");

        (await module.Host.NoticesAsync<DataSharingDb>()).ShouldBeEmpty();
        (await module.Host.ClocksAsync<DataSharingDb>()).Single().State.ShouldBe(ClockState.Lapsed);
    }

    [Theory, EveryDatabase]
    public async Task Update_WhenTheCadencePasses_ThenABreachAndTheNextVersionMeetsIt(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var uploaded = await module.WithDataAsync(Sharing.Divisions() with { Cadence = Cadence.Weekly });
        PassTo(module, Sharing.Today.AddDays(7));
        await module.Host.RaiseDueNoticesAsync("data_sharing");
        var inTime = await module.Host.NoticesAsync<DataSharingDb>();
        PassTo(module, Sharing.Today.AddDays(8));
        await module.Host.RaiseDueNoticesAsync("data_sharing");

        await module.AcceptedAs(Town.Provider, DataSharingHost.Uploading(uploaded, DataSharingHost.ThreeRows));

        inTime.ShouldBeEmpty();
        (await module.Host.NoticesAsync<DataSharingDb>())
            .ShouldHaveSingleItem()
            .Kind.ShouldBe("data-sharing.data-update-1-day-overdue");
        (await module.Host.ClocksAsync<DataSharingDb>())
            .Select(clock => (clock.State, clock.DueOn))
            .ShouldBe([(ClockState.Met, Sharing.Today.AddDays(7)), (ClockState.Running, Sharing.Today.AddDays(15))]);
    }

    [Theory, EveryDatabase]
    public async Task Consultation_WhenFiveWorkingDaysPass_ThenProviderAndBureauAreTold(DatabaseKind kind)
    {
        await using var module = await DataSharingHost.StartAsync(kind);
        var requested = await module.RequestedAsync(
            await module.PublishedAsync(Sharing.Divisions(ShareType.Conditional))
        );
        await module.AcceptedAs(
            Town.BureauClerk,
            new OpenConsultation(new(requested.Id), "职责依据不明。", requested.Version)
        );
        var clock = (await module.Host.ClocksAsync<DataSharingDb>()).Single(one =>
            one.Kind == "data-sharing.consultation"
        );
        PassTo(module, clock.DueOn.AddDays(1));

        await module.Host.RaiseDueNoticesAsync("data_sharing");

        clock.DueOn.ShouldBe(new(2026, 3, 9));
        (await module.Host.NoticesAsync<DataSharingDb>())
            .Where(notice => notice.Kind == "data-sharing.consultation-1-day-overdue")
            .Select(notice => notice.Unit)
            .ShouldBe([Town.Provider.Unit, Town.BureauClerk.Unit]);
    }

    private static void PassTo(DataSharingHost module, DateOnly day) =>
        module.Host.Time.SetUtcNow(ModuleHost.Start.AddDays(day.DayNumber - Sharing.Today.DayNumber));
}
