using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Application.Constructing;
using SmartCity.Modules.Construction.Application.Registering;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Projects;
using SmartCity.Modules.Construction.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.Module;

/// <summary>Who reads what, who may do what, and how the others are told.</summary>
public sealed class AccessTests
{
    [Theory, EveryDatabase]
    public async Task Read_WhenEachActorAsks_ThenListAndDetailAgree(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.WithBidAsync();
        (Actor Actor, bool Reads)[] table =
        [
            (Town.HospitalClerk, true),
            (Town.HealthClerk, true),
            (Town.OfficeClerk, true),
            (Town.Auditor, true),
            (Town.LibraryClerk, false),
            (Town.FinanceClerk, false),
            (Town.BuilderClerk, false),
            (Town.Expert, false),
            (Town.CountyClerk, false),
        ];

        await AgreeAsync(module, at, table);
    }

    [Theory, EveryDatabase]
    public async Task Read_WhenTheContractIsSigned_ThenFinanceContractorAndAssignedExpertReadItToo(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.WithGroupAsync();
        (Actor Actor, bool Reads)[] table =
        [
            (Town.FinanceClerk, true),
            (Town.BuilderClerk, true),
            (Town.Expert, true),
            (Town.RivalClerk, false),
            (Town.OtherExpert, false),
            (Town.LibraryClerk, false),
            (Town.CountyClerk, false),
        ];

        await AgreeAsync(module, at, table);
    }

    [Theory, EveryDatabase]
    public async Task Read_WhenTheContractorAsks_ThenItSeesItsOwnBidOnly(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.WithBidAsync();
        var rival = await module.AContractorAsync(Town.Rival);
        at = Step.Of(await module.AcceptedAs(Town.HospitalClerk, ConstructionHost.Bid(at, rival, 910_000)));
        var won = (await module.DetailAsync(at.Id)).Bids.Single(bid => bid.ContractorName == Town.Builder.Name);
        await module.AcceptedAs(Town.HospitalClerk, ConstructionHost.Award(at, won.Id));

        var told = await module.AskAs(Town.BuilderClerk, new GetBuilding(at.Id));

        told.Value.Bids.ShouldHaveSingleItem().ContractorName.ShouldBe(Town.Builder.Name);
    }

    [Theory, EveryDatabase]
    public async Task Read_WhenTheAssignedExpertAsks_ThenHeSeesNoBidsButTheOneThatWon(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.WithBidAsync();
        var rival = await module.AContractorAsync(Town.Rival);
        at = Step.Of(await module.AcceptedAs(Town.HospitalClerk, ConstructionHost.Bid(at, rival, 910_000)));
        // Of another unit of the city, and of no unit of the project.
        foreach (var assigned in new[] { Town.Expert, Town.LibraryClerk })
        {
            at = Step.Of(
                await module.AcceptedAs(Town.OfficeClerk, new AssignExpert(at.Id, Town.AccountOf(assigned), at.Version))
            );
        }

        var before = await BidsSeenByAsync(module, at, Town.Expert, Town.LibraryClerk, Town.HealthClerk);
        var won = (await module.DetailAsync(at.Id)).Bids.Single(bid => bid.ContractorName == Town.Builder.Name);
        await module.AcceptedAs(Town.HospitalClerk, ConstructionHost.Award(at, won.Id));
        var after = await BidsSeenByAsync(module, at, Town.Expert, Town.LibraryClerk, Town.HealthClerk);

        before.ShouldBe([0, 0, 2]);
        after.ShouldBe([1, 1, 2]);
    }

    [Theory, EveryDatabase]
    public async Task OpenTender_WhenTheProjectIsAnothers_ThenToldAsEachMayKnow(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var command = ConstructionHost.Tender(Projects.Imaging);

        (await module.SendAs(Town.LibraryClerk, command)).ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
        (await module.SendAs(Town.HealthClerk, command)).ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
        (await module.SendAs(Town.BuilderClerk, command)).ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
        (await module.SendAs(Town.Auditor, command)).ShouldFail(ErrorKind.Forbidden, "READ_ONLY_ROLE");
        (await module.SendAs(Town.CountyClerk, command)).ShouldFail(ErrorKind.Forbidden, "OUT_OF_JURISDICTION");
        (await module.SendAs(Town.HospitalClerk, command with { Declaration = new(Ids.Next()) })).ShouldFail(
            ErrorKind.NotFound,
            "NOT_FOUND"
        );
    }

    [Theory, EveryDatabase]
    public async Task Start_WhenAnotherUnitTries_ThenToldAsEachMayKnow(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.WithGroupAsync();
        var command = new StartConstruction(at.Id, ConstructionHost.Today, at.Version);

        (await module.SendAs(Town.LibraryClerk, command)).ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
        (await module.SendAs(Town.HealthClerk, command)).ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
        (await module.SendAs(Town.OfficeClerk, command)).ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
        (await module.SendAs(Town.HospitalClerk, command with { ExpectedVersion = 1 })).ShouldFail(
            ErrorKind.VersionConflict,
            "VERSION_CONFLICT"
        );
    }

    [Theory, EveryDatabase]
    public async Task AssignExpert_WhenTheLeadUnitTries_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.ContractedAsync();

