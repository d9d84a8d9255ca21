using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Facts;
using SmartCity.Modules.Approval.Application.Payments;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Approval.Tests.Given;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Module;

/// <summary>The way of a payment from the request to the treasury's receipt, over real databases.</summary>
public sealed class PaymentLineTests
{
    [Theory, EveryDatabase]
    public async Task Line_WhenTheReceiptComes_ThenItIsPaidAndAnnounced(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.ContractSignedAsync()).Id;
        var payment = await module.AcceptedAs(Town.HospitalClerk, ApprovalHost.Requesting(declaration));
        var approved = await module.AcceptedAs(Town.FinanceClerk, Approving(payment));
        var instructed = await module.AcceptedAs(Town.FinanceClerk, Instructing(approved, "指令1"));
        var returned = await module.AcceptedAs(
            Town.FinanceClerk,
            new ReturnPayment(new(payment.Id), "账号有误", instructed.Version)
        );
        var again = await module.AcceptedAs(Town.FinanceClerk, Instructing(returned, "指令2"));

        await module.AcceptedAs(
            Town.FinanceClerk,
            new ConfirmPayment(new(payment.Id), "回单1", ApprovalHost.Today, again.Version)
        );

        var told = (await module.AskAs(Town.HospitalClerk, new GetPayment(new(payment.Id)))).Value;
        told.State.ShouldBe(PaymentState.Confirmed);
        told.Instructions.Select(one => (one.InstructionNumber, one.ReturnedBecause))
            .ShouldBe([("指令1", "账号有误"), ("指令2", null)]);
        (await module.AnnouncedAsync()).ShouldContain("approval.payment-confirmed.v1");
    }

    [Theory, EveryDatabase]
    public async Task Instruct_WhenTheNumberServedAnotherPayment_ThenConflict(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var (first, second) = await TwoApprovedAsync(module);
        await module.AcceptedAs(Town.FinanceClerk, Instructing(first, "指令1"));

        var result = await module.SendAs(Town.FinanceClerk, Instructing(second, "指令1"));

        result.ShouldFail(ErrorKind.Conflict, "INSTRUCTION_NUMBER_TAKEN");
        (await module.AskAs(Town.FinanceClerk, new GetPayment(new(second.Id)))).Value.State.ShouldBe(
            PaymentState.Approved
        );
    }

    [Theory, EveryDatabase]
    public async Task Confirm_WhenTheReceiptServedAnotherPayment_ThenConflict(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var (first, second) = await TwoApprovedAsync(module);
        var paid = await module.AcceptedAs(Town.FinanceClerk, Instructing(first, "指令1"));
        await module.AcceptedAs(
            Town.FinanceClerk,
            new ConfirmPayment(new(paid.Id), "回单1", ApprovalHost.Today, paid.Version)
        );
        var instructed = await module.AcceptedAs(Town.FinanceClerk, Instructing(second, "指令2"));

        var result = await module.SendAs(
            Town.FinanceClerk,
            new ConfirmPayment(new(second.Id), "回单1", ApprovalHost.Today, instructed.Version)
        );

        result.ShouldFail(ErrorKind.Conflict, "TREASURY_RECEIPT_TAKEN");
        (await module.AskAs(Town.FinanceClerk, new GetPayment(new(second.Id)))).Value.State.ShouldBe(
            PaymentState.Instructed
        );
    }

    [Theory, EveryDatabase]
    public async Task Decline_WhenFinanceDeclines_ThenItIsAnnouncedAndTakesNothing(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.ContractSignedAsync()).Id;
        var payment = await module.AcceptedAs(Town.HospitalClerk, ApprovalHost.Requesting(declaration, 540_000));

        await module.AcceptedAs(Town.FinanceClerk, new DeclinePayment(new(payment.Id), "依据不足", payment.Version));

        (await module.AnnouncedAsync()).ShouldContain("approval.payment-declined.v1");
        (await module.SendAs(Town.HospitalClerk, ApprovalHost.Requesting(declaration, 540_000))).ShouldBeAccepted();
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenManyAreSentAtOnce_ThenTogetherTheyNeverExceedWhatIsArranged(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.FundArrangedAsync()).Id;
        await module.HearAsync(Elsewhere.Signed(declaration) with { AmountFen = 2_000_000_00 });

        var results = await Task.WhenAll(
            Enumerable
                .Range(1, 5)
                .Select(number =>
                    module.SendAs(Town.HospitalClerk, ApprovalHost.Requesting(declaration, 300_000), $"key{number}")
                )
        );

        results.Count(result => !result.IsFailure).ShouldBe(2);
        foreach (var refused in results.Where(result => result.IsFailure))
        {
            refused.ShouldBeRefused("DISBURSE_OVER_ARRANGED");
        }

        var fund = (await module.AskAs(Town.FinanceClerk, new GetFundSummary(declaration))).Value;
        (fund.Requested, fund.Left).ShouldBe((Money.FromYuan(600_000), Money.FromYuan(100_000)));
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenTwoAreSentAtOnce_ThenTheContractIsTheLimitToo(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.ContractSignedAsync()).Id;

        var results = await Task.WhenAll(
            module.SendAs(Town.HospitalClerk, ApprovalHost.Requesting(declaration, 310_000), "first"),
            module.SendAs(Town.HospitalClerk, ApprovalHost.Requesting(declaration, 310_000), "second")
        );

        results.Count(result => !result.IsFailure).ShouldBe(1);
        results.Single(result => result.IsFailure).ShouldBeRefused("PAYMENT_OVER_CONTRACT");
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenRepeatedWithTheSameKeyEvenAtOnce_ThenIsPaidOnce(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var command = ApprovalHost.Requesting((await module.ContractSignedAsync()).Id, 400_000);

        var results = await Task.WhenAll(
            module.SendAs(Town.HospitalClerk, command, "key"),
            module.SendAs(Town.HospitalClerk, command, "key")
        );
        var later = await module.SendAs(Town.HospitalClerk, command, "key");

        results.Append(later).ShouldAllBe(result => !result.IsFailure);
        results.Append(later).Select(result => result.Value.Id).Distinct().ShouldHaveSingleItem();
        (await module.AskAs(Town.FinanceClerk, new ListPayments())).Value.Items.ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenTheProjectIsNotReported_ThenRefusedAndNothingButTheEntryIsWritten(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var passed = await module.ReviewPassedAsync();
        await module.HearAsync(Elsewhere.Signed(passed.Id));
        var (rows, entries) = (await module.RowsAsync(), await module.EntriesAsync());

        var result = await module.SendAs(Town.HospitalClerk, ApprovalHost.Requesting(passed.Id));

        result.ShouldBeRefused("NOT_REPORTED_TO_FINANCE", "FUND_NOT_ARRANGED");
        (await module.RowsAsync()).ShouldBe(rows);
        (await module.EntriesAsync()).ShouldBe(entries + 1);
    }

    [Theory, EveryDatabase]
    public async Task Act_WhenNotCompetent_ThenWrongAuthorityOrNotThere(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.ContractSignedAsync()).Id;
        var request = ApprovalHost.Requesting(declaration);
        var payment = await module.AcceptedAs(Town.HospitalClerk, request);

        (await module.SendAs(Town.OfficeClerk, Approving(payment))).ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
        (await module.SendAs(Town.HealthClerk, request)).ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
        (await module.SendAs(Town.LibraryClerk, request)).ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
        (await module.SendAs(Town.FinanceClerk, Approving(payment with { Id = Ids.Next() }))).ShouldFail(
            ErrorKind.NotFound,
            "NOT_FOUND"
        );
        (await module.SendAs(Town.FinanceClerk, Approving(payment with { Version = payment.Version + 1 }))).ShouldFail(
            ErrorKind.VersionConflict,
            "VERSION_CONFLICT"
        );
    }

    [Theory, EveryDatabase]
    public async Task Read_WhenEachActorAsks_ThenListAndDetailsAgree(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.ContractSignedAsync()).Id;
        var payment = await module.AcceptedAs(Town.HospitalClerk, ApprovalHost.Requesting(declaration));
        (Actor Actor, bool Reads)[] table =
        [
            (Town.HospitalClerk, true),
            (Town.HealthClerk, true),
            (Town.FinanceClerk, true),
            (Town.OfficeClerk, true),
            (Town.Auditor, true),
            (Town.Experts[0], false),
            (Town.Planner, false),
            (Town.LibraryClerk, false),
            (Town.Contractor, false),
            (Town.CountyClerk, false),
        ];

        foreach (var (actor, reads) in table)
        {
            var list = await module.AskAs(actor, new ListPayments(declaration, PaymentState.Requested));
            var detail = await module.AskAs(actor, new GetPayment(new(payment.Id)));
            var fund = await module.AskAs(actor, new GetFundSummary(declaration));
            var facts = await module.AskAs(actor, new GetPaymentFacts(declaration));

            (actor.Name, list.Value.Items.Count == 1).ShouldBe((actor.Name, reads));
            (actor.Name, !detail.IsFailure, !fund.IsFailure, !facts.IsFailure).ShouldBe(
                (actor.Name, reads, reads, reads)
            );
        }
    }

    [Theory, EveryDatabase]
    public async Task List_WhenReadPageByPageAndFiltered_ThenEachIsToldOnceNewestFirst(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var declaration = (await module.ContractSignedAsync()).Id;
        for (var yuan = 1; yuan <= 3; yuan++)
        {
            module.Host.Time.Advance(TimeSpan.FromSeconds(1));
            await module.AcceptedAs(Town.HospitalClerk, ApprovalHost.Requesting(declaration, yuan));
        }

        var first = (await module.AskAs(Town.FinanceClerk, new ListPayments(declaration, Limit: 2))).Value;
        var second = (
            await module.AskAs(Town.FinanceClerk, new ListPayments(declaration, After: first.Next, Limit: 2))
        ).Value;
        var retentions = await module.AskAs(Town.FinanceClerk, new ListPayments(Kind: PaymentKind.WarrantyRetention));

        first
            .Items.Concat(second.Items)
            .Select(line => line.Amount)
            .ShouldBe([Money.FromYuan(3), Money.FromYuan(2), Money.FromYuan(1)]);
        second.Next.ShouldBeNull();
        retentions.Value.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Request_WhenManyFieldsAreWrong_ThenEachIsToldByItsPath()
    {
        await using var module = await ApprovalHost.StartAsync(DatabaseKind.Sqlite);

        var result = await module.SendAs(
            Town.HospitalClerk,
            ApprovalHost.Requesting(new(Ids.Next()), 0, PaymentKind.Maintenance) with
            {
                Payee = new("", "银\0行", new string('1', 201)),
                Basis = "",
                Year = 1900,
            }
        );

        result
            .Failure!.Fields.Select(field => (field.Field, field.Code))
            .ShouldBe(
                [
                    ("kind", "NOT_UNDER_A_CONTRACT"),
                    ("amount", "OUT_OF_RANGE"),
                    ("payee.name", "REQUIRED"),
                    ("payee.bank", "UNPRINTABLE"),
                    ("payee.account", "TOO_LONG"),
                    ("basis", "REQUIRED"),
                    ("year", "OUT_OF_RANGE"),
                ],
                ignoreOrder: true
            );
    }

    private static ApprovePayment Approving(Receipt at, string? reason = null) =>
        new(new PaymentId(at.Id), reason, at.Version);

    private static async Task<(Receipt First, Receipt Second)> TwoApprovedAsync(ApprovalHost module)
    {
        var declaration = (await module.ContractSignedAsync()).Id;
        var first = await module.AcceptedAs(Town.HospitalClerk, ApprovalHost.Requesting(declaration, 100_000), "key1");
        var second = await module.AcceptedAs(Town.HospitalClerk, ApprovalHost.Requesting(declaration, 100_000), "key2");
        return (
            await module.AcceptedAs(Town.FinanceClerk, Approving(first)),
            await module.AcceptedAs(Town.FinanceClerk, Approving(second))
        );
    }

    private static InstructPayment Instructing(Receipt at, string number) =>
        new(new PaymentId(at.Id), number, at.Version);

    [Theory, EveryDatabase]
    public async Task Fund_WhenTheDeclarationIsADraft_ThenFinanceIsToldNothingOfIt(DatabaseKind kind)
    {
        await using var module = await ApprovalHost.StartAsync(kind);
        var draft = await module.InDraftAsync();

        var fund = await module.AskAs(Town.FinanceClerk, new GetFundSummary(draft.Id));
        var facts = await module.AskAs(Town.FinanceClerk, new GetPaymentFacts(draft.Id));

        fund.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
        facts.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
    }
}
