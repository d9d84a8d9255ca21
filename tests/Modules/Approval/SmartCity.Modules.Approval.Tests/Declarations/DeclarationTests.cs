using System.Text.Json;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Tests.Given;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Declarations;

public sealed class DeclarationTests
{
    [Fact]
    public void Draft_WhenTheUnitIsAnEnterprise_ThenRefusedAsOutOfScope()
    {
        var enterprise = new LeadUnit(Town.Enterprise.Id, "某软件公司", UnitKind.Contractor, "");

        var drafted = Declaration.Draft(
            new(Ids.Next()),
            enterprise,
            Sheets.Complete(),
            ADeclaration.TheHospital.Account,
            ADeclaration.Rules
        );

        drafted.ShouldBeRefused("UNIT_OUT_OF_SCOPE");
    }

    [Fact]
    public void Submit_WhenEverythingIsWrong_ThenTellsAllReasonsAtOnce()
    {
        var sheet = Sheets
            .Complete()
            .With(fund =>
                fund with
                {
                    ClaimsSelfFundedExemption = true,
                    Sources =
                    [
                        new()
                        {
                            Kind = FundingKind.SelfRaised,
                            Amount = Money.FromYuan(1),
                            Year = 2026,
                        },
                    ],
                    Lines = [],
                }
            )
            .With(compliance =>
                compliance with
                {
                    Standards = [],
                    UnifiedPlatform = null,
                    UnifiedExit = UnifiedUse.Separate,
                    UnifiedNetwork = UnifiedUse.NotApplicable,
                }
            );
        var declaration = ADeclaration.InDraft(
            sheet with
            {
                Kind = ProjectKind.Maintenance,
                Plan = sheet.Plan with { Necessity = "" },
            }
        );
        foreach (var document in declaration.Documents.ToList())
        {
            declaration.Remove(document.Id, ADeclaration.TheHospital, ADeclaration.Rules).ShouldBeAccepted();
        }

        var result = declaration.Submit(ADeclaration.Hospital, null, ADeclaration.TheHospital, ADeclaration.Rules);

        result.ShouldBeRefused(
            "SELF_FUNDED_NOT_EXEMPT",
            "FUNDING_SOURCES_MISMATCH",
            "FUNDING_BASIS_MISSING",
            "NATURE_NOT_APPLICABLE",
            "NOT_IN_MASTER_PLAN",
            "STANDARD_NOT_DECLARED",
            "UNIFIED_PLATFORM_REQUIRED",
            "UNIFIED_EXIT_REQUIRED",
            "UNIFIED_NETWORK_REQUIRED",
            "DECLARATION_INCOMPLETE",
            "DECLARATION_SHEET_INCOMPLETE",
            "BUDGET_LINES_MISMATCH"
        );
    }

    [Fact]
    public void Submit_WhenTheKindIsMissing_ThenRefusedForThatAlone()
    {
        var declaration = ADeclaration.InDraft(Sheets.Complete() with { Kind = null });

        var result = declaration.Submit(
            ADeclaration.Hospital,
            ADeclaration.OpenItem,
            ADeclaration.TheHospital,
            ADeclaration.Rules
        );

        result.ShouldBeRefused("PROJECT_KIND_REQUIRED");
    }

    [Fact]
    public void Submit_WhenAParticipatingUnitSubmits_ThenRefusedAsNotTheLeadUnit()
    {
        var declaration = ADeclaration.InDraft();

        var result = declaration.Submit(
            ADeclaration.Hospital,
            ADeclaration.OpenItem,
            ADeclaration.TheHealthCommission,
            ADeclaration.Rules
        );

        result.ShouldBeRefused("NOT_LEAD_UNIT");
    }

    [Fact]
    public void Submit_WhenAccepted_ThenFreezesTheFirstVersionAsItStands()
    {
        var declaration = ADeclaration.Declared();

        var version = declaration.Versions.ShouldHaveSingleItem();

        version.Number.ShouldBe(1);
        version.Changes.ShouldBe("[]");
        var frozen = JsonSerializer.Deserialize<FrozenDeclaration>(version.Snapshot, Json.Options)!;
        frozen.LeadUnitName.ShouldBe("市中心医院");
        frozen.Sheet.TotalInvestment.ShouldBe(Money.FromYuan(1_000_000));
        frozen
            .Documents.Select(document => document.Kind)
            .ShouldBe([DocumentKind.ConstructionPlan, DocumentKind.FundReport]);
    }

