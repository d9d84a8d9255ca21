using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Facts;
using SmartCity.Modules.Approval.Application.Payments;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Approval.Infrastructure;
using SmartCity.Modules.Approval.Tests.Given;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Module;

/// <summary>Each fact comes by an event, opens a gate, and closes it again when it is taken back.</summary>
public sealed class PaymentFactTests
{
    [Theory, EveryDatabase]
    public async Task Contract_WhenSignedThenTerminated_ThenTheGateOpensAndCloses(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.FundArrangedAsync()).Id;
        var request = ApprovalHost.Requesting(declaration);

        var before = await module.SendAs(Town.HospitalClerk, request);
        await module.HearAsync(Elsewhere.Signed(declaration));
        var signed = await module.SendAs(Town.HospitalClerk, request);
        await module.HearAsync(Elsewhere.Terminated(declaration));
        var terminated = await module.SendAs(Town.HospitalClerk, request);

        before.ShouldBeRefused("PAYMENT_FACT_MISSING");
        signed.ShouldBeAccepted();
        terminated.ShouldBeRefused("PAYMENT_FACT_MISSING");
    }

    [Theory, EveryDatabase]
    public async Task Contract_WhenTerminatedAfterTheApproval_ThenNothingIsPaidAndTheShareIsSetFree(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.ContractSignedAsync()).Id;
        var payment = await module.AcceptedAs(Town.HospitalClerk, ApprovalHost.Requesting(declaration));
        PaymentId id = new(payment.Id);
        var approved = await module.AcceptedAs(Town.FinanceClerk, new ApprovePayment(id, null, payment.Version));
        await module.HearAsync(Elsewhere.Terminated(declaration));

        var instructed = await module.SendAs(Town.FinanceClerk, new InstructPayment(id, "指令1", approved.Version));
        await module.AcceptedAs(Town.FinanceClerk, new DeclinePayment(id, "合同已解除", approved.Version));

        instructed.ShouldBeRefused("PAYMENT_FACT_MISSING");
        var fund = (await module.AskAs(Town.FinanceClerk, new GetFundSummary(declaration))).Value;
        (fund.Approved, fund.Left).ShouldBe((Money.Zero, fund.Arranged));
    }

    [Theory, EveryDatabase]
    public async Task Acceptance_WhenPassedThenRevoked_ThenTheRetentionIsPaidAndRefused(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.ContractSignedAsync()).Id;
        var request = ApprovalHost.Requesting(declaration, 10_000, PaymentKind.WarrantyRetention);

        var before = await module.SendAs(Town.HospitalClerk, request);
        await module.HearAsync(Elsewhere.Accepted(declaration));
        var passed = await module.SendAs(Town.HospitalClerk, request);
        await module.HearAsync(Elsewhere.Revoked(declaration));
        var revoked = await module.SendAs(Town.HospitalClerk, request);

        before.ShouldBeRefused("RETENTION_BEFORE_ACCEPTANCE");
        passed.ShouldBeAccepted();
        revoked.ShouldBeRefused("RETENTION_BEFORE_ACCEPTANCE");
    }

    [Theory, EveryDatabase]
    public async Task Assets_WhenRegisteredThenReopened_ThenTheGateOpensAndCloses(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.ContractSignedAsync()).Id;
        await module.HearAsync(Elsewhere.Accepted(declaration));
        var request = ApprovalHost.Requesting(declaration);

        var before = await module.SendAs(Town.HospitalClerk, request);
        await module.HearAsync(Elsewhere.Registered(declaration));
        var registered = await module.SendAs(Town.HospitalClerk, request);
        await module.HearAsync(Elsewhere.Reopened(declaration));
        var reopened = await module.SendAs(Town.HospitalClerk, request);

        before.ShouldBeRefused("ASSETS_NOT_REGISTERED");
        registered.ShouldBeAccepted();
        reopened.ShouldBeRefused("ASSETS_NOT_REGISTERED");
    }

    [Theory, EveryDatabase]
    public async Task Use_WhenBegunThenTheAcceptanceIsRevoked_ThenMaintenanceIsPaidAndRefused(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.FundArrangedAsync()).Id;
        await module.HearAsync(Elsewhere.Maintenance(declaration), Elsewhere.Maintenance(declaration));
        var (first, second) = await TwoPaymentsAsync(module);

        var before = await module.SendAs(Town.FinanceClerk, new ApprovePayment(first, null, 1));
        await module.HearAsync(Elsewhere.Accepted(declaration), Elsewhere.InUse(declaration));
        var inUse = await module.SendAs(Town.FinanceClerk, new ApprovePayment(first, null, 1));
        await module.HearAsync(Elsewhere.Revoked(declaration));
        var revoked = await module.SendAs(Town.FinanceClerk, new ApprovePayment(second, null, 1));

        before.ShouldBeRefused("PAYMENT_FACT_MISSING");
        inUse.ShouldBeAccepted();
        revoked.ShouldBeRefused("PAYMENT_FACT_MISSING");
        (await module.AskAs(Town.HospitalClerk, new GetPayment(first))).Value.PreEvaluation.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task Evaluation_WhenConcludedThenAnnulled_ThenMaintenanceIsPaidAndRefused(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.FundArrangedAsync()).Id;
        await module.HearAsync(
            Elsewhere.Accepted(declaration),
            Elsewhere.InUse(declaration),
            Elsewhere.Maintenance(declaration),
            Elsewhere.Maintenance(declaration)
        );
        var (first, second) = await TwoPaymentsAsync(module);
        module.Host.Time.Advance(TimeSpan.FromDays(30));

        var before = await module.SendAs(Town.FinanceClerk, new ApprovePayment(first, null, 1));
        await module.HearAsync(Elsewhere.Evaluated(declaration));
        var evaluated = await module.SendAs(Town.FinanceClerk, new ApprovePayment(first, null, 1));
        await module.HearAsync(Elsewhere.Annulled(declaration));
        var annulled = await module.SendAs(Town.FinanceClerk, new ApprovePayment(second, null, 1));

        before.ShouldBeRefused("POST_EVAL_MISSING");
        evaluated.ShouldBeAccepted();
        annulled.ShouldBeRefused("POST_EVAL_MISSING");
    }

    [Theory, EveryDatabase]
    public async Task Window_WhenItMoves_ThenMaintenanceIsPaidUpToTheNewDayAndRefusedBehindIt(DatabaseKind kind)
    {
        foreach (var moved in new[] { -1, 1 })
        {
            await using var each = await ApprovalHost.StartAsync(kind);
            var declaration = await InUseAsync(each);
            var (first, second) = await TwoPaymentsAsync(each);
            var until = Elsewhere.EvaluationUntil.AddDays(moved);
            await each.HearAsync(Elsewhere.WindowMoved(declaration, Elsewhere.EvaluationUntil, until, Elsewhere.Today));

            each.Host.Time.Advance(TimeSpan.FromDays(until.DayNumber - Elsewhere.Today.DayNumber));
            var onTheDay = await each.SendAs(Town.FinanceClerk, new ApprovePayment(first, null, 1));
            each.Host.Time.Advance(TimeSpan.FromDays(1));
            var behind = await each.SendAs(Town.FinanceClerk, new ApprovePayment(second, null, 1));

            onTheDay.ShouldBeAccepted();
            behind.ShouldBeRefused("POST_EVAL_MISSING");
        }
    }

    // Each letter is one word: from March 31 to A (April 1) on the second, from A to B (April 2) on the third, and from B
    // back to A on the third as well.
    [Theory]
    [InlineData("x", "2026-04-01")]
    [InlineData("xy", "2026-04-02")]
    [InlineData("yx", "2026-04-02")]
    [InlineData("xx", "2026-04-01")]
    [InlineData("xyx", "2026-04-02")]
    [InlineData("xyz", "2026-04-01")]
    [InlineData("yzx", "2026-04-01")]
    [InlineData("xyzy", "2026-04-02")]
    public async Task Window_WhenWordsComeInAnyOrder_ThenAnEarlierDaysWordIsOvertaken(string words, string until)
    {
        await using var module = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);
        var declaration = await InUseAsync(module);
        var (a, b) = (Elsewhere.EvaluationUntil.AddDays(1), Elsewhere.EvaluationUntil.AddDays(2));
        var (second, third) = (Elsewhere.Today, Elsewhere.Today.AddDays(1));
        module.Host.Time.Advance(TimeSpan.FromDays(1));

        await module.HearAsync([
            .. words.Select(word =>
                word switch
                {
                    'x' => Elsewhere.WindowMoved(declaration, Elsewhere.EvaluationUntil, a, second),
                    'y' => Elsewhere.WindowMoved(declaration, a, b, third),
                    _ => Elsewhere.WindowMoved(declaration, b, a, third),
                }
            ),
        ]);

        (await WindowAsync(module, declaration)).ShouldBe(DateOnly.Parse(until, CultureInfo.InvariantCulture));
    }

    [Theory, EveryDatabase]
    public async Task Window_WhenItsUseHasFallenOrIsAnother_ThenTheWordIsRefusedAndNothingMoves(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = await InUseAsync(module);
        var moved = Elsewhere.WindowMoved(
            declaration,
            Elsewhere.EvaluationUntil,
            Elsewhere.EvaluationUntil.AddDays(1),
            Elsewhere.Today
        );
        await module.HearAsync(Elsewhere.Revoked(declaration), moved);
        var fallen = await WindowAsync(module, declaration);

        await module.HearAsync(Elsewhere.InUse(declaration), moved with { InUseOn = Elsewhere.Today.AddDays(-30) });

        fallen.ShouldBeNull();
        (await WindowAsync(module, declaration)).ShouldBe(Elsewhere.EvaluationUntil);
        (
            await module.Host.InDatabaseAsync<ApprovalDb, List<InboxOutcome>>(database =>
                database
                    .InboxMessages.Where(row => row.Name == "acceptance.evaluation-window-moved.v1")
                    .Select(row => row.Outcome)
                    .ToListAsync(TestContext.Current.CancellationToken)
            )
        ).ShouldBe([InboxOutcome.Refused, InboxOutcome.Refused]);
    }

    [Theory, EveryDatabase]
    public async Task Window_WhenItMoves_ThenTheSheetTellsBothDaysWithTheirSources(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = await InUseAsync(module);
        var until = Elsewhere.EvaluationUntil.AddDays(1);

        await module.HearAsync(Elsewhere.WindowMoved(declaration, Elsewhere.EvaluationUntil, until, Elsewhere.Today));

        var sheet = (await module.AskAs(Town.FinanceClerk, new GetPaymentFacts(declaration))).Value;
        sheet
            .Facts.Where(fact => fact.Kind == ProjectFactKind.PutIntoUse)
            .Select(fact => (fact.On, fact.EvaluationUntil, fact.Holds, fact.Origin.Source, fact.Ended?.Source))
            .ShouldBe([
                (
                    Elsewhere.Today,
                    Elsewhere.EvaluationUntil,
                    false,
                    "acceptance.put-into-use.v1",
                    "acceptance.evaluation-window-moved.v1"
                ),
                (Elsewhere.Today, until, true, "acceptance.evaluation-window-moved.v1", null),
            ]);
    }

    [Theory, EveryDatabase]
    public async Task Evaluation_WhenPoor_ThenFinanceMustSayWhyItPays(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.FundArrangedAsync()).Id;
        await module.HearAsync(
            Elsewhere.Accepted(declaration),
            Elsewhere.InUse(declaration),
            Elsewhere.Evaluated(declaration, "Poor"),
            Elsewhere.Maintenance(declaration)
        );
        var payment = (await module.AskAs(Town.FinanceClerk, new ListPayments())).Value.Items.Single().Id;

        var without = await module.SendAs(Town.FinanceClerk, new ApprovePayment(payment, null, 1));
        var with = await module.SendAs(Town.FinanceClerk, new ApprovePayment(payment, "系统承担应急职能", 1));

        without.ShouldBeRefused("POST_EVAL_POOR_REASON_REQUIRED");
        with.ShouldBeAccepted();
        var told = (await module.AskAs(Town.HospitalClerk, new GetPayment(payment))).Value;
        (told.ApprovedBecause, told.PreEvaluation).ShouldBe(("系统承担应急职能", false));
    }

    [Theory, EveryDatabase]
    public async Task Maintenance_WhenOnlyAskedFor_ThenItTakesNothingOfTheFundUntilItIsApproved(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.ContractSignedAsync()).Id;
        await module.HearAsync(Elsewhere.InUse(declaration), Elsewhere.Maintenance(declaration, 700_000));
        var maintenance = (await module.AskAs(Town.FinanceClerk, new ListPayments())).Value.Items.Single().Id;

        var contract = await module.SendAs(Town.HospitalClerk, ApprovalHost.Requesting(declaration));
        var approval = await module.SendAs(Town.FinanceClerk, new ApprovePayment(maintenance, null, 1));

        contract.ShouldBeAccepted();
        approval.ShouldBeRefused("DISBURSE_OVER_ARRANGED");
    }

    [Theory, EveryDatabase]
    public async Task Maintenance_WhenAnotherUnitAsksForTheFund_ThenFinanceIsRefusedToPayIt(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.FundArrangedAsync()).Id;
        await module.HearAsync(
            Elsewhere.InUse(declaration),
            Elsewhere.Maintenance(declaration) with
            {
                LeadUnit = Town.Library.Id.Value,
            }
        );
        var payment = (await module.AskAs(Town.FinanceClerk, new ListPayments())).Value.Items.Single().Id;

        var result = await module.SendAs(Town.FinanceClerk, new ApprovePayment(payment, null, 1));

        result.ShouldBeRefused("FUND_OF_ANOTHER_UNIT");
    }

    [Theory, EveryDatabase]
    public async Task Maintenance_WhenTheSameRequestIsHeardTwice_ThenItStandsOnce(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var request = Elsewhere.Maintenance((await module.FundArrangedAsync()).Id);

        await module.HearAsync(request, request);

        var line = (await module.AskAs(Town.HospitalClerk, new ListPayments())).Value.Items.ShouldHaveSingleItem();
        (line.Kind, line.State, line.MaintenanceRequest).ShouldBe(
            (PaymentKind.Maintenance, PaymentState.Requested, request.Request)
        );
    }

    [Theory, EveryDatabase]
    public async Task Facts_WhenRead_ThenEachTellsItsSourceAndWhatEndedIt(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.ContractSignedAsync()).Id;
        await module.HearAsync(
            Elsewhere.Signed(declaration),
            Elsewhere.Accepted(declaration),
            Elsewhere.Revoked(declaration),
            Elsewhere.Registered(declaration)
        );

        var sheet = (await module.AskAs(Town.FinanceClerk, new GetPaymentFacts(declaration))).Value;

        sheet.Registration.ShouldBe(AssetRegistrationStanding.Complete);
        var contract = sheet.Contracts.ShouldHaveSingleItem();
        (contract.Origin.Source, contract.Holds, contract.Amount).ShouldBe(
            ("construction.contract-signed.v1", true, Money.FromYuan(600_000))
        );
        contract.Origin.Act.ShouldNotBeNull();
        contract.Origin.HeardAt.ShouldBe(module.Host.Time.GetUtcNow());
        sheet
            .Facts.Select(fact => (fact.Kind, fact.Origin.Source, fact.Ended?.Source))
            .ShouldBe([
                (
                    ProjectFactKind.AcceptancePassed,
                    "acceptance.acceptance-passed.v1",
                    "acceptance.acceptance-revoked.v1"
                ),
                (ProjectFactKind.AssetsRegistered, "assets.assets-registered.v1", null),
            ]);
    }

    [Theory, EveryDatabase]
    public async Task Facts_WhenToldOfNoDeclaration_ThenNothingIsKept(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);

        await module.HearAsync(Elsewhere.Signed(new(Ids.Next())));

        var outcome = await module.Host.InDatabaseAsync<ApprovalDb, (InboxOutcome, int)>(async database =>
            (
                (await database.InboxMessages.SingleAsync(TestContext.Current.CancellationToken)).Outcome,
                await database.PaymentFacts.CountAsync(TestContext.Current.CancellationToken)
            )
        );
        outcome.ShouldBe((InboxOutcome.Refused, 0));
    }

    [Theory, EveryDatabase]
    public async Task Facts_WhenAPersonTellsThem_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);

        var result = await module.SendAs(
            Town.FinanceClerk,
            new HearOfProject(
                new(Ids.Next()),
                new(ProjectFactKind.AssetsRegistered, Elsewhere.Today),
                "assets.assets-registered.v1"
            )
        );

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    /// <summary>In use, with two requests for maintenance money.</summary>
    private static async Task<DeclarationId> InUseAsync(ApprovalHost module)
    {
        var declaration = (await module.FundArrangedAsync()).Id;
        await module.HearAsync(
            Elsewhere.Accepted(declaration),
            Elsewhere.InUse(declaration),
            Elsewhere.Maintenance(declaration),
            Elsewhere.Maintenance(declaration)
        );
        return declaration;
    }

    /// <summary>The last day of the evaluation window as it is known now; null where none is.</summary>
    private static async Task<DateOnly?> WindowAsync(ApprovalHost module, DeclarationId declaration)
    {
        var sheet = (await module.AskAs(Town.FinanceClerk, new GetPaymentFacts(declaration))).Value;
        return sheet
            .Facts.SingleOrDefault(fact => fact.Kind == ProjectFactKind.PutIntoUse && fact.Holds)
            ?.EvaluationUntil;
    }

    private static async Task<(PaymentId First, PaymentId Second)> TwoPaymentsAsync(ApprovalHost module)
    {
        var payments = (await module.AskAs(Town.FinanceClerk, new ListPayments())).Value.Items;
        payments.Count.ShouldBe(2);
        return (payments[0].Id, payments[1].Id);
    }
}