        var result = await module.SendAs(
            Town.HospitalClerk,
            new AssignExpert(at.Id, Town.AccountOf(Town.Expert), at.Version)
        );

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory, EveryDatabase]
    public async Task AssignExpert_WhenHeIsOfTheContractorOrNobody_ThenRefused(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.ContractedAsync();

        (
            await module.SendAs(
                Town.OfficeClerk,
                new AssignExpert(at.Id, Town.AccountOf(Town.BuilderClerk), at.Version)
            )
        ).ShouldBeRefused("WORKGROUP_MEMBER_INELIGIBLE");
        (
            await module.SendAs(
                Town.OfficeClerk,
                new AssignExpert(at.Id, Town.AccountOf(Town.HospitalSystem), at.Version)
            )
        ).ShouldBeRefused("WORKGROUP_MEMBER_INELIGIBLE");
        var unknown = await module.SendAs(Town.OfficeClerk, new AssignExpert(at.Id, new(Ids.Next()), at.Version));
        unknown.Failure!.Fields.ShouldHaveSingleItem().Code.ShouldBe("ACCOUNT_UNKNOWN");
    }

    [Theory, EveryDatabase]
    public async Task Registers_WhenRead_ThenByEveryAccountOfTheCity(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var kindOfCertificate = await module.AKindAsync();
        var builder = await module.AContractorAsync(Town.Builder);
        (Actor Actor, bool Reads)[] table =
        [
            (Town.LibraryClerk, true),
            (Town.BuilderClerk, true),
            (Town.Auditor, true),
            (Town.CountyClerk, false),
        ];

        foreach (var (actor, reads) in table)
        {
            var contractor = await module.AskAs(actor, new GetContractor(builder));
            var contractors = await module.AskAs(actor, new ListContractors());
            var certificateKind = await module.AskAs(actor, new GetCertificateKind(new(kindOfCertificate.Id)));
            var kinds = await module.AskAs(actor, new ListCertificateKinds(ProjectKind.ApplicationSystem));

            (actor.Name, !contractor.IsFailure, contractors.Value.Items.Count == 1).ShouldBe(
                (actor.Name, reads, reads)
            );
            (actor.Name, !certificateKind.IsFailure, kinds.Value.Items.Count == 1).ShouldBe((actor.Name, reads, reads));
        }
    }

    [Theory, EveryDatabase]
    public async Task Register_WhenTheUnitIsNoContractorOrRegistered_ThenTold(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        await module.AContractorAsync(Town.Builder);

        (await module.SendAs(Town.OfficeClerk, new RegisterContractor(Town.Hospital.Id))).ShouldFail(
            ErrorKind.Unprocessable,
            "UNIT_IS_NO_CONTRACTOR"
        );
        (await module.SendAs(Town.OfficeClerk, new RegisterContractor(Town.Builder.Id))).ShouldFail(
            ErrorKind.Conflict,
            "CONTRACTOR_ALREADY_REGISTERED"
        );
        (await module.SendAs(Town.HospitalClerk, new RegisterContractor(Town.Rival.Id))).ShouldFail(
            ErrorKind.Forbidden,
            "WRONG_AUTHORITY"
        );
    }

    [Theory, EveryDatabase]
    public async Task List_WhenFilteredAndPaged_ThenEachIsToldOnceNewestFirst(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        await module.TenderingAsync(Projects.Imaging);
        module.Host.Time.Advance(TimeSpan.FromSeconds(1));
        await module.TenderingAsync(Projects.Small);

        var first = (await module.AskAs(Town.HospitalClerk, new ListBuildings(Limit: 1))).Value;
        var second = (await module.AskAs(Town.HospitalClerk, new ListBuildings(After: first.Next, Limit: 1))).Value;

        first.Items.ShouldHaveSingleItem().ProjectName.ShouldBe(Projects.Small.ProjectName);
        second.Items.ShouldHaveSingleItem().ProjectName.ShouldBe(Projects.Imaging.ProjectName);
        second.Next.ShouldBeNull();
        (ListBuildings Filter, int Found)[] table =
        [
            (new(State: BuildingState.Tendering), 2),
            (new(State: BuildingState.Built), 0),
            (new(Declaration: Projects.Small.Declaration), 1),
            (new(Unit: Town.HealthCommission.Id), 2),
            (new(Unit: Town.Library.Id), 0),
            (new(Text: "影像"), 1),
            (new(Text: "%"), 0),
        ];
        foreach (var (filter, found) in table)
        {
            var page = await module.AskAs(Town.OfficeClerk, filter);
            (filter, page.Value.Items.Count).ShouldBe((filter, found));
        }
    }

    private static async Task<List<int>> BidsSeenByAsync(ConstructionHost module, Step at, params Actor[] actors)
    {
        List<int> seen = [];
        foreach (var actor in actors)
        {
            seen.Add((await module.AskAs(actor, new GetBuilding(at.Id))).Value.Bids.Count);
        }

        return seen;
    }

    private static async Task AgreeAsync(ConstructionHost module, Step at, (Actor Actor, bool Reads)[] table)
    {
        foreach (var (actor, reads) in table)
        {
            var detail = await module.AskAs(actor, new GetBuilding(at.Id));
            var list = await module.AskAs(actor, new ListBuildings());

            (actor.Name, !detail.IsFailure).ShouldBe((actor.Name, reads));
            (actor.Name, list.Value.Items.Count == 1).ShouldBe((actor.Name, reads));
        }
    }
}