    [Fact]
    public void FormPanel_WhenThePanelBreaksEveryControl_ThenTellsAllReasonsAtOnce()
    {
        var declaration = ADeclaration.Declared();
        var conflicted = ADeclaration.AnExpert(Town.HospitalExpert);
        var retired = ADeclaration.AnExpert(Town.Experts[1]) with { IsActive = false };
        var panel = ADeclaration.APanel([conflicted, retired]) with { Departments = [] };

        var result = declaration.FormPanel(panel, ADeclaration.TheOffice, ADeclaration.Rules);

        result.ShouldBeRefused(
            "PANEL_QUORUM_NOT_MET",
            "PANEL_DEPARTMENT_MISSING",
            "PANEL_CHAIR_NOT_MEMBER",
            "PANEL_MEMBER_INELIGIBLE",
            "EXPERT_CONFLICT"
        );
    }

    [Fact]
    public void FormPanel_WhenAnExpertIsOfAParticipatingUnit_ThenRefusedAsConflict()
    {
        var declaration = ADeclaration.Declared();
        var experts = Town.Experts.Take(4).Append(Town.HealthClerk).Select(ADeclaration.AnExpert);

        var result = declaration.FormPanel(ADeclaration.APanel(experts), ADeclaration.TheOffice, ADeclaration.Rules);

        result.ShouldBeRefused("EXPERT_CONFLICT");
    }

    [Fact]
    public void GiveOpinion_WhenTheExpertGaveOneBefore_ThenRefused()
    {
        var declaration = ADeclaration.UnderReview();
        Give(declaration, 1, Town.Experts[0]).ShouldBeAccepted();

        var again = Give(declaration, 1, Town.Experts[0]);

        again.ShouldBeRefused("OPINION_ALREADY_GIVEN");
        declaration.CurrentRound!.Opinions.Count.ShouldBe(1);
    }

    [Fact]
    public void GiveOpinion_WhenTheExpertIsNotOnThePanel_ThenForbidden()
    {
        var declaration = ADeclaration.UnderReview();

        var result = Give(declaration, 1, Town.Experts[5]);

        result.ShouldFail(ErrorKind.Forbidden, "NOT_ON_PANEL");
    }

    [Fact]
    public void GiveOpinion_WhenNoConflictIsNotStated_ThenRefused()
    {
        var declaration = ADeclaration.UnderReview();

        var result = declaration.GiveOpinion(
            1,
            Town.AccountOf(Town.Experts[0]),
            ADeclaration.AnOpinion() with
            {
                DeclaresNoConflict = false,
            },
            DateTimeOffset.UnixEpoch,
            ADeclaration.Rules
        );

        result.ShouldBeRefused("CONFLICT_STATEMENT_MISSING");
    }

    [Fact]
    public void Conclude_WhenTheDecisionMakerDraftedItAndIsOfTheLeadUnit_ThenRefusedAsSelfApproval()
    {
        var declaration = ADeclaration.WithAllOpinions();
        var maker = ADeclaration.ADecisionMaker() with
        {
            Account = ADeclaration.TheHospital.Account,
            Unit = Town.Hospital.Id,
        };

        var result = declaration.Conclude(ADeclaration.APass(), maker, [], ADeclaration.TheOffice, ADeclaration.Rules);

        result.ShouldBeRefused("SELF_APPROVAL_FORBIDDEN");
    }

    [Fact]
    public void Conclude_WhenAStatementNamesNoDepartmentOfTheRoundOrOneTwice_ThenIsNotLost()
    {
        var declaration = ADeclaration.WithAllOpinions();
        var planning = new DepartmentStatement(Town.Planning.Id, "无不同意见。");

        Result ConcludeWith(params DepartmentStatement[] statements) =>
            declaration.Conclude(
                ADeclaration.APass(),
                ADeclaration.ADecisionMaker(),
                statements,
                ADeclaration.TheOffice,
                ADeclaration.Rules
            );

        ConcludeWith(new DepartmentStatement(Town.Hospital.Id, "同意。"))
            .ShouldFail(ErrorKind.Unprocessable, "DEPARTMENT_NOT_ON_PANEL");
        ConcludeWith(planning, planning).ShouldFail(ErrorKind.Unprocessable, "DEPARTMENT_NOT_ON_PANEL");
        ConcludeWith(planning).ShouldBeAccepted();
    }

    [Fact]
    public void Conclude_WhenNobodyDecides_ThenRefused()
    {
        var declaration = ADeclaration.WithAllOpinions();

        var result = declaration.Conclude(ADeclaration.APass(), null, [], ADeclaration.TheOffice, ADeclaration.Rules);

        result.ShouldBeRefused("DECISION_MAKER_REQUIRED");
    }

