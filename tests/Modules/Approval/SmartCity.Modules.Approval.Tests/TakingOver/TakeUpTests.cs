using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.TakingOver;
using SmartCity.Modules.Approval.Tests.Given;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.TakingOver;

/// <summary>What enters in mid-life: the stage, the rules that nobody judged, and what cannot be true together.</summary>
public sealed class TakeUpTests
{
    private static readonly RulesInForce Rules = new(ParameterSnapshot.AtPromulgation, ARunningProject.TakenOver);

    public static TheoryData<string> Stages => [.. Enum.GetNames<TakeOverStage>()];

    [Theory, MemberData(nameof(Stages))]
    public void TakeUp_WhenTheStageIsComplete_ThenStandsThere(string stage)
    {
        var declaration = TakenUp(ARunningProject.In(Enum.Parse<TakeOverStage>(stage))).Value;

        declaration.State.ShouldBe(DeclarationState.FundArranged);
        declaration.TakeOver.ShouldNotBeNull().Stage.ToString().ShouldBe(stage);
        (declaration.ReviewedBudget, declaration.ReviewPassedOn, declaration.Arranged).ShouldBe(
            (Money.FromYuan(950_000), ARunningProject.Reviewed, Money.FromYuan(700_000))
        );
    }

    [Fact]
    public void TakeUp_WhenAllIsSelfRaised_ThenItsReviewPassedAndNothingIsArranged()
    {
        var sheet = Sheets.Complete();
        var own = sheet with { Fund = sheet.Fund with { Sources = [sheet.Fund.Sources[1]] } };
        var running = ARunningProject.In(TakeOverStage.UnderConstruction) with
        {
            Fund = [],
            Documents = [ARunningProject.ADocument(EarlierDocumentKind.ReviewConclusion, ARunningProject.Reviewed)],
        };

        var declaration = TakenUp(running, own).Value;

        declaration.State.ShouldBe(DeclarationState.ReviewPassed);
        declaration.TakeOver!.NotJudged.Select(one => one.Rule).ShouldNotContain("ARRANGED_OVER_REPORTED");
    }

    /// <summary>A rule that an earlier act asks from now on is asked on the way, and so it is listed.</summary>
    [Fact]
    public void NotJudged_WhenComparedWithTheOrdinaryWay_ThenIsWhatItsActsAsk()
    {
        var asked = new HashSet<string>();
        var rules = new RulesInForce(ParameterSnapshot.AtPromulgation, ADeclaration.Today, one => asked.Add(one.Rule));
        GoTheOrdinaryWay(rules);

        var declaration = TakenUp(ARunningProject.In(TakeOverStage.FundArranged)).Value;

        asked.Count.ShouldBeGreaterThan(30);
        // The unit's scope is judged at the take-over itself, so it does not stand as unjudged.
        declaration
            .TakeOver!.NotJudged.Select(one => one.Rule)
            .Append("UNIT_OUT_OF_SCOPE")
            .ShouldBe(asked, ignoreOrder: true);
        declaration.TakeOver.NotJudged.ShouldAllBe(one => one.Article > 0);
    }

