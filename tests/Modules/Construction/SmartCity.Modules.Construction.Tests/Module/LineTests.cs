using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Application.Constructing;
using SmartCity.Modules.Construction.Application.Contracting;
using SmartCity.Modules.Construction.Application.Registering;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Construction.Tests.Given;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.Module;

/// <summary>The line from the tender to the built system, over real databases.</summary>
public sealed class LineTests
{
    [Theory, EveryDatabase]
    public async Task Line_WhenEverybodyDoesHisPart_ThenTheProjectIsBuilt(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.UnderConstructionAsync();

        await module.AcceptedAs(
            Town.HospitalClerk,
            new ReportBuilt(at.Id, ConstructionHost.Today, "全部完成。", at.Version)
        );

        var told = (await module.AskAs(Town.FinanceClerk, new GetBuilding(at.Id))).Value;
        told.State.ShouldBe(BuildingState.Built);
        told.Contract!.Financing.ShouldBe(FinancingMode.Mixed);
        told.Contract.Capitalised.ShouldBe(Money.FromYuan(800_000));
        told.WorkingGroup!.Members.Count.ShouldBe(2);
        (told.Gates.QualificationApplies, told.Gates.IsMajorProject, told.Gates.WarrantyApplies).ShouldBe(
            (false, true, true)
        );
        (await module.AnnouncedAsync()).ShouldBe(["construction.contract-signed.v1", "construction.project-built.v1"]);
    }

    [Theory, EveryDatabase]
    public async Task Line_WhenItIsAService_ThenWhatDoesNotApplyIsToldSo(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.AwardedAsync(Projects.Maintenance, 280_000);
        var contract = ConstructionHost.Contract(at) with
        {
            Lines = [new("驻场运维", ContractLineClass.Expense, 12, "月", Money.FromYuan(280_000))],
            Retention = Money.Zero,
            Warranty = null,
        };

        at = Step.Of(await module.AcceptedAs(Town.HospitalClerk, contract));
        at = Step.Of(
            await module.AcceptedAs(
                Town.HospitalClerk,
                new StartConstruction(at.Id, ConstructionHost.Today, at.Version)
            )
        );
        await module.AcceptedAs(
            Town.HospitalClerk,
            new ReportBuilt(at.Id, ConstructionHost.Today, "服务已交付。", at.Version)
        );

        var told = await module.DetailAsync(at.Id);
        told.Gates.WarrantyApplies.ShouldBeFalse();
        told.Gates.IsMajorProject.ShouldBeFalse();
        told.Contract!.WarrantyMonths.ShouldBeNull();
        told.Contract.Financing.ShouldBe(FinancingMode.Fiscal);
    }

    [Theory, EveryDatabase]
    public async Task OpenTender_WhenTheReviewHasNotPassed_ThenLeavesAnAuditEntryAndNothingElse(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var (rows, entries) = (await module.RowsAsync(), await module.EntriesAsync());

        var result = await module.SendAs(
            Town.HospitalClerk,
            ConstructionHost.Tender(Projects.NotReviewed) with
            {
                Ceiling = Money.FromYuan(1),
            }
        );

        result.ShouldBeRefused("TENDER_BEFORE_REVIEW", "TENDER_CEILING_OVER_BUDGET");
        (await module.RowsAsync()).ShouldBe(rows);
        (await module.EntriesAsync()).ShouldBe(entries + 1);
    }

    [Theory, EveryDatabase]
    public async Task OpenTender_WhenTheNoticeIsDatedBeforeTheReviewPassed_ThenRefused(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var tender = ConstructionHost.Tender(Projects.Imaging);
        var passedOn = Projects.Imaging.ReviewPassedOn!.Value;

        var before = await module.SendAs(Town.HospitalClerk, tender with { PublishedOn = passedOn.AddDays(-1) });
        var thatDay = await module.SendAs(Town.HospitalClerk, tender with { PublishedOn = passedOn });

        before.ShouldBeRefused("TENDER_BEFORE_REVIEW");
        thatDay.ShouldBeAccepted();
    }

