using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Application.Maintenance;
using SmartCity.Modules.Operations.Contracts;
using SmartCity.Modules.Operations.Domain.MaintenanceRequests;
using SmartCity.Modules.Operations.Tests.Given;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Operations.Tests.Module;

/// <summary>A request for maintenance money, from the unit to Approval and back.</summary>
public sealed class MaintenanceTests
{
    [Theory, EveryDatabase]
    public async Task Request_WhenTheProjectIsInUse_ThenIsAnnouncedAndPaidWhenTheReceiptComes(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var request = await module.AMaintenanceRequestAsync();
        var announced = await module.AnnouncedAsync();

        var settled = await module.HearAsync(OperationsHost.Confirmed(request));

        announced.ShouldBe(["operations.maintenance-requested.v1"]);
        settled.Outcome.ShouldBe(InboxOutcome.Accepted);
        var told = (await module.AskAs(Town.HospitalClerk, new GetMaintenanceRequest(request))).Value;
        (told.State, told.PaidAmount, told.ReceiptNumber).ShouldBe(
            (MaintenanceRequestState.Paid, Money.FromYuan(260_000), "回单1")
        );
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenFinanceDeclines_ThenTheReasonIsTold(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var request = await module.AMaintenanceRequestAsync();

        await module.HearAsync(OperationsHost.Declined(request));

        var told = (await module.AskAs(Town.HospitalClerk, new GetMaintenanceRequest(request))).Value;
        (told.State, told.DeclinedBecause, told.PaidAmount).ShouldBe(
            (MaintenanceRequestState.Declined, "超出预算。", null)
        );
    }

    [Theory, EveryDatabase]
    public async Task Hear_WhenThePaymentIsOfAnotherKind_ThenIsNotConcernedAndLeavesNoEntry(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);

        var confirmed = await module.HearAsync(OperationsHost.Confirmed(null));
        var declined = await module.HearAsync(OperationsHost.Declined(null));

        (confirmed.Outcome, declined.Outcome).ShouldBe((InboxOutcome.NotConcerned, InboxOutcome.NotConcerned));
        (await module.EntriesAsync()).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task Hear_WhenTheRequestIsAnsweredAlready_ThenItsAnswerStands(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var request = await module.AMaintenanceRequestAsync();
        await module.HearAsync(OperationsHost.Declined(request));

        var settled = await module.HearAsync(OperationsHost.Confirmed(request));

        (settled.Outcome, settled.Reasons).ShouldBe((InboxOutcome.Refused, "ILLEGAL_TRANSITION"));
        var told = (await module.AskAs(Town.HospitalClerk, new GetMaintenanceRequest(request))).Value;
        told.State.ShouldBe(MaintenanceRequestState.Declined);
    }

    [Theory, EveryDatabase]
    public async Task Hear_WhenThereIsNoSuchRequest_ThenRefused(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);

        var settled = await module.HearAsync(OperationsHost.Confirmed(new MaintenanceRequestId(Ids.Next())));

        (settled.Outcome, settled.Reasons).ShouldBe((InboxOutcome.Refused, "NOT_FOUND"));
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenTheProjectIsNotInUse_ThenRefusedAndNothingIsWritten(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var (rows, entries) = (await module.RowsAsync(), await module.EntriesAsync());

        var result = await module.SendAs(Town.HospitalClerk, OperationsHost.Maintenance(Town.NotInUse));

        result.ShouldBeRefused("MAINTENANCE_BEFORE_USE");
        (await module.RowsAsync(), await module.EntriesAsync()).ShouldBe((rows, entries + 1));
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenTheProjectIsNotBuilt_ThenRefused(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);

        var result = await module.SendAs(Town.HospitalClerk, OperationsHost.Maintenance(Town.Study));

        result.ShouldBeRefused("MAINTENANCE_BEFORE_USE");
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenAParticipantAsks_ThenWrongAuthority(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);

        var result = await module.SendAs(Town.LibraryClerk, OperationsHost.Maintenance(Town.Works));

        result.ShouldFail(ErrorKind.Forbidden, "WRONG_AUTHORITY");
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenTheProjectIsNoneOfTheUnits_ThenItDoesNotExist(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);

        var result = await module.SendAs(Town.FinanceClerk, OperationsHost.Maintenance(Town.Works));

        result.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
    }

    [Theory, EveryDatabase]
    public async Task Request_WhenSentTwiceWithOneKey_ThenIsMadeOnce(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var first = await module.AcceptedAs(Town.HospitalClerk, OperationsHost.Maintenance(Town.Works), "key");

        var second = await module.AcceptedAs(Town.HospitalClerk, OperationsHost.Maintenance(Town.Works), "key");

        second.ShouldBe(first);
        var page = await module.AskAs(Town.FinanceClerk, new ListMaintenanceRequests(Year: 2026));
        page.Value.Items.ShouldHaveSingleItem().Id.Value.ShouldBe(first.Id);
    }
}
