using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Construction.Application.Constructing;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Tests.Given;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.Module;

/// <summary>A running project that Approval took over is taken up with its contract, in the state it stands in.</summary>
public sealed class TakingUpTests
{
    [Theory, EveryDatabase]
    public async Task TakeUp_WhenUnderConstruction_ThenStandsThereWithItsContractAndGoesOn(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);

        await module.HearAsync(ARunningProject.TakenOver(Projects.Imaging, ARunningProject.Started, null));

        var building = await TheOneAsync(module);
        (building.State, building.StartedOn, building.Tender, building.Award).ShouldBe(
            (BuildingState.UnderConstruction, ARunningProject.Started, null, null)
        );
        var contract = building.Contract.ShouldNotBeNull();
        (contract.Number, contract.Amount, contract.Financing, contract.WarrantyMonths).ShouldBe(
            ("HT-2025-1", Money.FromYuan(600_000), FinancingMode.Mixed, 36)
        );
        (await module.AnnouncedAsync()).ShouldBe(["construction.contract-taken-up.v1"]);
        await module.AcceptedAs(
            Town.HospitalClerk,
            new ReportBuilt(building.Id, ConstructionHost.Today, "全部完成。", building.Version)
        );
        (await module.AnnouncedAsync()).ShouldBe([
            "construction.contract-taken-up.v1",
            "construction.project-built.v1",
        ]);
    }

    [Theory, EveryDatabase]
    public async Task TakeUp_WhenBuilt_ThenTellsThatItIsBuilt(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);

        await module.HearAsync(
            ARunningProject.TakenOver(Projects.Imaging, ARunningProject.Started, ARunningProject.Built)
        );

        (await TheOneAsync(module)).BuiltOn.ShouldBe(ARunningProject.Built);
        (await module.AnnouncedAsync()).ShouldBe([
            "construction.contract-taken-up.v1",
            "construction.project-built.v1",
        ]);
    }

    [Theory, EveryDatabase]
    public async Task TakeUp_WhenOnlyContracted_ThenTheStartIsJudgedAsForEveryone(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        await module.HearAsync(ARunningProject.TakenOver(Projects.Imaging, null, null));
        var building = await TheOneAsync(module);

        var result = await module.SendAs(
            Town.HospitalClerk,
            new StartConstruction(building.Id, ConstructionHost.Today, building.Version)
        );

        result.ShouldBeRefused("MAJOR_GATE_NOT_MET");
        building.TakenUp!.NotJudged.Rules.ShouldNotContain(one => one.Rule == "MAJOR_GATE_NOT_MET");
    }

    [Theory, EveryDatabase]
    public async Task Building_WhenTakenUp_ThenShowsWhatNobodyJudged(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);

        await module.HearAsync(ARunningProject.TakenOver(Projects.Imaging, ARunningProject.Started, null));

        var before = (await TheOneAsync(module)).TakenUp.ShouldNotBeNull();
        (before.OfficeNumber, before.BasisDocumentNumber, before.NotJudged.Standing).ShouldBe(
            ("XX-2025-014", "咸信办发〔2026〕60号", "接管前，未评判")
        );
        before.NotJudged.Rules.ShouldContain(one => one.Rule == "TENDER_BEFORE_REVIEW" && one.Article == 8);
        before.NotJudged.Rules.ShouldContain(one => one.Rule == "MAJOR_GATE_NOT_MET" && one.Article == 11);
    }

    [Theory, EveryDatabase]
    public async Task TakeUp_WhenNoContractIsSigned_ThenIsNoneOfItsBusinessAndTheTenderCanBeOpened(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);

        await module.HearAsync(ARunningProject.Arranged(Projects.Imaging));

        (await module.EntriesAsync()).ShouldBe(0);
        (await module.SendAs(Town.HospitalClerk, ConstructionHost.Tender(Projects.Imaging))).ShouldBeAccepted();
    }

    [Theory, EveryDatabase]
    public async Task TakeUp_WhenTheProjectIsHereAlready_ThenRefusedOnTheOperatorsList(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        await module.TenderingAsync();

        await module.HearAsync(ARunningProject.TakenOver(Projects.Imaging, null, null));

        var (outcome, reasons) = (await module.HeardAsync()).ShouldHaveSingleItem();
        outcome.ShouldBe(InboxOutcome.Refused);
        reasons.ShouldNotBeNull().ShouldContain("BUILDING_ALREADY_OPEN");
    }

    [Theory, EveryDatabase]
    public async Task ContractsOf_WhenTakenUp_ThenTellsItsLines(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);

        await module.HearAsync(ARunningProject.TakenOver(Projects.Imaging, ARunningProject.Started, null));

        var contract = (
            await module.Host.AskAs(Town.OfficeClerk, new ContractsOf(Projects.Imaging.Declaration.Value))
        ).ShouldHaveSingleItem();
        (contract.AmountFen, contract.WarrantyMonths, contract.Lines.Count).ShouldBe((60_000_000, 36, 2));
    }

    [Theory, EveryDatabase]
    public async Task Building_WhenTakenUp_ThenTheContractorReadsIt(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);

        await module.HearAsync(ARunningProject.TakenOver(Projects.Imaging, ARunningProject.Started, null));

        (await module.AskAs(Town.BuilderClerk, new ListBuildings())).Value.Items.ShouldHaveSingleItem();
        (await module.AskAs(Town.RivalClerk, new ListBuildings())).Value.Items.ShouldBeEmpty();
    }

    private static async Task<GetBuilding.BuildingDetail> TheOneAsync(ConstructionHost module)
    {
        var lines = (await module.AskAs(Town.OfficeClerk, new ListBuildings())).Value;
        return await module.DetailAsync(lines.Items.ShouldHaveSingleItem().Id);
    }
}