    [Fact]
    public void Conclude_WhenTheBudgetIsOneFenAboveTheTotal_ThenRefused()
    {
        var declaration = ADeclaration.WithAllOpinions();
        var over = ADeclaration.APass(Money.FromYuan(1_000_000) + Money.FromFen(1));

        var result = declaration.Conclude(
            over,
            ADeclaration.ADecisionMaker(),
            [],
            ADeclaration.TheOffice,
            ADeclaration.Rules
        );

        result.ShouldBeRefused("REVIEWED_BUDGET_OVER_DECLARED");
    }

    [Fact]
    public void Resubmit_WhenRevisedAndAnswered_ThenANewVersionWithItsDifferencesIsDeclared()
    {
        var declaration = Revised();

        var result = Resubmit(declaration);

        result.ShouldBeAccepted();
        declaration.State.ShouldBe(DeclarationState.Declared);
        var changes = JsonSerializer.Deserialize<List<VersionChange>>(declaration.LastVersion!.Changes, Json.Options)!;
        changes.ShouldHaveSingleItem().Path.ShouldBe("sheet.plan.objectives");
    }

    [Fact]
    public void Resubmit_WhenOnlyADocumentWasReplaced_ThenThatIsARevision()
    {
        var declaration = ADeclaration.RevisionRequired();
        Answer(declaration).ShouldBeAccepted();
        declaration
            .Attach(ADeclaration.ADocument(DocumentKind.Other, '9'), ADeclaration.TheHospital, ADeclaration.Rules)
            .ShouldBeAccepted();

        Resubmit(declaration).ShouldBeAccepted();
    }

    [Fact]
    public void AnswerComments_WhenTheNumberDoesNotExist_ThenNotFoundAndNothingIsAnswered()
    {
        var declaration = ADeclaration.RevisionRequired();
        var answers = declaration.AllAnswers();
        answers[99] = answers[1];

        var result = declaration.AnswerComments(answers, ADeclaration.TheHospital, ADeclaration.Rules);

        result.ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
        declaration.CurrentRound!.Comments.ShouldAllBe(comment => !comment.IsAnswered);
    }

    [Fact]
    public void GiveOpinion_WhenItNamesTheRoundBefore_ThenRefusedAsStale()
    {
        var declaration = InSecondRound();

        var result = Give(declaration, 1, Town.Experts[0]);

        result.ShouldBeRefused("STALE_REVIEW_VOTE");
    }

    [Fact]
    public void Conclude_WhenOnlyTheFirstRoundWasVotedOn_ThenItsVotesCountForNothing()
    {
        var declaration = InSecondRound();

        var result = declaration.Conclude(
            ADeclaration.ARevision(),
            ADeclaration.ADecisionMaker(),
            [],
            ADeclaration.TheOffice,
            ADeclaration.Rules
        );

        result.ShouldBeRefused("OPINIONS_INCOMPLETE");
    }

    [Fact]
    public void ReportToFinance_WhenAllMoneyIsSelfRaised_ThenThereIsNothingToReport()
    {
        var declaration = ADeclaration.ReviewPassed(Sheets.SelfRaised());

        var result = declaration.ReportToFinance(
            ADeclaration.ALetter(new ProposedArrangement(FundingKind.SelfRaised, 2026, Money.FromYuan(1))),
            ADeclaration.TheOffice,
            ADeclaration.Rules
        );

        result.ShouldBeRefused("NO_FISCAL_SHARE", "REPORT_OVER_FISCAL_SHARE", "SELF_RAISED_REPORTED");
    }

    [Theory]
    [InlineData(700_000_00, true)]
    [InlineData(700_000_01, false)]
    public void ReportToFinance_WhenTheAmountMeetsTheFiscalShare_ThenTheShareIsTheLimit(long fen, bool accepted)
    {
        var declaration = ADeclaration.ReviewPassed();

        var result = declaration.ReportToFinance(
            ADeclaration.ALetter(new ProposedArrangement(FundingKind.SpecialFund, 2026, Money.FromFen(fen))),
            ADeclaration.TheOffice,
            ADeclaration.Rules
        );

        result.IsFailure.ShouldBe(!accepted);
        (result.Failure?.Codes ?? []).ShouldBe(accepted ? [] : ["REPORT_OVER_FISCAL_SHARE"]);
    }

    [Theory]
    [InlineData(300_000_00, true)]
    [InlineData(300_000_01, false)]
    public void ArrangeFund_WhenArrangedInTwoParts_ThenTheReportedAmountIsTheLimit(long fen, bool accepted)
    {
        var declaration = ADeclaration.ReportedToFinance();
        Arrange(declaration, Money.FromYuan(400_000)).ShouldBeAccepted();

        var result = Arrange(declaration, Money.FromFen(fen));

        (result.Failure?.Codes ?? []).ShouldBe(accepted ? [] : ["ARRANGED_OVER_REPORTED"]);
        declaration.Arranged.ShouldBe(Money.FromYuan(accepted ? 700_000 : 400_000));
    }

