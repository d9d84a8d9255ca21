using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Application.Keeping;
using SmartCity.Modules.Assets.Application.Registering;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Registrations;
using SmartCity.Modules.Assets.Tests.Given;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Assets.Tests.Module;

/// <summary>From the passed acceptance to the complete registration, over real databases.</summary>
public sealed class RegistrationTests
{
    [Theory, EveryDatabase]
    public async Task Passed_WhenTheProjectIsOfAWorksKind_ThenItsLinesAreFrozenAndItIsDue(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);

        var opened = await module.OpenAsync(AProject.Of());

        var told = (await module.AskAs(Town.HospitalClerk, new GetRegistration(opened))).Value;
        (told.State, told.DueOn, told.IsOverdue).ShouldBe((RegistrationState.Open, new DateOnly(2026, 4, 1), false));
        (told.CapitalisedValue, told.RegisteredValue).ShouldBe((Money.FromFen(50_000_001), Money.Zero));
        told.Lines.Select(line => line.NeedsCard).ShouldBe([true, true, false]);
        told.LeadUnitName.ShouldBe("市中心医院");
    }

    [Theory, EveryDatabase]
    public async Task Passed_WhenAContractWasTerminated_ThenItsLinesAreNotFrozen(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var project = AProject.Of();
        module.Projects.Contracts.Add(project.Contract with { Contract = new(Ids.Next()), IsInForce = false });

        var opened = await module.OpenAsync(project);

        (await module.AskAs(Town.HospitalClerk, new GetRegistration(opened))).Value.Lines.Count.ShouldBe(3);
    }

    [Theory, EveryDatabase]
    public async Task Passed_WhenItIsAService_ThenNothingOpensAndItIsToldNotApplicable(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var project = AProject.Of();
        module.Projects.Acceptances.Add(project.Profile(isService: true));

        await module.HearAsync(project.Passed(isService: true));

        (await module.HeardAsync()).ShouldBe([null]);
        var told = (await module.AskAs(Town.HospitalClerk, new GetProjectAssets(new(project.Declaration)))).Value;
        (told.Applicability, told.Registration).ShouldBe((GetProjectAssets.Applicability.NotApplicable, null));
    }

    [Theory, EveryDatabase]
    public async Task Passed_WhenItIsHeardTwice_ThenOneRegistrationIsOpen(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var project = AProject.Of();
        await module.OpenAsync(project);

        await module.HearAsync(project.Passed());

        (await module.HeardAsync()).ShouldBe([null, "REGISTRATION_EXISTS"]);
        (await module.AskAs(Town.Auditor, new ListRegistrations())).Value.Items.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Passed_WhenAllLinesAreExpenses_ThenItIsCompleteAtOnce(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var project = AProject.Of();
        var training = project.Contract.Lines.Single(line => line.Class == ContractLineClass.Expense);
        project = project with { Contract = project.Contract with { Lines = [training] } };

        var opened = await module.OpenAsync(project);

        (await module.AskAs(Town.HospitalClerk, new GetRegistration(opened))).Value.State.ShouldBe(
            RegistrationState.Complete
        );
        (await module.AnnouncedAsync()).ShouldBe(["assets.assets-registered.v1"]);
    }

    [Theory, EveryDatabase]
    public async Task Register_WhenTheCardsReachTheValueToTheFen_ThenCompleteAndAnnounced(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var project = AProject.Of();
        var registration = await module.OpenAsync(project);
        var short1 = AssetsHost.Licence(registration, project) with { Value = Money.FromFen(20_000_000) };
        await module.AcceptedAs(Town.HospitalClerk, AssetsHost.Servers(registration, project), "1");
        await module.AcceptedAs(Town.HospitalClerk, short1, "2");
        var oneFenShort = await module.AnnouncedAsync();

        await module.AcceptedAs(Town.HospitalClerk, short1 with { Value = Money.FromFen(1) }, "3");

        oneFenShort.ShouldBeEmpty();
        (await module.AnnouncedAsync()).ShouldBe(["assets.assets-registered.v1"]);
        var told = (await module.AskAs(Town.HospitalClerk, new GetProjectAssets(new(project.Declaration)))).Value;
        told.Registration!.State.ShouldBe(RegistrationState.Complete);
        told.Registration.RegisteredValue.ShouldBe(Money.FromFen(50_000_001));
    }

    [Theory, EveryDatabase]
    public async Task Register_WhenARuleIsViolated_ThenAllReasonsAreToldAndNothingIsWritten(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var project = AProject.Of();
        var registration = await module.OpenAsync(project);
        var card = AssetsHost.Servers(registration, project);
        (RegisterCard Card, string[] Codes)[] table =
        [
            (card with { Custodian = null }, ["CUSTODIAN_REQUIRED"]),
            (card with { Custodian = Town.AccountOf(Town.LibraryClerk) }, ["CUSTODIAN_REQUIRED"]),
            (card with { Custodian = Town.AccountOf(Town.HospitalLeaver) }, ["CUSTODIAN_REQUIRED"]),
            (card with { Contract = null }, ["ASSET_ORIGIN_REQUIRED"]),
            (card with { LineNumber = null }, ["ASSET_ORIGIN_REQUIRED"]),
            (card with { LineNumber = 3 }, ["ASSET_ORIGIN_REQUIRED"]),
            (card with { Value = Money.FromFen(30_000_001) }, ["CARD_OVER_LINE"]),
            (card with { LineNumber = 9, Custodian = null }, ["ASSET_ORIGIN_REQUIRED", "CUSTODIAN_REQUIRED"]),
        ];
        var (rows, entries) = (await module.RowsAsync(), await module.EntriesAsync());

        foreach (var (wrong, codes) in table)
        {
            (await module.SendAs(Town.HospitalClerk, wrong, "key")).ShouldBeRefused(codes);
        }

        (await module.RowsAsync()).ShouldBe(rows);
        (await module.EntriesAsync()).ShouldBe(entries + table.Length);
    }

    [Theory, EveryDatabase]
    public async Task Register_WhenTwoWantTheWholeLineAtOnce_ThenOneHearsWhyNot(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var project = AProject.Of();
        var card = AssetsHost.Servers(await module.OpenAsync(project), project);

        var results = await Task.WhenAll(
            module.SendAs(Town.HospitalClerk, card, "first"),
            module.SendAs(Town.HospitalClerk, card, "second")
        );

        results.Count(result => !result.IsFailure).ShouldBe(1);
        results.Single(result => result.IsFailure).ShouldBeRefused("CARD_OVER_LINE");
    }

    [Theory, EveryDatabase]
    public async Task Register_WhenRepeatedWithTheSameKey_ThenIsMadeOnce(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var project = AProject.Of();
        var card = AssetsHost.Servers(await module.OpenAsync(project), project);
        var first = await module.AcceptedAs(Town.HospitalClerk, card, "key");

        var second = await module.AcceptedAs(Town.HospitalClerk, card, "key");

        second.ShouldBe(first);
        (await module.AskAs(Town.HospitalClerk, new ListCards())).Value.Items.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task StrikeOff_WhenTheRegistrationWasComplete_ThenItReopensAndThatIsAnnounced(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var project = AProject.Of();
        var (registration, servers, _) = await module.CompleteAsync(project);

        await module.AcceptedAs(Town.HospitalClerk, new StrikeOffCard(servers.Id, "价值有误", servers.Version));

        var told = (await module.AskAs(Town.HospitalClerk, new GetRegistration(registration))).Value;
        (told.State, told.RegisteredValue).ShouldBe((RegistrationState.Open, Money.FromFen(20_000_001)));
        (await module.AskAs(Town.HospitalClerk, new GetCard(servers.Id))).Value.StruckOffBecause.ShouldBe("价值有误");
        (await module.AnnouncedAsync()).ShouldBe(["assets.assets-registered.v1", "assets.registration-reopened.v1"]);
        await module.AcceptedAs(Town.HospitalClerk, AssetsHost.Servers(registration, project), "again");
        (await module.AnnouncedAsync()).Count.ShouldBe(3);
    }

    [Theory, EveryDatabase]
    public async Task StrikeOff_WhenTheVersionSeenIsStale_ThenVersionConflict(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var (_, servers, _) = await module.CompleteAsync(AProject.Of());

        var result = await module.SendAs(
            Town.HospitalClerk,
            new StrikeOffCard(servers.Id, "价值有误", servers.Version + 1)
        );

        result.ShouldFail(ErrorKind.VersionConflict, "VERSION_CONFLICT");
    }

    [Theory, EveryDatabase]
    public async Task Revoked_WhenTheRegistrationWasComplete_ThenItFallsWithItsCardsAndALaterPassOpensAnew(
        DatabaseKind kind
    )
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var project = AProject.Of();
        var (registration, servers, _) = await module.CompleteAsync(project);

        await module.HearAsync(project.Revoked());

        (await module.AskAs(Town.HospitalClerk, new GetRegistration(registration))).Value.State.ShouldBe(
            RegistrationState.Void
        );
        (await module.AskAs(Town.HospitalClerk, new GetCard(servers.Id))).Value.State.ShouldBe(CardState.StruckOff);
        (await module.AnnouncedAsync()).ShouldBe(["assets.assets-registered.v1", "assets.registration-reopened.v1"]);
        await module.HearAsync(project.Passed(round: 2));
        var now = (await module.AskAs(Town.HospitalClerk, new GetProjectAssets(new(project.Declaration)))).Value;
        (now.Registration!.State, now.Registration.RegisteredValue).ShouldBe((RegistrationState.Open, Money.Zero));
        now.Registration.Id.ShouldNotBe(registration);
    }

    [Theory, EveryDatabase]
    public async Task Passed_WhenItIsHeardAgainAfterItsRevocation_ThenNothingOpens(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var project = AProject.Of();
        var registration = await module.OpenAsync(project);
        await module.HearAsync(project.Revoked());
        module.Projects.Acceptances.Clear();
        module.Projects.Acceptances.Add(project.Profile() with { PassedOn = null });

        await module.HearAsync(project.Passed());

        (await module.HeardAsync()).ShouldBe([null, null, "ACCEPTANCE_NOT_IN_FORCE"]);
        var all = (await module.AskAs(Town.Auditor, new ListRegistrations())).Value.Items;
        all.ShouldHaveSingleItem().Id.ShouldBe(registration);
    }

    [Theory, EveryDatabase]
    public async Task Revoked_WhenItIsHeardTwiceOrNothingIsOpen_ThenNothingBreaks(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var project = AProject.Of();
        await module.OpenAsync(project);

        await module.HearAsync(project.Revoked());
        await module.HearAsync(project.Revoked());

        (await module.HeardAsync()).ShouldBe([null, null, null]);
        (await module.AnnouncedAsync()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task List_WhenTheDayDueHasPassed_ThenTheOpenOnesAreOverdue(DatabaseKind kind)
    {
        await using var module = await AssetsHost.StartAsync(kind);
        var late = await module.OpenAsync(AProject.Of());
        await module.CompleteAsync(AProject.Of());
        module.Host.Time.Advance(TimeSpan.FromDays(30));
        var onTheDay = (await module.AskAs(Town.FinanceClerk, new ListRegistrations(Overdue: true))).Value;
        module.Host.Time.Advance(TimeSpan.FromDays(1));

        var overdue = (await module.AskAs(Town.FinanceClerk, new ListRegistrations(Overdue: true))).Value;

        onTheDay.Items.ShouldBeEmpty();
        overdue.Items.Select(line => line.Id).ShouldBe([late]);
    }
}
