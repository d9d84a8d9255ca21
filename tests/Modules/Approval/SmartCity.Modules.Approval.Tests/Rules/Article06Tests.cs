using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Rules;

public sealed class Article06Tests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(0, 1, false)]
    [InlineData(1, 0, false)]
    [InlineData(0, 0, false)]
    public void DeclarationIncomplete_WhenSoManyDocumentsAreAttached_ThenBothKindsAreNeeded(
        int plans,
        int reports,
        bool satisfied
    ) =>
        Article06.DeclarationIncomplete.ShouldJudge(
            new([.. Enumerable.Repeat("a", plans)], [.. Enumerable.Repeat("b", reports)]),
            satisfied
        );

    [Fact]
    public void SheetIncomplete_WhenNothingIsMissing_ThenSatisfied() =>
        Article06.SheetIncomplete.ShouldJudge(new([]), true);

    [Fact]
    public void SheetIncomplete_WhenAFieldIsMissing_ThenViolated() =>
        Article06.SheetIncomplete.ShouldJudge(new(["plan.necessity"]), false);

    [Theory]
    [InlineData(99_99, false)]
    [InlineData(100_00, true)]
    [InlineData(100_01, false)]
    public void BudgetLinesMismatch_WhenLinesAddUpToThis_ThenJudgesToTheFen(long fen, bool satisfied) =>
        Article06.BudgetLinesMismatch.ShouldJudge(new(Money.FromYuan(100), Money.FromFen(fen), 1), satisfied);

    [Fact]
    public void BudgetLinesMismatch_WhenThereIsNoLine_ThenViolated() =>
        Article06.BudgetLinesMismatch.ShouldJudge(new(Money.Zero, Money.Zero, 0), false);

    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(false, true, true, false)]
    [InlineData(true, false, true, false)]
    [InlineData(true, true, false, false)]
    public void PanelMemberIneligible_WhenTheAccountIsSo_ThenOnlyAnActivePersonalExpertPasses(
        bool isExpert,
        bool isNaturalPerson,
        bool isActive,
        bool satisfied
    ) => Article06.PanelMemberIneligible.ShouldJudge(new("专家", isExpert, isNaturalPerson, isActive), satisfied);

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void ExpertConflict_WhenTheEmployerStandsSo_ThenAnyTieIsAConflict(
        bool employerDeclares,
        bool sitsForAnotherDepartment,
        bool satisfied
    ) =>
        Article06.ExpertConflict.ShouldJudge(
            new("专家", "单位", employerDeclares, sitsForAnotherDepartment),
            satisfied
        );

    [Theory]
    [InlineData(0, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void PanelQuorumNotMet_WhenThereAreSoManyExperts_ThenFiveOrMoreAndAnOddNumber(int experts, bool satisfied) =>
        Article06.PanelQuorumNotMet.ShouldJudge(new(experts), satisfied);

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void PanelQuorumNotMet_WhenTheControlsAreSetAnew_ThenTheirNumbersCount(int experts, bool satisfied)
    {
        var parameters = ParameterSnapshot
            .AtPromulgation.With(Article06.MinimumExperts, 3)
            .With(Article06.OddNumberOfExperts, false);

        Article06.PanelQuorumNotMet.Verdict(new(experts), parameters).ShouldBe(satisfied);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void ChairNotOnPanel_WhenTheChairSitsOrNot_ThenJudgesSo(bool sits, bool satisfied) =>
        Article06.ChairNotOnPanel.ShouldJudge(new(sits), satisfied);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public void PanelDepartmentMissing_WhenThereAreSoMany_ThenOneIsEnough(int departments, bool satisfied) =>
        Article06.PanelDepartmentMissing.ShouldJudge(new(departments), satisfied);

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void OpinionAlreadyGiven_WhenThereIsOneOrNot_ThenJudgesSo(bool given, bool satisfied) =>
        Article06.OpinionAlreadyGiven.ShouldJudge(new("专家", given), satisfied);

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void ConflictStatementMissing_WhenStatedOrNot_ThenJudgesSo(bool stated, bool satisfied) =>
        Article06.ConflictStatementMissing.ShouldJudge(new(stated), satisfied);

    [Fact]
    public void OpinionsIncomplete_WhenAllHaveGivenOne_ThenSatisfied() =>
        Article06.OpinionsIncomplete.ShouldJudge(new(5, 5, []), true);

    [Fact]
    public void OpinionsIncomplete_WhenOneIsSilent_ThenViolated() =>
        Article06.OpinionsIncomplete.ShouldJudge(new(5, 4, ["专家"]), false);

    [Theory]
    [InlineData(true, 3, 2, true)]
    [InlineData(true, 2, 2, false)]
    [InlineData(true, 2, 3, false)]
    [InlineData(false, 5, 0, true)]
    public void ConclusionAgainstPanel_WhenVotesStandSo_ThenAPassNeedsMoreForThanAgainst(
        bool passed,
        int forPassing,
        int forRevision,
        bool satisfied
    ) => Article06.ConclusionAgainstPanel.ShouldJudge(new(passed, forPassing, forRevision), satisfied);

    [Fact]
    public void ConclusionAgainstPanel_WhenTheControlIsSwitchedOff_ThenSatisfied() =>
        Article06
            .ConclusionAgainstPanel.Verdict(
                new(true, 0, 5),
                ParameterSnapshot.AtPromulgation.With(Article06.PassNeedsMajority, false)
            )
            .ShouldBeTrue();

    [Theory]
    [InlineData(true, 0, false)]
    [InlineData(true, 1, true)]
    [InlineData(true, 99_99, true)]
    [InlineData(true, 100_00, true)]
    [InlineData(true, 100_01, false)]
    [InlineData(false, 0, true)]
    public void ReviewedBudgetOverDeclared_WhenTheBudgetIsThis_ThenAboveZeroAndAtMostTheTotal(
        bool passed,
        long fen,
        bool satisfied
    ) =>
        Article06.ReviewedBudgetOverDeclared.ShouldJudge(
            new(passed, Money.FromFen(fen), Money.FromYuan(100)),
            satisfied
        );

    [Theory]
    [InlineData(21, false)]
    [InlineData(22, true)]
    [InlineData(23, true)]
    [InlineData(24, false)]
    public void DocumentDateImplausible_WhenDatedSo_ThenNeitherBeforeItsGroundNorAfterToday(int day, bool satisfied) =>
        Article06.DocumentDateImplausible.ShouldJudge(new(new(2026, 11, day), new(2026, 11, 22), Day), satisfied);

    [Theory]
    [InlineData(DeclarationState.Draft, false)]
    [InlineData(DeclarationState.Declared, false)]
    [InlineData(DeclarationState.UnderReview, false)]
    [InlineData(DeclarationState.RevisionRequired, false)]
    [InlineData(DeclarationState.Cancelled, false)]
    [InlineData(DeclarationState.ReviewPassed, true)]
    [InlineData(DeclarationState.ReportedToFinance, true)]
    [InlineData(DeclarationState.FundArranged, true)]
    public void FundNotReviewed_WhenTheDeclarationStandsSo_ThenOnlyAPassedReviewCounts(object state, bool satisfied) =>
        Article06.FundNotReviewed.ShouldJudge(new((DeclarationState)state), satisfied);

    [Theory]
    [InlineData(DeclarationState.Draft, false, false)]
    [InlineData(DeclarationState.Declared, false, false)]
    [InlineData(DeclarationState.UnderReview, false, false)]
    [InlineData(DeclarationState.RevisionRequired, false, false)]
    [InlineData(DeclarationState.Cancelled, false, false)]
    [InlineData(DeclarationState.ReviewPassed, false, false)]
    [InlineData(DeclarationState.ReportedToFinance, true, false)]
    [InlineData(DeclarationState.FundArranged, true, true)]
    public void FundGates_WhenTheDeclarationStandsSo_ThenReportAndArrangementAreAskedFor(
        object state,
        bool reported,
        bool arranged
    )
    {
        Article06.NotReportedToFinance.ShouldJudge(new((DeclarationState)state), reported);
        Article06.FundNotArranged.ShouldJudge(new((DeclarationState)state), arranged);
    }

    [Theory]
    [InlineData(99_99, true)]
    [InlineData(100_00, true)]
    [InlineData(100_01, false)]
    public void ArrangedOverReported_WhenAllArrangementsComeToThis_ThenAtMostTheReported(long fen, bool satisfied) =>
        Article06.ArrangedOverReported.ShouldJudge(
            new(Money.FromYuan(100), Money.FromYuan(40), Money.FromFen(fen - 40_00)),
            satisfied
        );

    [Theory]
    [InlineData("负责人", true, true, true, true)]
    [InlineData(null, true, true, true, false)]
    [InlineData("负责人", false, true, true, false)]
    [InlineData("负责人", true, false, true, false)]
    [InlineData("负责人", true, true, false, false)]
    public void FinanceDecisionMakerRequired_WhenTheAccountIsSo_ThenOnlyAnActivePersonOfFinancePasses(
        string? account,
        bool isOfTheFinanceBureau,
        bool isNaturalPerson,
        bool isActive,
        bool satisfied
    ) =>
        Article06.FinanceDecisionMakerRequired.ShouldJudge(
            new(account, isOfTheFinanceBureau, isNaturalPerson, isActive),
            satisfied
        );

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void SelfRaisedArranged_WhenThisMuchIsArranged_ThenNoneMayBe(long fen, bool satisfied) =>
        Article06.SelfRaisedArranged.ShouldJudge(new(Money.FromFen(fen)), satisfied);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void NoFiscalShare_WhenTheShareIsThis_ThenOneFenIsEnough(long fen, bool satisfied) =>
        Article06.NoFiscalShare.ShouldJudge(new(Money.FromFen(fen)), satisfied);

    [Theory]
    [InlineData(99_99, true)]
    [InlineData(100_00, true)]
    [InlineData(100_01, false)]
    public void ReportCeilings_WhenTheReportedAmountIsThis_ThenAtMostTheCeiling(long fen, bool satisfied)
    {
        Article06.ReportOverReviewedBudget.ShouldJudge(new(Money.FromFen(fen), Money.FromYuan(100)), satisfied);
        Article06.ReportOverFiscalShare.ShouldJudge(new(Money.FromFen(fen), Money.FromYuan(100)), satisfied);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void SelfRaisedReported_WhenThisMuchIsReported_ThenNoneMayBe(long fen, bool satisfied) =>
        Article06.SelfRaisedReported.ShouldJudge(new(Money.FromFen(fen)), satisfied);

    [Fact]
    public void Basis_WhenTheArticleDoesNotSayIt_ThenTheRuleIsToldAsControlOrReading()
    {
        IRule[] texts =
        [
            Article06.DeclarationIncomplete,
            Article06.PanelDepartmentMissing,
            Article06.FundNotReviewed,
            Article06.NotReportedToFinance,
            Article06.FundNotArranged,
        ];
        IRule[] readings = [Article06.NoFiscalShare, Article06.SelfRaisedReported, Article06.SelfRaisedArranged];
        IRule[] controls =
        [
            Article06.SheetIncomplete,
            Article06.BudgetLinesMismatch,
            Article06.PanelMemberIneligible,
            Article06.ExpertConflict,
            Article06.PanelQuorumNotMet,
            Article06.ChairNotOnPanel,
            Article06.OpinionAlreadyGiven,
            Article06.ConflictStatementMissing,
            Article06.OpinionsIncomplete,
            Article06.ConclusionAgainstPanel,
            Article06.ReviewedBudgetOverDeclared,
            Article06.DocumentDateImplausible,
            Article06.ReportOverReviewedBudget,
            Article06.ReportOverFiscalShare,
            Article06.FinanceDecisionMakerRequired,
            Article06.ArrangedOverReported,
        ];

        texts.ShouldAllBe(rule => rule.Basis.Kind == BasisKind.Text);
        readings.ShouldAllBe(rule => rule.Basis.Kind == BasisKind.Reading);
        controls.ShouldAllBe(rule => rule.Basis.Kind == BasisKind.Control);
    }
}