    [Fact]
    public void ArrangeFund_WhenNothingIsRight_ThenTellsAllReasonsAtOnce()
    {
        var declaration = ADeclaration.ReportedToFinance();
        var wrong = ADeclaration.AnArrangement(
            new ArrangedAmount(FundingKind.SelfRaised, 2026, Money.FromYuan(700_001))
        ) with
        {
            ArrangedOn = ADeclaration.Today.AddDays(1),
        };

        var result = declaration.ArrangeFund(
            wrong,
            ADeclaration.AFinanceDecisionMaker() with
            {
                IsCompetent = false,
            },
            ADeclaration.TheFinanceBureau,
            ADeclaration.Rules
        );

        result.ShouldBeRefused(
            "FINANCE_DECISION_MAKER_REQUIRED",
            "ARRANGED_OVER_REPORTED",
            "SELF_RAISED_ARRANGED",
            "DOCUMENT_DATE_IMPLAUSIBLE"
        );
    }

    [Fact]
    public void SuspendFund_WhenSuspendedAlready_ThenIllegalUntilItIsResumed()
    {
        var declaration = ADeclaration.FundArranged();
        declaration.SuspendFund("待核", ADeclaration.TheFinanceBureau, ADeclaration.Rules).ShouldBeAccepted();

        var again = declaration.SuspendFund("待核", ADeclaration.TheFinanceBureau, ADeclaration.Rules);
        var resumed = declaration.ResumeFund("已核", ADeclaration.TheFinanceBureau, ADeclaration.Rules);

        again.ShouldBeIllegalNow();
        resumed.ShouldBeAccepted();
        declaration.IsFundSuspended.ShouldBeFalse();
        declaration.Suspensions.ShouldHaveSingleItem().ResumedBecause.ShouldBe("已核");
    }

    private static Result Arrange(Declaration declaration, Money amount) =>
        declaration.ArrangeFund(
            ADeclaration.AnArrangement(new ArrangedAmount(FundingKind.SpecialFund, 2026, amount)),
            ADeclaration.AFinanceDecisionMaker(),
            ADeclaration.TheFinanceBureau,
            ADeclaration.Rules
        );

    [Fact]
    public void Judgements_WhenAnActIsJudged_ThenEachRuleIsKeptWithFactsAndVersion()
    {
        var kept = new List<Judgement>();
        var rules = new RulesInForce(ParameterSnapshot.AtPromulgation, ADeclaration.Today, kept.Add);

        ADeclaration
            .InDraft()
            .Submit(ADeclaration.Hospital, ADeclaration.OpenItem, ADeclaration.TheHospital, rules)
            .ShouldBeAccepted();

        kept.Count.ShouldBe(16);
        kept.ShouldAllBe(judgement => judgement.Satisfied && judgement.RuleVersion == 1);
        kept.Select(judgement => judgement.Rule).ShouldBeUnique();
    }

    private static Declaration Revised()
    {
        var declaration = ADeclaration.RevisionRequired();
        Answer(declaration).ShouldBeAccepted();
        var plan = declaration.Sheet.Plan with { Objectives = "全市影像互认，接口见附录。" };
        declaration
            .Revise(declaration.Sheet with { Plan = plan }, ADeclaration.TheHospital, ADeclaration.Rules)
            .ShouldBeAccepted();
        return declaration;
    }

    private static Declaration InSecondRound()
    {
        var declaration = Revised();
        Resubmit(declaration).ShouldBeAccepted();
        declaration.FormPanel(ADeclaration.APanel(), ADeclaration.TheOffice, ADeclaration.Rules).ShouldBeAccepted();
        return declaration;
    }

    private static Result Resubmit(Declaration declaration) =>
        declaration.Resubmit(
            ADeclaration.Hospital,
            ADeclaration.OpenItem,
            ADeclaration.TheHospital,
            ADeclaration.Rules
        );

    private static Result Answer(Declaration declaration) =>
        declaration.AnswerComments(declaration.AllAnswers(), ADeclaration.TheHospital, ADeclaration.Rules);

    private static Result Give(Declaration declaration, int round, Actor expert) =>
        declaration.GiveOpinion(
            round,
            Town.AccountOf(expert),
            ADeclaration.AnOpinion(),
            DateTimeOffset.UnixEpoch,
            ADeclaration.Rules
        );
}
