using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Declaring;
using SmartCity.Modules.Approval.Application.Funding;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Tests.Given;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Module;

/// <summary>From the report to finance to the arranged money, and what other modules are told of the project.</summary>
public sealed class FundingTests
{
    [Theory, EveryDatabase]
    public async Task Arrange_WhenReported_ThenTheMoneyIsArrangedAndEverybodyConcernedReadsIt(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);

        var arranged = await module.FundArrangedAsync();

        foreach (var actor in (Actor[])[Town.FinanceClerk, Town.HospitalClerk, Town.OfficeClerk, Town.Auditor])
        {
            var told = (await module.AskAs(actor, new GetDeclaration(arranged.Id))).Value;
            told.State.ShouldBe(DeclarationState.FundArranged);
            told.Arrangements.ShouldHaveSingleItem().Amount.ShouldBe(Money.FromYuan(700_000));
        }
    }

    [Theory, EveryDatabase]
    public async Task Arrange_WhenTheOfficeTries_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var reported = await module.ReportedToFinanceAsync();

        var result = await module.SendAs(Town.OfficeClerk, ApprovalHost.Arrangement(reported));

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory, EveryDatabase]
    public async Task Arrange_WhenNotReported_ThenRefusedAndNothingButTheEntryIsWritten(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var passed = await module.ReviewPassedAsync();
        var (rows, entries) = (await module.RowsAsync(), await module.EntriesAsync());

        var result = await module.SendAs(Town.FinanceClerk, ApprovalHost.Arrangement(passed));

        result.ShouldBeRefused("NOT_REPORTED_TO_FINANCE");
        (await module.RowsAsync()).ShouldBe(rows);
        (await module.EntriesAsync()).ShouldBe(entries + 1);
    }

    [Theory, EveryDatabase]
    public async Task Arrange_WhenTheDecisionMakerIsOfAnotherUnit_ThenRefused(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var reported = await module.ReportedToFinanceAsync();

        var result = await module.SendAs(
            Town.FinanceClerk,
            ApprovalHost.Arrangement(reported) with
            {
                DecisionMaker = Town.AccountOf(Town.OfficeDirector),
            }
        );

        result.ShouldBeRefused("FINANCE_DECISION_MAKER_REQUIRED");
    }

    [Theory, EveryDatabase]
    public async Task Suspend_WhenResumed_ThenBothReasonsAreTold(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var arranged = await module.FundArrangedAsync();
        var suspended = await module.AcceptedAs(
            Town.FinanceClerk,
            new SuspendFund(arranged.Id, "待核", arranged.Version)
        );

        await module.AcceptedAs(Town.FinanceClerk, new ResumeFund(arranged.Id, "已核", suspended.Version));

        var told = (await module.AskAs(Town.HospitalClerk, new GetDeclaration(arranged.Id))).Value;
        var suspension = told.Suspensions.ShouldHaveSingleItem();
        (suspension.SuspendedBecause, suspension.ResumedBecause).ShouldBe(("待核", "已核"));
    }

    [Theory, EveryDatabase]
    public async Task ProjectOf_WhenTheMoneyIsArranged_ThenTellsWhatTheProjectIs(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var arranged = await module.FundArrangedAsync();

        var profile = await module.Host.AskAs(Town.OfficeClerk, new ProjectOf(arranged.Id));

        profile.ShouldNotBeNull();
        profile.ParticipatingUnits.ShouldBe([Town.HealthCommission.Id.Value]);
        (profile with { ParticipatingUnits = [] }).ShouldBeEquivalentTo(
            new ProjectProfile(
                arranged.Id,
                profile.Number,
                "区域影像共享平台",
                "ApplicationSystem",
                false,
                Town.Hospital.Id.Value,
                [],
                true,
                false,
                950_000_00,
                1_000_000_00,
                700_000_00,
                700_000_00,
                new DateOnly(2027, 11, 30)
            )
            {
                ReviewPassedOn = ApprovalHost.Today,
            }
        );
    }

    [Theory, EveryDatabase]
    public async Task ProjectOf_WhenTheReviewHasNotPassed_ThenThereIsNoReviewedBudget(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var failed = await module.RevisionRequiredAsync();

        var profile = await module.Host.AskAs(Town.OfficeClerk, new ProjectOf(failed.Id));

        profile.ShouldNotBeNull();
        (profile.ReviewPassed, profile.ReviewedBudgetFen, profile.ArrangedFen).ShouldBe((false, 0, 0));
        profile.ReviewPassedOn.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task ProjectOf_WhenThereIsNone_ThenNull(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);

        (await module.Host.AskAs(Town.OfficeClerk, new ProjectOf(new(Ids.Next())))).ShouldBeNull();
    }

    [Fact]
    public async Task Arrange_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath()
    {
        await using var module = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);
        var reported = await module.ReportedToFinanceAsync();

        var result = await module.SendAs(
            Town.FinanceClerk,
            ApprovalHost.Arrangement(reported) with
            {
                DocumentNumber = "",
                ArrangedOn = new(1900, 1, 1),
                Lines = [new(FundingKind.SpecialFund, 9999, Money.Zero)],
            }
        );

        result
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe(
                [
                    ("lines[0].year", "OUT_OF_RANGE"),
                    ("lines[0].amount", "OUT_OF_RANGE"),
                    ("documentNumber", "REQUIRED"),
                    ("arrangedOn", "OUT_OF_RANGE"),
                ],
                ignoreOrder: true
            );
    }
}
