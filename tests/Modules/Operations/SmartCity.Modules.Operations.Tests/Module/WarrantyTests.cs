using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Application.Faults;
using SmartCity.Modules.Operations.Application.Warranties;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Modules.Operations.Infrastructure;
using SmartCity.Modules.Operations.Tests.Given;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Operations.Tests.Module;

/// <summary>What the module does when it hears of an acceptance, and the repairs under the warranty.</summary>
public sealed class WarrantyTests
{
    [Theory, EveryDatabase]
    public async Task AcceptancePassed_WhenOfWorks_ThenEachContractInForceWithAWarrantyRuns(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);

        var settled = await module.HearAsync(OperationsHost.Passed(Town.Works));

        settled.Outcome.ShouldBe(InboxOutcome.Accepted);
        var lines = (await module.AskAs(Town.HospitalClerk, new ListWarranties())).Value.Items;
        lines
            .Select(line => (line.ContractNumber, line.State, line.StartsOn, line.EndsOn, line.EndIsProvisional))
            .ShouldBe(
                [
                    ("HT-1", WarrantyState.Running, Town.PassedOn, new(2029, 3, 2), true),
                    ("HT-2", WarrantyState.Running, Town.PassedOn, new(2030, 3, 4), true),
                ],
                ignoreOrder: true
            );
    }

    [Theory, EveryDatabase]
    public async Task AcceptancePassed_WhenOfAService_ThenNoWarrantyAndItIsShownNotApplicable(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var entries = await module.EntriesAsync();

        var settled = await module.HearAsync(OperationsHost.Passed(Town.Study));

        settled.Outcome.ShouldBe(InboxOutcome.NotConcerned);
        (await module.EntriesAsync()).ShouldBe(entries);
        var told = (await module.AskAs(Town.HospitalClerk, new GetProjectWarranty(Town.Study.Declaration))).Value;
        told.Applicability.ShouldBe(GetProjectWarranty.Applicability.NotApplicable);
        told.Warranties.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task AcceptancePassed_WhenWorksHaveNoWarrantedContract_ThenStandsOnTheOperatorsList(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);

        var settled = await module.HearAsync(OperationsHost.Passed(Town.NotInUse));

        (settled.Outcome, settled.Reasons).ShouldBe((InboxOutcome.Refused, "NO_CONTRACT_WITH_WARRANTY"));
        var told = (await module.AskAs(Town.HospitalClerk, new GetProjectWarranty(Town.NotInUse.Declaration))).Value;
        told.Applicability.ShouldBe(GetProjectWarranty.Applicability.AwaitsAcceptance);
    }

    [Theory, EveryDatabase]
    public async Task AcceptancePassed_WhenDeliveredTwice_ThenStartsOnce(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var message = Ids.Next();
        await module.HearAsync(OperationsHost.Passed(Town.Works), message);
        var (rows, entries) = (await module.RowsAsync(), await module.EntriesAsync());
        await ForgetDeliveryAsync(module, message);

        await module.Host.DeliverAllAsync();

        (await module.RowsAsync(), await module.EntriesAsync()).ShouldBe((rows, entries));
    }

    [Theory, EveryDatabase]
    public async Task AcceptancePassed_WhenToldAgainAnew_ThenTheTermIsNotDoubled(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var warranty = await module.AWarrantyAsync();

        var settled = await module.HearAsync(OperationsHost.Passed(Town.Works));

        (settled.Outcome, settled.Reasons).ShouldBe((InboxOutcome.Refused, "ILLEGAL_TRANSITION"));
        (await module.AskAs(Town.OfficeClerk, new GetWarranty(warranty))).Value.Terms.ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    public async Task AcceptancePassed_WhenToldAgainAfterItsRevocation_ThenRefusedAndNothingRuns(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var warranty = await module.AWarrantyAsync();
        await module.HearAsync(OperationsHost.Revoked(Town.Works));
        module.Acceptances.Tell(Town.Works, since: null);

        var settled = await module.HearAsync(OperationsHost.Passed(Town.Works));

        (settled.Outcome, settled.Reasons).ShouldBe((InboxOutcome.Refused, "ACCEPTANCE_NOT_IN_FORCE"));
        (await module.AskAs(Town.OfficeClerk, new GetWarranty(warranty))).Value.State.ShouldBe(WarrantyState.Void);
    }

    [Theory, EveryDatabase]
    public async Task AcceptanceRevoked_WhenFollowedByANewOne_ThenTheStartMovesAndHistoryIsKept(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var warranty = await module.AWarrantyAsync();

        var revoked = await module.HearAsync(OperationsHost.Revoked(Town.Works));
        var between = (await module.AskAs(Town.HospitalClerk, new GetWarranty(warranty))).Value;
        module.Acceptances.Tell(Town.Works, new(2026, 9, 1));
        await module.HearAsync(OperationsHost.Passed(Town.Works, 2, new(2026, 9, 1)));

        revoked.Outcome.ShouldBe(InboxOutcome.Accepted);
        between.State.ShouldBe(WarrantyState.Void);
        var told = (await module.AskAs(Town.HospitalClerk, new GetWarranty(warranty))).Value;
        (told.State, told.StartsOn, told.EndsOn).ShouldBe((WarrantyState.Running, new(2026, 9, 1), new(2029, 9, 3)));
        told.Terms.Select(term => (term.AcceptanceRound, term.VoidedOn)).ShouldBe([(1, new(2026, 6, 1)), (2, null)]);
        (await module.AskAs(Town.HospitalClerk, new ListWarranties())).Value.Items.Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task AcceptanceRevoked_WhenNoWarrantyRuns_ThenIsNotConcerned(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);

        var settled = await module.HearAsync(OperationsHost.Revoked(Town.Study));

        settled.Outcome.ShouldBe(InboxOutcome.NotConcerned);
    }

    [Theory, EveryDatabase]
    public async Task List_WhenTheDateMoves_ThenFilterAndShownStateAgree(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        await module.AWarrantyAsync();
        foreach (
            var (day, running) in new[] { (new DateOnly(2029, 3, 2), 2), (new(2029, 3, 3), 1), (new(2030, 3, 5), 0) }
        )
        {
            module.Host.Time.SetUtcNow(new(day, new(4, 0), TimeSpan.Zero));

            var lines = (await module.AskAs(Town.Auditor, new ListWarranties(WarrantyState.Running))).Value.Items;
            var ended = (await module.AskAs(Town.Auditor, new ListWarranties(WarrantyState.Ended))).Value.Items;

            (day, lines.Count, ended.Count).ShouldBe((day, running, 2 - running));
            lines.ShouldAllBe(line => line.State == WarrantyState.Running);
            ended.ShouldAllBe(line => line.State == WarrantyState.Ended);
        }
    }

    [Theory, EveryDatabase]
    public async Task List_WhenTakenPageByPage_ThenEachStandsOnce(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        await module.AWarrantyAsync();

        var first = (await module.AskAs(Town.Auditor, new ListWarranties(Limit: 1))).Value;
        var second = (await module.AskAs(Town.Auditor, new ListWarranties(Limit: 1, After: first.Next))).Value;

        second.Next.ShouldBeNull();
        first.Items.Concat(second.Items).Select(line => line.ContractNumber).Order().ShouldBe(["HT-1", "HT-2"]);
    }

    [Theory, EveryDatabase]
    public async Task Fault_WhenRepairedReopenedAndRepairedAgain_ThenEveryAttemptIsTold(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var (id, version) = await module.AFaultAsync();
        version = await RepairedAsync(module, id, version);
        version = (await module.AcceptedAs(Town.HospitalClerk, new ReopenFault(id, "又坏了。", version))).Version;
        version = await RepairedAsync(module, id, version);

        await module.AcceptedAs(Town.HospitalClerk, new ConfirmRepair(id, version));

        var told = (await module.AskAs(Town.BuilderClerk, new GetFaultReport(id))).Value;
        (told.State, told.Responses.Count).ShouldBe((FaultReportState.Closed, 2));
        told.Repairs.Select(repair => repair.RejectedBecause).ShouldBe(["又坏了。", null]);
    }

    [Theory, EveryDatabase]
    public async Task Resolve_WhenACoveredFaultIsCharged_ThenRefusedAndNothingIsWritten(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var (id, version) = await module.AFaultAsync();
        version = (await module.AcceptedAs(Town.BuilderClerk, Responding(id, version))).Version;
        var (rows, entries) = (await module.RowsAsync(), await module.EntriesAsync());

        var result = await module.SendAs(
            Town.BuilderClerk,
            new ResolveFault(id, "已更换。", Money.FromYuan(800), version)
        );

        result.ShouldBeRefused("IN_WARRANTY_NO_CHARGE");
        (await module.RowsAsync(), await module.EntriesAsync()).ShouldBe((rows, entries + 1));
        (await module.AskAs(Town.BuilderClerk, new GetFaultReport(id))).Value.Repairs.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Report_WhenSentTwiceWithOneKey_ThenIsMadeOnce(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var command = OperationsHost.Fault(await module.AWarrantyAsync());
        var first = await module.AcceptedAs(Town.HospitalClerk, command, "key");

        var second = await module.AcceptedAs(Town.HospitalClerk, command, "key");

        second.ShouldBe(first);
        (await module.AskAs(Town.HospitalClerk, new ListFaultReports())).Value.Items.ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    public async Task Report_WhenTheFaultLiesInTheFuture_ThenRefused(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var command = OperationsHost.Fault(await module.AWarrantyAsync());

        var result = await module.SendAs(
            Town.HospitalClerk,
            command with
            {
                OccurredOn = OperationsHost.Today.AddDays(1),
            }
        );

        result.ShouldBeRefused("FAULT_DATE_IMPLAUSIBLE");
    }

    [Theory, EveryDatabase]
    public async Task Confirm_WhenTheVersionSeenIsStale_ThenVersionConflict(DatabaseKind kind)
    {
        await using var module = await OperationsHost.StartAsync(kind);
        var (id, version) = await module.AFaultAsync();
        await module.AcceptedAs(Town.BuilderClerk, Responding(id, version));

        var result = await module.SendAs(Town.HospitalClerk, new ConfirmRepair(id, version));

        result.ShouldFail(ErrorKind.VersionConflict, "VERSION_CONFLICT");
    }

    private static RespondToFault Responding(FaultReportId id, long version) =>
        new(id, "更换网关。", OperationsHost.Today, version);

    private static async Task<long> RepairedAsync(OperationsHost module, FaultReportId id, long version)
    {
        var responded = await module.AcceptedAs(Town.BuilderClerk, Responding(id, version));
        var repair = new ResolveFault(id, "已更换。", Money.Zero, responded.Version);
        return (await module.AcceptedAs(Town.BuilderClerk, repair)).Version;
    }

    private static Task<int> ForgetDeliveryAsync(OperationsHost module, Guid message) =>
        module.Host.InDatabaseAsync<OperationsDb, int>(database =>
            database
                .OutboxMessages.Where(row => row.Id == message)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, MessageState.Waiting))
        );
}
