using System.Text;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Declaring;
using SmartCity.Modules.Approval.Application.Facts;
using SmartCity.Modules.Approval.Application.Payments;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Approval.Domain.TakingOver;
using SmartCity.Modules.Approval.Infrastructure;
using SmartCity.Modules.Approval.Tests.Given;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Module;

/// <summary>A running project enters in mid-life and is paid on as everybody's.</summary>
public sealed class TakeOverTests
{
    [Theory, EveryDatabase]
    public async Task TakeOver_WhenUnderConstruction_ThenShowsWhatCameBeforeAndWhatNobodyJudged(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);

        var taken = await TakenOverAsync(module, TakeOverStage.UnderConstruction);

        var told = (await module.AskAs(Town.HospitalClerk, new GetDeclaration(taken.Id))).Value;
        told.State.ShouldBe(DeclarationState.FundArranged);
        var before = told.TakeOver.ShouldNotBeNull();
        (before.OfficeNumber, before.Stage, before.Arranged, before.Paid).ShouldBe(
            ("XX-2025-014", TakeOverStage.UnderConstruction, Money.FromYuan(700_000), Money.FromYuan(240_000))
        );
        // As records with lists are equal only by reference, they are compared by what they say.
        CanonicalJson
            .Of(before.Project)
            .ShouldBe(CanonicalJson.Of(ARunningProject.In(TakeOverStage.UnderConstruction)));
        before.NotJudged.Standing.ShouldBe("接管前，未评判");
        before.NotJudged.Rules.ShouldContain(one => one.Rule == "OPINIONS_INCOMPLETE" && one.Article == 6);
        before.NotJudged.Rules.ShouldNotContain(one => one.Rule == "UNIT_OUT_OF_SCOPE");
        (await module.AnnouncedAsync()).ShouldBe(["approval.project-taken-over.v1"]);
    }

    [Theory, EveryDatabase]
    public async Task TakeOver_WhenAudited_ThenTheEntryNamesTheUnjudgedRulesAndHoldsNoneAsSatisfied(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);

        var taken = await TakenOverAsync(module, TakeOverStage.UnderConstruction);

        var told = (await module.AskAs(Town.OfficeClerk, new GetDeclaration(taken.Id))).Value;
        var entries = await module.Host.InDatabaseAsync<ApprovalDb, List<AuditEntry>>(database =>
            database.AuditEntries.ToListAsync()
        );
        var judgements = AuditContent.Of(entries.ShouldHaveSingleItem()).Judgements;
        var listed = judgements
            .Single(one => one.Rule == "TAKE_OVER_BASIS_MISSING")
            .Facts.GetProperty("notJudged")
            .EnumerateArray()
            .Select(one => one.GetProperty("rule").GetString());
        listed.ShouldBe(told.TakeOver!.NotJudged.Rules.Select(one => one.Rule));
        judgements.Select(one => one.Rule).ShouldNotContain(rule => listed.Contains(rule));
    }

    [Theory, EveryDatabase]
    public async Task TakeOver_WhenTheUnitsNumberWasTakenOverBefore_ThenToldSo(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        await TakenOverAsync(module, TakeOverStage.Contracted);
        var again = ARunningProject.Taking(TakeOverStage.Built);

        var second = await module.SendAs(Town.OfficeClerk, again);
        var ofAnotherUnit = await module.SendAs(Town.OfficeClerk, again with { LeadUnit = Town.Library.Id });

        second.ShouldFail(ErrorKind.Conflict, "PROJECT_ALREADY_TAKEN_OVER");
        ofAnotherUnit.ShouldBeAccepted();
    }

    [Theory, EveryDatabase]
    public async Task TakeOver_WhenSentTwiceAtOnce_ThenEntersOnce(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);

        var results = await Task.WhenAll(
            module.SendAs(Town.OfficeClerk, ARunningProject.Taking(TakeOverStage.Built), "first"),
            module.SendAs(Town.OfficeClerk, ARunningProject.Taking(TakeOverStage.Built), "second")
        );

        results.Count(result => !result.IsFailure).ShouldBe(1);
        results
            .Single(result => result.IsFailure)
            .Failure!.Code.ShouldBeOneOf("PROJECT_ALREADY_TAKEN_OVER", "ALREADY_EXISTS");
        (await module.AskAs(Town.OfficeClerk, new ListDeclarations())).Value.Items.ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    public async Task TakeOver_WhenAnybodyElseTries_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var command = ARunningProject.Taking(TakeOverStage.FundArranged);

        foreach (var actor in (Actor[])[Town.HospitalClerk, Town.FinanceClerk])
        {
            (await module.SendAs(actor, command)).ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
        }

        (await module.SendAs(Town.CountyClerk, command)).ShouldFail(ErrorKind.Forbidden, "OUT_OF_JURISDICTION");
        (await module.SendAs(Town.Auditor, command)).ShouldFail(ErrorKind.Forbidden, "READ_ONLY_ROLE");
    }

    [Theory, EveryDatabase]
    public async Task TakeOver_WhenItContradictsItself_ThenRefusedAndNothingButTheEntryIsWritten(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var command = ARunningProject.Taking(TakeOverStage.FundArranged);

        var result = await module.SendAs(
            Town.OfficeClerk,
            command with
            {
                Project = command.Project with { Fund = [ARunningProject.Money2025(100_000, 200_000)] },
            }
        );

        result.ShouldBeRefused("TAKE_OVER_PAID_OVER_ARRANGED", "TAKE_OVER_PAID_WITHOUT_CONTRACT");
        (await module.RowsAsync()).ShouldBe(0);
        (await module.EntriesAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task TakeOver_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath()
    {
        await using var module = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);
        var running = ARunningProject.In(TakeOverStage.Contracted);

        var result = await module.SendAs(
            Town.OfficeClerk,
            new Application.TakingOver.TakeOverProject(
                Town.Hospital.Id,
                Sheets.Complete() with
                {
                    Kind = null,
                    TotalInvestment = Money.Zero,
                    Fund = new(),
                },
                running with
                {
                    OfficeNumber = "",
                    ReviewedBudget = Money.Zero,
                    Fund = [running.Fund[0] with { Kind = FundingKind.SelfRaised, Paid = Money.FromFen(-1) }],
                    Contract = running.Contract! with { Lines = [] },
                    StartedOn = new(1900, 1, 1),
                }
            )
        );

        result
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe(
                [
                    ("sheet.kind", "REQUIRED"),
                    ("sheet.totalInvestment", "OUT_OF_RANGE"),
                    ("sheet.fund.sources", "REQUIRED"),
                    ("project.officeNumber", "REQUIRED"),
                    ("project.reviewedBudget", "OUT_OF_RANGE"),
                    ("project.fund[0].kind", "NOT_ARRANGED_BY_FINANCE"),
                    ("project.fund[0].paid", "OUT_OF_RANGE"),
                    ("project.contract.lines", "REQUIRED"),
                    ("project.contract.retention", "OUT_OF_RANGE"),
                    ("project.startedOn", "OUT_OF_RANGE"),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task TakeOver_WhenUnitsAreNotRegistered_ThenEachIsNamed()
    {
        await using var module = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);
        var running = ARunningProject.In(TakeOverStage.Contracted);

        var result = await module.SendAs(
            Town.OfficeClerk,
            new Application.TakingOver.TakeOverProject(
                new(Ids.Next()),
                Sheets.Complete(),
                running with
                {
                    Contract = running.Contract! with { Contractor = new(Ids.Next()) },
                }
            )
        );

        result
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe([("leadUnit", "UNIT_UNKNOWN"), ("project.contract.contractor", "UNIT_UNKNOWN")]);
    }

    [Theory, EveryDatabase]
    public async Task FundSummary_WhenMoneyWasPaidBefore_ThenItHasItsOwnLineAndIsNotLeft(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);

        var taken = await TakenOverAsync(module, TakeOverStage.UnderConstruction);

        var fund = (await module.AskAs(Town.FinanceClerk, new GetFundSummary(taken.Id))).Value;
        (fund.BeforeTakeOver!.Arranged, fund.BeforeTakeOver.Paid).ShouldBe(
            (Money.FromYuan(700_000), Money.FromYuan(240_000))
        );
        (fund.Reported, fund.Arranged, fund.Confirmed, fund.Left).ShouldBe(
            (Money.FromYuan(700_000), Money.FromYuan(700_000), Money.Zero, Money.FromYuan(460_000))
        );
    }

    [Theory, EveryDatabase]
    public async Task RequestPayment_WhenMoneyWasPaidBefore_ThenContractAndArrangementCountIt(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var running = ARunningProject.In(TakeOverStage.UnderConstruction) with
        {
            Fund = [ARunningProject.Money2025(400_000, 240_000)],
        };
        var taken = Step.Of(
            await module.AcceptedAs(
                Town.OfficeClerk,
                ARunningProject.Taking(TakeOverStage.UnderConstruction) with
                {
                    Project = running,
                }
            )
        );
        await module.HearAsync(Elsewhere.TakenUp(taken.Id));

        // 600,000 less 60,000 retained less 240,000 paid: 300,000 by the contract, 160,000 by the arrangement.
        var overBoth = await module.SendAs(Town.HospitalClerk, ApprovalHost.Requesting(taken.Id, 300_001), "1");
        var overArranged = await module.SendAs(Town.HospitalClerk, ApprovalHost.Requesting(taken.Id, 160_001), "2");
        var within = await module.SendAs(Town.HospitalClerk, ApprovalHost.Requesting(taken.Id, 160_000), "3");

        overBoth.ShouldBeRefused("DISBURSE_OVER_ARRANGED", "PAYMENT_OVER_CONTRACT");
        overArranged.ShouldBeRefused("DISBURSE_OVER_ARRANGED");
        within.ShouldBeAccepted();
    }

    [Theory, EveryDatabase]
    public async Task RequestPayment_WhenTheContractIsNotTakenUpYet_ThenTheMissingFactRefuses(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var taken = await TakenOverAsync(module, TakeOverStage.UnderConstruction);

        var result = await module.SendAs(Town.HospitalClerk, ApprovalHost.Requesting(taken.Id, 100_000));

        result.ShouldBeRefused("PAYMENT_FACT_MISSING");
    }

    [Theory, EveryDatabase]
    public async Task RequestPayment_WhenTheRetentionWasPaidBefore_ThenItIsNotPaidTwice(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var running = ARunningProject.In(TakeOverStage.Accepted);
        var taken = Step.Of(
            await module.AcceptedAs(
                Town.OfficeClerk,
                ARunningProject.Taking(TakeOverStage.Accepted) with
                {
                    Project = running with
                    {
                        Fund = [ARunningProject.Money2025(700_000, 300_000)],
                        Contract = running.Contract! with { RetentionPaid = Money.FromYuan(50_000) },
                    },
                }
            )
        );
        await module.HearAsync(Elsewhere.TakenUp(taken.Id), Elsewhere.Accepted(taken.Id));
        RequestPayment Asking(long yuan) => ApprovalHost.Requesting(taken.Id, yuan, PaymentKind.WarrantyRetention);

        var over = await module.SendAs(Town.HospitalClerk, Asking(10_001), "1");
        var within = await module.SendAs(Town.HospitalClerk, Asking(10_000), "2");

        over.ShouldBeRefused("PAYMENT_OVER_CONTRACT");
        within.ShouldBeAccepted();
    }

    [Theory, EveryDatabase]
    public async Task PaymentFacts_WhenTheContractIsTakenUp_ThenSayWhereItComesFrom(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var taken = await TakenOverAsync(module, TakeOverStage.Contracted);

        await module.HearAsync(Elsewhere.TakenUp(taken.Id));

        var contract = (
            await module.AskAs(Town.FinanceClerk, new GetPaymentFacts(taken.Id))
        ).Value.Contracts.ShouldHaveSingleItem();
        (contract.IsTakenOver, contract.Number, contract.Origin.Source).ShouldBe(
            (true, "HT-2025-1", "construction.contract-taken-up.v1")
        );
    }

    [Theory, EveryDatabase]
    public async Task TakeOverOf_WhenAccepted_ThenTellsTheOtherModulesHowFarItWas(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var taken = await TakenOverAsync(module, TakeOverStage.Accepted);
        var drafted = await module.InDraftAsync();

        var told = await module.Host.AskAs(Town.OfficeClerk, new TakeOverOf(taken.Id));

        told.ShouldNotBeNull();
        (told.Stage, told.AcceptedOn, told.AcceptanceConclusion!.Number).ShouldBe(
            ("Accepted", ARunningProject.Accepted, "AcceptanceConclusion-1")
        );
        (await module.Host.AskAs(Town.OfficeClerk, new TakeOverOf(drafted.Id))).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task ProjectOf_WhenTakenOver_ThenTheReviewPassedByItsDocument(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var taken = await TakenOverAsync(module, TakeOverStage.FundArranged);

        var profile = await module.Host.AskAs(Town.OfficeClerk, new ProjectOf(taken.Id));

        profile.ShouldNotBeNull();
        (profile.ReviewPassed, profile.ReviewPassedOn, profile.ReviewedBudgetFen, profile.ArrangedFen).ShouldBe(
            (true, ARunningProject.Reviewed, 950_000_00, 700_000_00)
        );
    }

    [Theory, EveryDatabase]
    public async Task Attach_WhenTakenOver_ThenTheOfficeAttachesThePapersAndNobodyRemovesThem(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var taken = await TakenOverAsync(module, TakeOverStage.Built);

        var attached = await module.AcceptedAs(
            Town.OfficeClerk,
            new AttachDocument(
                taken.Id,
                DocumentKind.Other,
                "评审结论.txt",
                new MemoryStream(Encoding.UTF8.GetBytes("同意")),
                taken.Version
            )
        );

        var document = (
            await module.AskAs(Town.HospitalClerk, new GetDeclaration(taken.Id))
        ).Value.Documents.ShouldHaveSingleItem();
        (
            await module.SendAs(Town.HospitalClerk, new RemoveDocument(taken.Id, document.Id, attached.Version))
        ).ShouldBeIllegalNow();
    }

    private static async Task<Step> TakenOverAsync(ApprovalHost module, TakeOverStage stage) =>
        Step.Of(await module.AcceptedAs(Town.OfficeClerk, ARunningProject.Taking(stage)));
}
