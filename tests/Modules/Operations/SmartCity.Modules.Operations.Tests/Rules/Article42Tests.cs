using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Testing;

namespace SmartCity.Modules.Operations.Tests.Rules;

public sealed class Article42Tests
{
    private static readonly DateOnly Day = new(2028, 5, 8);

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    public void PenaltyConditionsNotMet_WhenGravityAndLossMeet_ThenOnlyBothTogetherPass(
        bool isSerious,
        bool causedMajorLoss,
        bool satisfied
    ) => Article42.PenaltyConditionsNotMet.ShouldJudge(new(isSerious, causedMajorLoss), satisfied);

    [Theory]
    [InlineData(UnitKind.MunicipalAdministrativeUnit, true)]
    [InlineData(UnitKind.FiscallyFundedInstitution, true)]
    [InlineData(UnitKind.PublicEnterprise, true)]
    [InlineData(UnitKind.Enterprise, false)]
    [InlineData(UnitKind.Contractor, false)]
    public void SubjectNotAUnit_WhenTheKindIsThis_ThenOnlyUnitsThatBuildPass(UnitKind kind, bool satisfied) =>
        Article42.SubjectNotAUnit.ShouldJudge(new("某单位", kind), satisfied);

    [Fact]
    public void DueRequired_WhenNamedOrNot_ThenItMustBeNamed()
    {
        Article42.DueRequired.ShouldJudge(new(Day), true);
        Article42.DueRequired.ShouldJudge(new(null), false);
    }

    [Fact]
    public void DueInThePast_WhenBeforeOnOrAfterToday_ThenOnlyBeforeIsViolated()
    {
        Article42.DueInThePast.ShouldJudge(new(Day.AddDays(-1), Day), false);
        Article42.DueInThePast.ShouldJudge(new(Day, Day), true);
        Article42.DueInThePast.ShouldJudge(new(Day.AddDays(1), Day), true);
        Article42.DueInThePast.ShouldJudge(new(null, Day), true);
    }

    [Fact]
    public void NotOverdueYet_WhenBeforeOnOrAfterTheDueDay_ThenOnlyAfterIsOverdue()
    {
        Article42.NotOverdueYet.ShouldJudge(new(Day, Day.AddDays(-1)), false);
        Article42.NotOverdueYet.ShouldJudge(new(Day, Day), false);
        Article42.NotOverdueYet.ShouldJudge(new(Day, Day.AddDays(1)), true);
    }

    [Fact]
    public void CorrectionOverdue_WhenOnTheDueDayOrTheDayAfter_ThenOnlyAfterIsABreach()
    {
        Article42.CorrectionOverdue.ShouldJudge(new(Day, Day), true);
        Article42.CorrectionOverdue.ShouldJudge(new(Day, Day.AddDays(1)), false);
        Article42.CorrectionOverdue.Kind.ShouldBe(RuleKind.Breach);
    }

    [Fact]
    public void CorrectionNotReported_WhenReportedOrNot_ThenItMustBeReported()
    {
        Article42.CorrectionNotReported.ShouldJudge(new(true), true);
        Article42.CorrectionNotReported.ShouldJudge(new(false), false);
    }

    [Fact]
    public void CorrectionLadder_WhenNoControlWasDecided_ThenItRemindsBeforeOnTheDayAndOnTheDayAfter() =>
        Article42.CorrectionLadder.Initial.ToString().ShouldBe("7,3,0,-1");

    [Fact]
    public void Basis_WhenTheArticleNamesNoDay_ThenDaysAreControls()
    {
        Article42.PenaltyConditionsNotMet.ShouldRestOn(BasisKind.Text, 42);
        Article42.PenaltyConditionsNotMet.Basis.Quote.ShouldContain("情节严重并造成重大损失");
        Article42.SubjectNotAUnit.ShouldRestOn(BasisKind.Text, 42);
        Article42.DueRequired.ShouldRestOn(BasisKind.Control, 42);
        Article42.DueInThePast.ShouldRestOn(BasisKind.Control, 42);
        Article42.NotOverdueYet.ShouldRestOn(BasisKind.Control, 42);
        Article42.CorrectionNotReported.ShouldRestOn(BasisKind.Control, 42);
        Article42.CorrectionOverdue.ShouldRestOn(BasisKind.Control, 42);
    }
}