    [Fact]
    public void NotJudged_WhenMoneyWasPaid_ThenNamesTheRulesOfPaymentsToo()
    {
        var before = TakenUp(ARunningProject.In(TakeOverStage.FundArranged)).Value.TakeOver!.NotJudged;

        var after = TakenUp(ARunningProject.In(TakeOverStage.Contracted)).Value.TakeOver!.NotJudged;

        after
            .Select(one => one.Rule)
            .Except(before.Select(one => one.Rule))
            .ShouldBe(
                [
                    "FUND_NOT_ARRANGED",
                    "FUND_SUSPENDED",
                    "DISBURSE_OVER_ARRANGED",
                    "PAYMENT_FACT_MISSING",
                    "PAYMENT_OVER_CONTRACT",
                    "PAYMENT_SELF_APPROVAL",
                    "PAYEE_MISMATCH",
                    "ASSETS_NOT_REGISTERED",
                    "PAYMENT_KIND_MISMATCH",
                    "RETENTION_BEFORE_ACCEPTANCE",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void TakeUp_WhenAccepted_ThenNoneOfTheUnjudgedIsAmongTheJudged()
    {
        var judged = new HashSet<string>();
        var rules = new RulesInForce(
            ParameterSnapshot.AtPromulgation,
            ARunningProject.TakenOver,
            one => judged.Add(one.Rule)
        );

        var declaration = TakenUp(ARunningProject.In(TakeOverStage.Contracted), rules: rules).Value;

        declaration.TakeOver!.NotJudged.ShouldNotBeEmpty();
        declaration.TakeOver.NotJudged.Select(one => one.Rule).ShouldAllBe(rule => !judged.Contains(rule));
    }

    [Fact]
    public void TakeUp_WhenManyThingsContradict_ThenAllAreToldAtOnce()
    {
        var running = ARunningProject.In(TakeOverStage.Built) with
        {
            BasisDocumentNumber = " ",
            StartedOn = null,
            BuiltOn = new(2025, 5, 1),
            Fund = [ARunningProject.Money2025(100_000, 640_000)],
            AcceptedOn = ARunningProject.Accepted,
            TakenOverOn = ARunningProject.TakenOver.AddDays(1),
        };

        TakenUp(running)
            .ShouldBeRefused(
                "TAKE_OVER_INCOMPLETE",
                "TAKE_OVER_CONTRADICTED",
                "TAKE_OVER_DATE_IMPLAUSIBLE",
                "TAKE_OVER_DATE_IMPLAUSIBLE",
                "TAKE_OVER_PAID_OVER_ARRANGED",
                "TAKE_OVER_PAID_OVER_CONTRACT",
                "TAKE_OVER_BASIS_MISSING"
            );
    }

    [Fact]
    public void TakeUp_WhenTheStageNeedsMoreThanIsTold_ThenEachPartIsNamed()
    {
        var running = ARunningProject.In(TakeOverStage.FundArranged) with
        {
            Stage = TakeOverStage.InTrialRun,
            Documents = [],
        };

        var refused = TakenUp(running);

        refused.ShouldBeRefused("TAKE_OVER_INCOMPLETE");
        refused
            .Failure!.Violations[0]
            .Facts.GetProperty("missing")
            .EnumerateArray()
            .Select(part => part.GetString())
            .ShouldBe([
                "reviewConclusion",
                "fundArrangement",
                "contract",
                "start",
                "built",
                "systemTestReport",
                "trialPermit",
                "trial",
            ]);
    }

    [Fact]
    public void TakeUp_WhenPaidWithoutAContract_ThenRefused() =>
        TakenUp(
                ARunningProject.In(TakeOverStage.FundArranged) with
                {
                    Fund = [ARunningProject.Money2025(700_000, 100_000)],
                }
            )
            .ShouldBeRefused("TAKE_OVER_PAID_WITHOUT_CONTRACT");

    [Fact]
    public void TakeUp_WhenTheRetentionWasPaidBeforeTheAcceptance_ThenRefused()
    {
        var running = ARunningProject.In(TakeOverStage.Built);

        TakenUp(running with { Contract = running.Contract! with { RetentionPaid = Money.FromYuan(60_000) } })
            .ShouldBeRefused("TAKE_OVER_CONTRADICTED");
    }

    [Fact]
    public void TakeUp_WhenAServiceIsInItsTrialRun_ThenRefused()
    {
        var service = Sheets.Complete() with { Kind = ProjectKind.Maintenance, Nature = null };

        TakenUp(ARunningProject.In(TakeOverStage.InTrialRun), service).ShouldBeRefused("TAKE_OVER_CONTRADICTED");
    }

    [Fact]
    public void TakeUp_WhenTheUnitIsOutOfScope_ThenTheArticleItselfRefuses()
    {
        var contractor = new LeadUnit(Town.Enterprise.Id, Town.Enterprise.Name, UnitKind.Contractor, "1");

        Declaration
            .TakeUp(
                new(Ids.Next()),
                contractor,
                Sheets.Complete(),
                ARunningProject.In(TakeOverStage.FundArranged),
                ADeclaration.TheOffice,
                Rules
            )
            .ShouldBeRefused("UNIT_OUT_OF_SCOPE");
    }

    [Fact]
    public void ArrangeFund_WhenMoreThanWasReportedBefore_ThenRefusedAsForEveryone()
    {
        var running = ARunningProject.In(TakeOverStage.UnderConstruction) with
        {
            Fund = [ARunningProject.Money2025(500_000, 240_000)],
        };
        var declaration = TakenUp(running).Value;
        FundArrangementText Arranging(long yuan) =>
            new("财〔2026〕9号", ARunningProject.TakenOver, [new(FundingKind.SpecialFund, 2026, Money.FromYuan(yuan))]);

        Result Arrange(long yuan) =>
            declaration.ArrangeFund(
                Arranging(yuan),
                ADeclaration.AFinanceDecisionMaker(),
                ADeclaration.TheFinanceBureau,
                Rules
            );

        Arrange(200_001).ShouldBeRefused("ARRANGED_OVER_REPORTED");
        Arrange(200_000).ShouldBeAccepted();
        declaration.Arranged.ShouldBe(Money.FromYuan(700_000));
    }

    private static Result<Declaration> TakenUp(
        RunningProject running,
        DeclarationSheet? sheet = null,
        RulesInForce? rules = null
    ) =>
        Declaration.TakeUp(
            new(Ids.Next()),
            ADeclaration.Hospital,
            sheet ?? Sheets.Complete(),
            running,
            ADeclaration.TheOffice,
            rules ?? Rules
        );

    private static void GoTheOrdinaryWay(RulesInForce rules)
    {
        var (hospital, office) = (ADeclaration.TheHospital, ADeclaration.TheOffice);
        var declaration = Declaration
            .Draft(new(Ids.Next()), ADeclaration.Hospital, Sheets.Complete(), hospital.Account, rules)
            .Value;
        foreach (var (kind, content) in new[] { (DocumentKind.ConstructionPlan, '1'), (DocumentKind.FundReport, '2') })
        {
            declaration.Attach(ADeclaration.ADocument(kind, content), hospital, rules).ShouldBeAccepted();
        }

        declaration.Submit(ADeclaration.Hospital, ADeclaration.OpenItem, hospital, rules).ShouldBeAccepted();
        declaration.FormPanel(ADeclaration.APanel(), office, rules).ShouldBeAccepted();
        foreach (var expert in Town.Experts.Take(5))
        {
            declaration
                .GiveOpinion(1, Town.AccountOf(expert), ADeclaration.AnOpinion(), DateTimeOffset.UnixEpoch, rules)
                .ShouldBeAccepted();
        }

        declaration.Conclude(ADeclaration.APass(), ADeclaration.ADecisionMaker(), [], office, rules).ShouldBeAccepted();
        declaration.ReportToFinance(ADeclaration.ALetter(), office, rules).ShouldBeAccepted();
        declaration
            .ArrangeFund(
                ADeclaration.AnArrangement(),
                ADeclaration.AFinanceDecisionMaker(),
                ADeclaration.TheFinanceBureau,
                rules
            )
            .ShouldBeAccepted();
    }
}