    [Theory, EveryDatabase]
    public async Task OpenTender_WhenTheDraftNamesNoKindYet_ThenRefusedLikeAnyOtherDraft(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);

        var result = await module.SendAs(
            Town.HospitalClerk,
            ConstructionHost.Tender(Projects.Draft) with
            {
                Ceiling = Money.FromYuan(1),
            }
        );

        result.ShouldBeRefused("TENDER_BEFORE_REVIEW", "TENDER_CEILING_OVER_BUDGET");
    }

    [Theory, EveryDatabase]
    public async Task OpenTender_WhenFiscalMoneyIsNotArranged_ThenRefusedButNotForSelfRaised(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);

        var fiscal = await module.SendAs(Town.HospitalClerk, ConstructionHost.Tender(Projects.NotArranged));
        var selfRaised = await module.SendAs(Town.HospitalClerk, ConstructionHost.Tender(Projects.Small));

        fiscal.ShouldBeRefused("TENDER_BEFORE_FUND_ARRANGED");
        selfRaised.ShouldBeAccepted();
    }

    [Theory, EveryDatabase]
    public async Task OpenTender_WhenTheProjectHasABuilding_ThenConflictUntilItsContractIsTerminated(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.ContractedAsync();

        var early = await module.SendAs(Town.HospitalClerk, ConstructionHost.Tender(Projects.Imaging));
        await module.AcceptedAs(Town.HospitalClerk, new TerminateContract(at.Id, "逾期不履行", at.Version));
        var later = await module.SendAs(Town.HospitalClerk, ConstructionHost.Tender(Projects.Imaging));

        early.ShouldFail(ErrorKind.Conflict, "BUILDING_ALREADY_OPEN");
        later.ShouldBeAccepted();
        (await module.AnnouncedAsync()).ShouldBe([
            "construction.contract-signed.v1",
            "construction.contract-terminated.v1",
        ]);
    }

    [Theory, EveryDatabase]
    public async Task OpenTender_WhenRepeatedWithTheSameKey_ThenIsOpenedOnce(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var command = ConstructionHost.Tender(Projects.Imaging);
        var first = await module.AcceptedAs(Town.HospitalClerk, command, "key");

        var second = await module.AcceptedAs(Town.HospitalClerk, command, "key");

        second.ShouldBe(first);
        (await module.AskAs(Town.HospitalClerk, new ListBuildings())).Value.Items.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task OpenTender_WhenSentTwiceAtOnce_ThenOneBuildingIsOpened(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);

        var results = await Task.WhenAll(
            module.SendAs(Town.HospitalClerk, ConstructionHost.Tender(Projects.Imaging), "first"),
            module.SendAs(Town.HospitalClerk, ConstructionHost.Tender(Projects.Imaging), "second")
        );

        results.Count(result => !result.IsFailure).ShouldBe(1);
        results.Single(result => result.IsFailure).Failure!.Kind.ShouldBe(ErrorKind.Conflict);
    }

    [Theory, EveryDatabase]
    public async Task RecordBid_WhenAKindOfCertificateIsInForce_ThenOnlyItsHolderBids(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        await module.AKindAsync();
        var at = await module.TenderingAsync();
        var builder = await module.AContractorAsync(Town.Builder);

        var without = await module.SendAs(Town.HospitalClerk, ConstructionHost.Bid(at, builder));
        await module.AcceptedAs(Town.OfficeClerk, ConstructionHost.ACertificate(builder, ConstructionHost.Today));
        var holding = await module.SendAs(Town.HospitalClerk, ConstructionHost.Bid(at, builder));

        without.ShouldBeRefused("CTR_NOT_QUALIFIED");
        holding.ShouldBeAccepted();
        var gates = (await module.DetailAsync(at.Id)).Gates;
        gates.QualificationApplies.ShouldBeTrue();
        gates.DemandedCertificateKinds.ShouldBe(["XXJC"]);
    }

    [Theory, EveryDatabase]
    public async Task RecordBid_WhenTheKindWasRetiredBefore_ThenItIsNotDemanded(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var registered = await module.AKindAsync();
        var retiring = new RetireCertificateKind(
            new(registered.Id),
            ConstructionHost.Today.AddDays(-1),
            "依据废止",
            registered.Version
        );
        await module.AcceptedAs(Town.OfficeClerk, retiring);

        await module.WithBidAsync();

        (
            await module.AskAs(Town.OfficeClerk, new ListCertificateKinds(InForceOn: ConstructionHost.Today))
        ).Value.Items.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Award_WhenTheCertificateWasRevokedAfterTheBid_ThenRefused(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        await module.AKindAsync();
        var at = await module.TenderingAsync();
        var builder = await module.AContractorAsync(Town.Builder);
        await module.AcceptedAs(Town.OfficeClerk, ConstructionHost.ACertificate(builder, new(2030, 1, 1)));
        at = Step.Of(await module.AcceptedAs(Town.HospitalClerk, ConstructionHost.Bid(at, builder)));
        var held = (await module.AskAs(Town.HospitalClerk, new GetContractor(builder))).Value;
        await module.AcceptedAs(
            Town.OfficeClerk,
            new RecordCertificateStatus(
                builder,
                held.Certificates[0].Id,
                CertificateStatus.Revoked,
                "发证机关撤销",
                ConstructionHost.Today,
                held.Version
            )
        );
        var bid = (await module.DetailAsync(at.Id)).Bids[0].Id;

        var result = await module.SendAs(Town.HospitalClerk, ConstructionHost.Award(at, bid));

        result.ShouldBeRefused("CTR_NOT_QUALIFIED");
    }

    [Theory, EveryDatabase]
    public async Task RecordBid_WhenTwoContractorsBidAtOnce_ThenBothAreTaken(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.TenderingAsync();
        var builder = await module.AContractorAsync(Town.Builder);
        var rival = await module.AContractorAsync(Town.Rival);

        var results = await Task.WhenAll(
            module.SendAs(Town.HospitalClerk, ConstructionHost.Bid(at, builder), "one"),
            module.SendAs(Town.HospitalClerk, ConstructionHost.Bid(at, rival, 910_000), "two")
        );

        results.ShouldAllBe(result => !result.IsFailure);
        (await module.DetailAsync(at.Id)).Bids.Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task SignContract_WhenNothingIsAwarded_ThenRefusedUnderArticle8(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.WithBidAsync();
        var rows = await module.RowsAsync();

        var result = await module.SendAs(Town.HospitalClerk, ConstructionHost.Contract(at));

        result.ShouldBeRefused("CONTRACT_WITHOUT_AWARD");
        (await module.RowsAsync()).ShouldBe(rows);
    }

    [Theory, EveryDatabase]
    public async Task SignContract_WhenSeveralTermsAreUnlawful_ThenAllAreToldAtOnce(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.AwardedAsync();

        var result = await module.SendAs(
            Town.HospitalClerk,
            ConstructionHost.Contract(at) with
            {
                Form = ContractForm.BuildTransfer,
                Warranty = new(24, StartsAtAcceptance: true),
                Payee = new("另一公司", "某银行", "1"),
            }
        );

        result.ShouldBeRefused("BT_NOT_LAWFUL", "WARRANTY_TOO_SHORT", "CTR_BORROWED_NAME");
    }

    [Theory, EveryDatabase]
    public async Task SetUpWorkingGroup_WhenTheLeaderIsNotTheUnitsMainLeader_ThenRefused(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.ContractedAsync();
        at = Step.Of(
            await module.AcceptedAs(Town.OfficeClerk, new AssignExpert(at.Id, Town.AccountOf(Town.Expert), at.Version))
        );

        (await module.SendAs(Town.HospitalClerk, ConstructionHost.Group(at, Town.HospitalDeputy))).ShouldBeRefused(
            "LEADER_NOT_MAIN_LEADER"
        );
        (await module.SendAs(Town.HospitalClerk, ConstructionHost.Group(at, Town.HealthDirector))).ShouldBeRefused(
            "LEADER_OTHER_UNIT"
        );
        (await module.SendAs(Town.HospitalClerk, ConstructionHost.Group(at, Town.HealthClerk))).ShouldBeRefused(
            "LEADER_NOT_MAIN_LEADER",
            "LEADER_OTHER_UNIT"
        );
        (await module.SendAs(Town.HospitalClerk, ConstructionHost.Group(at, Town.HospitalActing))).ShouldBeAccepted();
    }

    [Theory, EveryDatabase]
    public async Task SetUpWorkingGroup_WhenTheOfficeHasAssignedNobody_ThenIncomplete(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.ContractedAsync();

        var result = await module.SendAs(Town.HospitalClerk, ConstructionHost.Group(at));

        result.ShouldBeRefused("WORKGROUP_INCOMPLETE");
    }

    [Theory, EveryDatabase]
    public async Task Start_WhenThereIsNoWorkingGroup_ThenTheMajorGateIsNotMet(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.ContractedAsync();

        var result = await module.SendAs(
            Town.HospitalClerk,
            new StartConstruction(at.Id, ConstructionHost.Today, at.Version)
        );

        result.ShouldBeRefused("MAJOR_GATE_NOT_MET");
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public async Task Start_WhenTheLeaderHasLeftHisPost_ThenTheMajorGateIsNotMet(int daysLater, bool accepted)
    {
        await using var module = await ConstructionHost.StartAsync(DatabaseKind.Sqlite);
        var at = await module.WithGroupAsync();
        module.Host.Time.Advance(TimeSpan.FromDays(daysLater));

        var result = await module.SendAs(
            Town.HospitalClerk,
            new StartConstruction(at.Id, ConstructionHost.Today, at.Version)
        );

        result.IsFailure.ShouldBe(!accepted);
    }

    [Theory, EveryDatabase]
    public async Task DeclarationCancelled_WhenTheProjectIsUnderContract_ThenItsBuildingIsAbandoned(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var at = await module.ContractedAsync();
        var cancelled = new DeclarationCancelled(Projects.Imaging.Declaration, "不再建设", ConstructionHost.Today);

        await module.HearAsync(cancelled);
        await module.HearAsync(cancelled);

        var told = await module.DetailAsync(at.Id);
        (told.State, told.EndedBecause, told.Contract!.IsInForce).ShouldBe(
            (BuildingState.Abandoned, "不再建设", false)
        );
        (await module.HeardAsync()).ShouldBe([(InboxOutcome.Accepted, null), (InboxOutcome.NotConcerned, null)]);
        (await module.AnnouncedAsync()).ShouldBe([
            "construction.contract-signed.v1",
            "construction.contract-terminated.v1",
        ]);
    }

    [Theory, EveryDatabase]
    public async Task ContractsOf_WhenOneWasTerminated_ThenBothAreToldInTheOrderOfSigning(DatabaseKind kind)
    {
        await using var module = await ConstructionHost.StartAsync(kind);
        var first = await module.ContractedAsync();
        await module.AcceptedAs(Town.HospitalClerk, new TerminateContract(first.Id, "逾期不履行", first.Version));
        module.Host.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await module.TenderingAsync();
        var builder = (await module.AskAs(Town.HospitalClerk, new ListContractors())).Value.Items[0].Id;
        second = Step.Of(await module.AcceptedAs(Town.HospitalClerk, ConstructionHost.Bid(second, builder)));
        var bid = (await module.DetailAsync(second.Id)).Bids[0].Id;
        second = Step.Of(await module.AcceptedAs(Town.HospitalClerk, ConstructionHost.Award(second, bid)));
        await module.AcceptedAs(Town.HospitalClerk, ConstructionHost.Contract(second) with { Number = "合同2号" });

        var contracts = await module.Host.AskAs(Town.FinanceClerk, new ContractsOf(Projects.Imaging.Declaration.Value));

        contracts
            .Select(contract => (contract.Number, contract.IsInForce, contract.WarrantyMonths, contract.Lines.Count))
            .ShouldBe([("合同1号", false, 36, 3), ("合同2号", true, 36, 3)]);
    }
}
