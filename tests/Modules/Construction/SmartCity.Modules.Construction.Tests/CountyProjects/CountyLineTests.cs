using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Application.CountyProjects;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.CountyProjects;

/// <summary>The line of a county project from its registration to the start, over real databases.</summary>
public sealed class CountyLineTests
{
    [Theory, EveryDatabase]
    public async Task Line_WhenCountyAndOfficeDoTheirPart_ThenConstructionStarts(DatabaseKind kind)
    {
        await using var module = await CountyHost.StartAsync(kind);
        var submitted = await module.SubmittedAsync();
        var returned = await module.AcceptedAs(Counties.OfficeClerk, CountyHost.Returning(submitted));
        var again = await module.AcceptedAs(Counties.SanyuanClerk, CountyHost.Submitting(returned));
        var filed = await module.AcceptedAs(Counties.OfficeClerk, CountyHost.Filing(again));
        var tendered = await module.AcceptedAs(Counties.SanyuanClerk, CountyHost.Tendering(filed));

        await module.AcceptedAs(Counties.SanyuanClerk, CountyHost.Starting(tendered));

        var told = (await module.AskAs(Counties.OfficeClerk, new GetCountyProject(filed.Id))).Value;
        (told.State, told.Filing, told.StartedOn).ShouldBe(
            (CountyProjectState.UnderConstruction, CountyFilingState.Filed, CountyHost.Today)
        );
        (told.County, told.CountyName).ShouldBe((Counties.Sanyuan, "三原县"));
        told.TotalInvestment.ShouldBe(ACountyProject.OneFenAbove);
        told.TenderAndFilingRequired.ShouldBeTrue();
        told.Budget.ShouldBe(ACountyProject.InTheBudget);
        told.Tender!.AwardedAmount.ShouldBe(Money.FromYuan(980_000));
        told.Filings.Select(filing => (filing.Number, filing.State, filing.Missing, filing.ReceiptNumber))
            .ShouldBe([
                (1, CountyFilingState.ReturnedIncomplete, "缺预算批复。", null),
                (2, CountyFilingState.Filed, null, "咸信备〔2026〕7号"),
            ]);
        told.Filings.ShouldAllBe(filing => filing.HandledOn == CountyHost.Today);
    }

    [Theory, EveryDatabase]
    public async Task Start_WhenTheTotalIsAtTheThreshold_ThenNeedsNeitherTenderNorFiling(DatabaseKind kind)
    {
        await using var module = await CountyHost.StartAsync(kind);
        foreach (var total in new[] { ACountyProject.OneFenBelow, ACountyProject.Threshold })
        {
            var registered = await module.RegisteredAsync(total);

            await module.AcceptedAs(Counties.SanyuanClerk, CountyHost.Starting(registered));

            var told = (await module.AskAs(Counties.SanyuanClerk, new GetCountyProject(registered.Id))).Value;
            (told.State, told.TenderAndFilingRequired).ShouldBe((CountyProjectState.UnderConstruction, false));
        }
    }

    [Theory, EveryDatabase]
    public async Task Start_WhenOneFenAbove_ThenRefusedAndLeavesAnAuditEntryAndNothingElse(DatabaseKind kind)
    {
        await using var module = await CountyHost.StartAsync(kind);
        var registered = await module.RegisteredAsync(ACountyProject.OneFenAbove);
        var (rows, entries) = (await module.RowsAsync(), await module.EntriesAsync());

        var result = await module.SendAs(Counties.SanyuanClerk, CountyHost.Starting(registered));

        result.ShouldBeRefused("COUNTY_TENDER_REQUIRED", "COUNTY_FILING_MISSING");
        (await module.RowsAsync()).ShouldBe(rows);
        (await module.EntriesAsync()).ShouldBe(entries + 1);
        var told = (await module.AskAs(Counties.SanyuanClerk, new GetCountyProject(registered.Id))).Value;
        (told.State, told.Version).ShouldBe((CountyProjectState.Registered, registered.Version));
    }

    [Theory, EveryDatabase]
    public async Task Start_WhenNotBudgeted_ThenRefusedUntilTheBudgetLineIsAdded(DatabaseKind kind)
    {
        await using var module = await CountyHost.StartAsync(kind);
        var registered = await module.AcceptedAs(
            Counties.SanyuanClerk,
            new RegisterCountyProject("平台", CountyProjectKind.SmartCity, "三原县民政局", ACountyProject.Threshold)
        );
        var early = await module.SendAs(Counties.SanyuanClerk, CountyHost.Starting(registered));
        var amended = await module.AcceptedAs(Counties.SanyuanClerk, CountyHost.Amending(registered));

        await module.AcceptedAs(Counties.SanyuanClerk, CountyHost.Starting(amended));

        early.ShouldBeRefused("COUNTY_NOT_BUDGETED");
    }

    [Theory, EveryDatabase]
    public async Task File_WhenTheReceiptNumberIsTaken_ThenConflict(DatabaseKind kind)
    {
        await using var module = await CountyHost.StartAsync(kind);
        await module.AcceptedAs(Counties.OfficeClerk, CountyHost.Filing(await module.SubmittedAsync()));
        var second = await module.SubmittedAsync();

        var result = await module.SendAs(Counties.OfficeClerk, CountyHost.Filing(second));

        result.ShouldFail(ErrorKind.Conflict, "RECEIPT_NUMBER_TAKEN");
        var told = (await module.AskAs(Counties.OfficeClerk, new GetCountyProject(second.Id))).Value;
        told.Filing.ShouldBe(CountyFilingState.Submitted);
    }

    [Theory, EveryDatabase]
    public async Task File_WhenFiledAlready_ThenIllegal(DatabaseKind kind)
    {
        await using var module = await CountyHost.StartAsync(kind);
        var filed = await module.AcceptedAs(Counties.OfficeClerk, CountyHost.Filing(await module.SubmittedAsync()));

        var result = await module.SendAs(Counties.OfficeClerk, CountyHost.Returning(filed));

        result.ShouldBeIllegalNow();
    }

    [Theory, EveryDatabase]
    public async Task Register_WhenRepeatedWithTheSameKey_ThenIsMadeOnce(DatabaseKind kind)
    {
        await using var module = await CountyHost.StartAsync(kind);
        var command = CountyHost.Registering(ACountyProject.Threshold);
        var first = await module.AcceptedAs(Counties.SanyuanClerk, command, "key");

        var second = await module.AcceptedAs(Counties.SanyuanClerk, command, "key");

        second.ShouldBe(first);
        (await module.AskAs(Counties.SanyuanClerk, new ListCountyProjects())).Value.Items.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Amend_WhenTheVersionSeenIsStale_ThenVersionConflict(DatabaseKind kind)
    {
        await using var module = await CountyHost.StartAsync(kind);
        var registered = await module.RegisteredAsync();
        await module.AcceptedAs(Counties.SanyuanClerk, CountyHost.Amending(registered));

        var result = await module.SendAs(Counties.SanyuanClerk, CountyHost.Amending(registered));

        result.ShouldFail(ErrorKind.VersionConflict, "VERSION_CONFLICT");
    }
}
