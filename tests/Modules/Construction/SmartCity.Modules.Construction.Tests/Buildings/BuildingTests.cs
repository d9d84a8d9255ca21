using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Tests.Given;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.Buildings;

public sealed class BuildingTests
{
    [Fact]
    public void OpenTender_WhenNothingIsReady_ThenTellsAllReasonsAtOnce()
    {
        var project = ABuilding.Of(Projects.NotReviewed) with { Arranged = Money.Zero };

        var opened = ABuilding.Opened(project);

        opened.ShouldBeRefused("TENDER_BEFORE_REVIEW", "TENDER_BEFORE_FUND_ARRANGED", "TENDER_CEILING_OVER_BUDGET");
    }

    [Fact]
    public void RecordBid_WhenTheContractorHasBid_ThenASecondIsRefused()
    {
        var building = ABuilding.Tendering();

        var result = building.RecordBid(
            new(Ids.Next()),
            ABuilding.Builder,
            ABuilding.Demanded,
            ABuilding.Amount,
            ABuilding.Today,
            ABuilding.Rules
        );

        result.ShouldBeRefused("BID_ALREADY_RECORDED");
    }

    [Theory]
    [InlineData(-21, false)]
    [InlineData(-20, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void RecordBid_WhenOutsideOfTheTender_ThenRefused(int daysFromToday, bool accepted)
    {
        var building = ABuilding.Tendering();

        var result = building.RecordBid(
            new(Ids.Next()),
            ABuilding.Rival,
            ABuilding.Demanded,
            ABuilding.Amount,
            ABuilding.Today.AddDays(daysFromToday),
            ABuilding.Rules
        );

        result.IsFailure.ShouldBe(!accepted);
    }

    [Fact]
    public void RecordBid_WhenNoKindOfCertificateIsDemanded_ThenTheGateDoesNotApply()
    {
        var building = ABuilding.Tendering();
        var without = ABuilding.AContractor(Town.Rival, ABuilding.ACertificate(until: new(2021, 1, 1)));

        var result = building.RecordBid(
            new(Ids.Next()),
            without,
            [],
            ABuilding.Amount,
            ABuilding.Today,
            ABuilding.Rules
        );

        result.ShouldBeAccepted();
    }

    [Fact]
    public void RecordBid_WhenAboveTheCeiling_ThenRefused()
    {
        var building = ABuilding.Opened(ABuilding.Of(Projects.Imaging), Money.FromYuan(900_000)).Value;

        var result = building.RecordBid(
            new(Ids.Next()),
            ABuilding.Builder,
            ABuilding.Demanded,
            Money.FromFen(90_000_001),
            ABuilding.Today,
            ABuilding.Rules
        );

        result.ShouldBeRefused("BID_OVER_CEILING");
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void GiveAward_WhenBidsAreStillTaken_ThenRefused(int daysUntilTheClose, bool accepted)
    {
        var building = Building
            .OpenTender(
                new(Ids.Next()),
                ABuilding.Of(Projects.Imaging),
                ABuilding.ATender(closesOn: ABuilding.Today.AddDays(daysUntilTheClose)),
                ABuilding.Rules
            )
            .Value;
        building
            .RecordBid(
                new(Ids.Next()),
                ABuilding.Builder,
                ABuilding.Demanded,
                ABuilding.Amount,
                ABuilding.Today.AddDays(-1),
                ABuilding.Rules
            )
            .ShouldBeAccepted();

        var result = building.GiveAward(
            building.Bids[0],
            ABuilding.Builder,
            ABuilding.Demanded,
            "中标1号",
            ABuilding.Today,
            ABuilding.Rules
        );

        (result.Failure?.Codes ?? []).ShouldBe(accepted ? [] : ["BUILDING_DATE_IMPLAUSIBLE"]);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void GiveAward_WhenTheCertificateExpires_ThenIsValidThroughThatDay(int daysAfterAward, bool accepted)
    {
        var building = ABuilding.Tendering();
        var bidder = ABuilding.AContractor(
            Town.Builder,
            ABuilding.ACertificate(until: ABuilding.Today.AddDays(daysAfterAward))
        );

        var result = building.GiveAward(
            building.Bids[0],
            bidder,
            ABuilding.Demanded,
            "中标1号",
            ABuilding.Today,
            ABuilding.Rules
        );

        result.IsFailure.ShouldBe(!accepted);
    }

    [Fact]
    public void SignContract_WhenEverythingIsWrong_ThenTellsAllReasonsAtOnce()
    {
        var building = ABuilding.Awarded();
        var wrong = ABuilding.AContract() with
        {
            Form = ContractForm.BuildTransfer,
            SignedOn = ABuilding.Today.AddDays(1),
            Lines = [new("平台", ContractLineClass.IntangibleAsset, 1, "套", Money.FromFen(95_000_001))],
            Warranty = new(35, StartsAtAcceptance: false),
            Payee = new("另一公司", "某银行", "1"),
        };
        var unqualified = ABuilding.AContractor(Town.Builder, ABuilding.ACertificate(until: new(2021, 1, 1)));

        var result = building.SignContract(
            new(Ids.Next()),
            wrong,
            unqualified,
            ABuilding.Demanded,
            ABuilding.Of(Projects.Imaging),
            ABuilding.Rules
        );

        result.ShouldBeRefused(
            "BUILDING_DATE_IMPLAUSIBLE",
            "CONTRACT_OVER_BUDGET",
            "CONTRACT_AMOUNT_MISMATCH",
            "CTR_NOT_QUALIFIED",
            "CTR_BORROWED_NAME",
            "BT_NOT_LAWFUL",
            "WARRANTY_CLAUSE_MISSING",
            "WARRANTY_TOO_SHORT"
        );
        building.Contract.ShouldBeNull();
    }

    [Fact]
    public void SignContract_WhenThereIsNoWarranty_ThenOnlyTheClauseIsMissing()
    {
        var result = Signing(ABuilding.Awarded(), ABuilding.AContract() with { Warranty = null });

        result.ShouldBeRefused("WARRANTY_CLAUSE_MISSING");
    }

    [Fact]
    public void SignContract_WhenItIsAService_ThenNoWarrantyIsDemanded()
    {
        var project = ABuilding.Of(Projects.Imaging) with { IsService = true };
        var building = ABuilding.Awarded(project);

        var result = building.SignContract(
            new(Ids.Next()),
            ABuilding.AContract() with
            {
                Warranty = null,
            },
            ABuilding.Builder,
            ABuilding.Demanded,
            project,
            ABuilding.Rules
        );

        result.ShouldBeAccepted();
        building.Contract!.MonthsFromAcceptance.ShouldBe(0);
    }

    // Whose money: the contract's form first, then the declared fiscal share (INT-17, INT-31).
    [Theory]
    [InlineData("Purchase", 1_000_000, "Fiscal")]
    [InlineData("Purchase", 999_999, "Mixed")]
    [InlineData("Purchase", 1, "Mixed")]
    [InlineData("Purchase", 0, "SelfRaised")]
    [InlineData("BuildTransfer", 1_000_000, "BuildTransfer")]
    [InlineData("EnterpriseBuilt", 0, "EnterpriseBuilt")]
    public void SignContract_WhenTheMoneyIsDeclaredSo_ThenTheFinancingFollows(
        string form,
        long fiscalYuan,
        string financing
    )
    {
        var project = ABuilding.Of(Projects.Imaging) with { FiscalShare = Money.FromYuan(fiscalYuan) };
        var building = ABuilding.Awarded(project);
        var text = ABuilding.AContract() with
        {
            Form = Enum.Parse<ContractForm>(form),
            BuildTransferBasis = "市政府常务会议纪要〔2026〕9号",
        };

        building
            .SignContract(new(Ids.Next()), text, ABuilding.Builder, ABuilding.Demanded, project, ABuilding.Rules)
            .ShouldBeAccepted();

        building.Contract!.Financing.ShouldBe(Enum.Parse<FinancingMode>(financing));
    }

    [Fact]
    public void SetUpWorkingGroup_WhenNobodyIsRight_ThenTellsAllReasonsAtOnce()
    {
        var building = ABuilding.Tendering();
        var leader = ABuilding.ALeader(holdsMainPost: false, isOfTheLeadUnit: false);

        var result = building.SetUpWorkingGroup(
            ABuilding.AGroup(leader, withEngineer: false, withExpert: false),
            ABuilding.Of(Projects.Imaging),
            ABuilding.Rules
        );

        result.ShouldBeRefused(
            "LEADER_NOT_MAIN_LEADER",
            "LEADER_OTHER_UNIT",
            "WORKGROUP_INCOMPLETE",
            "WORKGROUP_MEMBER_INELIGIBLE"
        );
    }

    [Fact]
    public void SetUpWorkingGroup_WhenNamedAgain_ThenTheNewOneTakesItsPlace()
    {
        var building = ABuilding.Tendering();
        var named = ABuilding.AGroup();
        var engineer = named.Members[1];

        building
            .SetUpWorkingGroup(
                named with
                {
                    Members =
                    [
                        engineer with
                        {
                            Role = MemberRole.Business,
                        },
                        new(Town.AccountOf(Town.HospitalClerk), "经办", MemberRole.Technical, CanServe: true),
                    ],
                },
                ABuilding.Of(Projects.Imaging),
                ABuilding.Rules
            )
            .ShouldBeAccepted();

        building
            .WorkingGroup!.Members.Select(member => (member.Account, member.Role))
            .ShouldBe(
                [(engineer.Account, MemberRole.Business), (Town.AccountOf(Town.HospitalClerk), MemberRole.Technical)],
                ignoreOrder: true
            );
    }

    [Fact]
    public void Start_WhenTheTotalRoseOverTheThreshold_ThenTheGateBites()
    {
        var project = ABuilding.Of(Projects.Small);
        var building = ABuilding.Opened(project).Value;
        building
            .RecordBid(
                new(Ids.Next()),
                ABuilding.Builder,
                ABuilding.Demanded,
                ABuilding.Amount,
                ABuilding.Today,
                ABuilding.Rules
            )
            .ShouldBeAccepted();
        building
            .GiveAward(
                building.Bids[0],
                ABuilding.Builder,
                ABuilding.Demanded,
                "中标1号",
                ABuilding.Today,
                ABuilding.Rules
            )
            .ShouldBeAccepted();
        Signing(building, ABuilding.AContract()).ShouldBeAccepted();
        var risen = project with { TotalInvestment = Money.FromYuan(1_000_000) };

        var result = building.Start(ABuilding.Today, new(null, [], [], null), risen, ABuilding.Rules);

        result.ShouldBeRefused("MAJOR_GATE_NOT_MET");
        building.Start(ABuilding.Today, new(null, [], [], null), project, ABuilding.Rules).ShouldBeAccepted();
    }

    // Work that began before anybody was named began without them, whatever stands by the time it is recorded.
    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 0, false)]
    [InlineData(0, 1, false)]
    [InlineData(-1, -1, true)]
    public void Start_WhenTheGroupWasNamedAfterwards_ThenTheMajorGateIsNotMet(
        int namedDaysAfter,
        int assignedDaysAfter,
        bool accepted
    )
    {
        var building = ABuilding.Contracted();
        var group = ABuilding.AGroup() with
        {
            NamedOn = ABuilding.Today.AddDays(namedDaysAfter),
            Experts = [ABuilding.AnExpert(ABuilding.Today.AddDays(assignedDaysAfter))],
        };
        var later = new RulesInForce(ParameterSnapshot.AtPromulgation, ABuilding.Today.AddDays(1));

        var result = building.Start(ABuilding.Today, group, ABuilding.Of(Projects.Imaging), later);

        (result.Failure?.Codes ?? []).ShouldBe(accepted ? [] : ["MAJOR_GATE_NOT_MET"]);
    }

    [Fact]
    public void Abandon_WhenThereIsAContract_ThenItEndsToo()
    {
        var building = ABuilding.Contracted();

        building.Abandon("申报撤销", ABuilding.Rules).ShouldBeAccepted();

        building.LiveDeclaration.ShouldBeNull();
        building.Contract!.IsInForce.ShouldBeFalse();
        building.Contract.TerminatedBecause.ShouldBe("申报撤销");
    }

    private static BuildingBlocks.Results.Result Signing(Building building, ContractText text) =>
        building.SignContract(
            new(Ids.Next()),
            text,
            ABuilding.Builder,
            ABuilding.Demanded,
            ABuilding.Of(Projects.Imaging),
            ABuilding.Rules
        );
}
