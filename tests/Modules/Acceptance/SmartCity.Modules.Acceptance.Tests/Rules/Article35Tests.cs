using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Acceptance.Domain.Rules;
using SmartCity.Regulation.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Acceptance.Tests.Rules;

public sealed class Article35Tests
{
    private static readonly DateOnly Day = new(2026, 6, 2);

    [Theory]
    [InlineData(false, true, true, true)]
    [InlineData(false, true, false, false)]
    [InlineData(false, false, true, false)]
    [InlineData(false, false, false, false)]
    [InlineData(true, false, false, true)]
    public void TestOrTrialMissing_WhenTestAndTrialStandSo_ThenWorksNeedBothAndServicesNeither(
        bool isService,
        bool test,
        bool trial,
        bool satisfied
    ) => Article35.TestOrTrialMissing.ShouldJudge(new(isService, test ? Day : null, trial ? Day : null), satisfied);

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void NotApplicableToServices_WhenItIsAServiceOrNot_ThenJudgesSo(bool isService, bool satisfied) =>
        Article35.NotApplicableToServices.ShouldJudge(new(isService), satisfied);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void DateImplausible_WhenDatedSo_ThenNeitherBeforeItsGroundNorAfterToday(int days, bool satisfied) =>
        Article35.DateImplausible.ShouldJudge(new("testedOn", Day.AddDays(days), Day.AddDays(-1), Day), satisfied);

    [Fact]
    public void DateImplausible_WhenNothingBoundsIt_ThenSatisfied() =>
        Article35.DateImplausible.ShouldJudge(new("endsBy", Day, null, null), true);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void TrialBeyondPermit_WhenItEndedSoManyDaysAfterThePermit_ThenTheLastDayCounts(int days, bool satisfied) =>
        Article35.TrialBeyondPermit.ShouldJudge(new(Day.AddDays(days), Day), satisfied);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void TrialBeforePermit_WhenItStartsSoManyDaysAfterThePermit_ThenTheDayItselfCounts(
        int days,
        bool satisfied
    ) => Article35.TrialBeforePermit.ShouldJudge(new(Day.AddDays(days), Day), satisfied);

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    public void RectificationNotReported_WhenRequiredAndReportedSo_ThenJudgesSo(
        bool isRequired,
        bool reported,
        bool satisfied
    ) => Article35.RectificationNotReported.ShouldJudge(new(isRequired, reported ? Day : null), satisfied);

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(0, 1, false)]
    [InlineData(1, 0, false)]
    [InlineData(0, 0, false)]
    public void PanelMissing_WhenSoManySit_ThenOneOfEachIsEnough(int experts, int departments, bool satisfied) =>
        Article35.PanelMissing.ShouldJudge(new(experts, departments), satisfied);

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
    ) => Article35.PanelMemberIneligible.ShouldJudge(new("专家", isExpert, isNaturalPerson, isActive), satisfied);

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void PanelConflict_WhenTheMemberBelongsThere_ThenViolated(bool leads, bool contracts, bool satisfied) =>
        Article35.PanelConflict.ShouldJudge(new("专家", leads, contracts), satisfied);

    [Theory]
    [InlineData("主任", true, true, true, true)]
    [InlineData(null, true, true, true, false)]
    [InlineData("主任", false, true, true, false)]
    [InlineData("主任", true, false, true, false)]
    [InlineData("主任", true, true, false, false)]
    public void DecisionMakerRequired_WhenTheAccountIsSo_ThenOnlyAnActivePersonOfTheOfficePasses(
        string? account,
        bool isOfTheOffice,
        bool isNaturalPerson,
        bool isActive,
        bool satisfied
    ) => Article35.DecisionMakerRequired.ShouldJudge(new(account, isOfTheOffice, isNaturalPerson, isActive), satisfied);

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void SelfAcceptanceForbidden_WhenTiedToTheProjectOrPanel_ThenViolated(
        bool isOfTheProject,
        bool sat,
        bool satisfied
    ) => Article35.SelfAcceptanceForbidden.ShouldJudge(new("主任", isOfTheProject, sat), satisfied);

    [Theory]
    [InlineData("None", "None", false, true, true)]
    [InlineData("None", "Failed", false, false, true)]
    [InlineData("None", "Passed", false, true, true)]
    [InlineData("Failed", "None", false, true, false)]
    [InlineData("Failed", "Failed", true, false, false)]
    [InlineData("Failed", "Passed", true, true, false)]
    [InlineData("Passed", "None", false, true, true)]
    [InlineData("Passed", "Failed", true, false, true)]
    [InlineData("Passed", "Passed", true, true, true)]
    [InlineData("Passed", "NotApplicable", true, true, true)]
    [InlineData("None", "NotApplicable", false, true, true)]
    [InlineData("Failed", "NotApplicable", true, true, false)]
    public void Use_WhenTheTwoVerdictsStandSo_ThenOnlyBothPassedOpens(
        string acceptance,
        string security,
        bool both,
        bool securityNotFailed,
        bool acceptanceNotFailed
    )
    {
        var facts = new Article35.VerdictFacts(
            Enum.Parse<AcceptanceVerdict>(acceptance),
            Enum.Parse<SecurityVerdict>(security)
        );

        Article35.UseBeforeAcceptance.ShouldJudge(facts, both);
        Article35.SecurityEvaluationFailed.ShouldJudge(facts, securityNotFailed);
        Article35.AcceptanceFailed.ShouldJudge(facts, acceptanceNotFailed);
    }

    [Fact]
    public void PermitLadder_WhenNoControlWasDecided_ThenItRemindsUpToTheLastDayOfThePermit() =>
        Article35.PermitLadder.Initial.ToString().ShouldBe("30,7,0");

    [Fact]
    public void Basis_WhenTheArticleDoesNotSayIt_ThenTheRuleIsToldAsControlOrReading()
    {
        IRule[] texts =
        [
            Article35.TestOrTrialMissing,
            Article35.PanelMissing,
            Article35.UseBeforeAcceptance,
            Article35.SecurityEvaluationFailed,
            Article35.AcceptanceFailed,
        ];
        IRule[] readings =
        [
            Article35.NotApplicableToServices,
            Article35.TrialBeyondPermit,
            Article35.TrialBeforePermit,
        ];
        IRule[] controls =
        [
            Article35.DateImplausible,
            Article35.RectificationNotReported,
            Article35.PanelMemberIneligible,
            Article35.PanelConflict,
            Article35.DecisionMakerRequired,
            Article35.SelfAcceptanceForbidden,
        ];

        texts.ShouldAllBe(rule => rule.Basis.Kind == BasisKind.Text);
        readings.ShouldAllBe(rule => rule.Basis.Kind == BasisKind.Reading);
        controls.ShouldAllBe(rule => rule.Basis.Kind == BasisKind.Control);
    }
}
