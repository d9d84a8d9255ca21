using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.CountyProjects;

/// <summary>The gates and records of one county project. Every (state, act) pair is in <see cref="CountyTransitionTests"/>.</summary>
public sealed class CountyProjectTests
{
    [Fact]
    public void Start_WhenNothingIsInOrder_ThenEveryReasonIsToldAtOnce()
    {
        var project = ACountyProject.Registered(ACountyProject.OneFenAbove, null);

        var result = project.Start(ACountyProject.Today.AddDays(1), ACountyProject.TheCounty, ACountyProject.Rules);

        result.ShouldBeRefused(
            "COUNTY_NOT_BUDGETED",
            "COUNTY_TENDER_REQUIRED",
            "COUNTY_FILING_MISSING",
            "COUNTY_DATE_IMPLAUSIBLE"
        );
        project.State.ShouldBe(CountyProjectState.Registered);
        project.StartedOn.ShouldBeNull();
    }

    [Fact]
    public void Start_WhenBudgetedAndAtOrBelowTheThreshold_ThenNeedsNeitherTenderNorFiling()
    {
        foreach (var total in new[] { ACountyProject.OneFenBelow, ACountyProject.Threshold })
        {
            var project = ACountyProject.Registered(total, ACountyProject.InTheBudget);

            var result = project.Start(ACountyProject.Today, ACountyProject.TheCounty, ACountyProject.Rules);

            result.ShouldBeAccepted();
            (project.State, project.StartedOn).ShouldBe((CountyProjectState.UnderConstruction, ACountyProject.Today));
        }
    }

    [Fact]
    public void Start_WhenOneFenAboveWithoutTenderAndFiling_ThenRefusedForBoth()
    {
        var project = ACountyProject.Registered(ACountyProject.OneFenAbove, ACountyProject.InTheBudget);

        var result = project.Start(ACountyProject.Today, ACountyProject.TheCounty, ACountyProject.Rules);

        result.ShouldBeRefused("COUNTY_TENDER_REQUIRED", "COUNTY_FILING_MISSING");
    }

    [Fact]
    public void Start_WhenTheDayToldIsBeforeTenderAndFiling_ThenRefusedForBoth()
    {
        var project = ACountyProject.In(CountyProjectState.TenderRecorded, CountyFilingState.Filed);
        project.Amend(ACountyProject.OneFenAbove, ACountyProject.InTheBudget).ShouldBeAccepted();

        var result = project.Start(ACountyProject.Today.AddDays(-1), ACountyProject.TheCounty, ACountyProject.Rules);

        result.ShouldBeRefused("COUNTY_TENDER_REQUIRED", "COUNTY_FILING_MISSING");
    }

    [Fact]
    public void Start_WhenAboveWithTenderAndFiling_ThenUnderConstruction()
    {
        var project = ACountyProject.In(CountyProjectState.TenderRecorded, CountyFilingState.Filed);
        project.Amend(ACountyProject.OneFenAbove, ACountyProject.InTheBudget).ShouldBeAccepted();

        var result = project.Start(ACountyProject.Today, ACountyProject.TheCounty, ACountyProject.Rules);

        result.ShouldBeAccepted();
        project.StartedBy.ShouldBe(ACountyProject.TheCounty);
    }

    [Fact]
    public void Amend_WhenTheBudgetLineIsTakenAway_ThenNothingOfItIsLeft()
    {
        var project = ACountyProject.Registered(ACountyProject.Threshold, ACountyProject.InTheBudget);

        project.Amend(ACountyProject.OneFenAbove, null).ShouldBeAccepted();

        project.TotalInvestment.ShouldBe(ACountyProject.OneFenAbove);
        project.Budget.ShouldBeNull();
        project.BudgetAmount.ShouldBe(Money.Zero);
    }

    [Fact]
    public void RecordTender_WhenItsDayIsInTheFuture_ThenRefused()
    {
        var project = ACountyProject.Registered(ACountyProject.Threshold, null);

        var result = project.RecordTender(
            ACountyProject.ATender(ACountyProject.Today.AddDays(1)),
            ACountyProject.TheCounty,
            ACountyProject.Rules
        );

        result.ShouldBeRefused("COUNTY_DATE_IMPLAUSIBLE");
        project.Tender.ShouldBeNull();
    }

    [Fact]
    public void SubmitFiling_WhenItsDayIsInTheFuture_ThenRefused()
    {
        var project = ACountyProject.Registered(ACountyProject.Threshold, null);

        var result = project.SubmitFiling(
            ACountyProject.APlan(ACountyProject.Today.AddDays(1)),
            ACountyProject.TheCounty,
            ACountyProject.Rules
        );

        result.ShouldBeRefused("COUNTY_DATE_IMPLAUSIBLE");
        project.Filings.ShouldBeEmpty();
    }

    [Fact]
    public void File_WhenSubmitted_ThenItBearsTheReceiptNumberAndTodaysDate()
    {
        var project = ACountyProject.In(CountyProjectState.Registered, CountyFilingState.Submitted);

        project.File("咸信备〔2026〕7号", ACountyProject.TheOffice, ACountyProject.Rules).ShouldBeAccepted();

        var filing = project.Filings.ShouldHaveSingleItem();
        (filing.State, filing.ReceiptNumber, filing.HandledOn, filing.HandledBy).ShouldBe(
            (CountyFilingState.Filed, "咸信备〔2026〕7号", ACountyProject.Today, ACountyProject.TheOffice)
        );
    }

    [Fact]
    public void SubmitFiling_WhenItCameBackIncomplete_ThenIsANewSubmissionAndTheOldOneIsKept()
    {
        var project = ACountyProject.In(CountyProjectState.Registered, CountyFilingState.ReturnedIncomplete);

        project.SubmitFiling(ACountyProject.APlan(), ACountyProject.TheCounty, ACountyProject.Rules).ShouldBeAccepted();

        project
            .Filings.Select(filing => (filing.Number, filing.State, filing.Missing))
            .ShouldBe([
                (1, CountyFilingState.ReturnedIncomplete, "缺预算批复。"),
                (2, CountyFilingState.Submitted, null),
            ]);
        project.Filing.ShouldBe(CountyFilingState.Submitted);
    }
}
