using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Rules;
using SmartCity.Regulation.Parameters;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.Rules;

public sealed class Article41Tests
{
    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(true, true, false, false)]
    [InlineData(true, false, false, false)]
    [InlineData(false, false, false, true)]
    public void WarrantyClauseMissing_WhenWorks_ThenTheClauseAndItsStartAreNeeded(
        bool applicable,
        bool hasClause,
        bool startsAtAcceptance,
        bool satisfied
    ) => Article41.WarrantyClauseMissing.ShouldJudge(new(applicable, hasClause, startsAtAcceptance), satisfied);

    [Theory]
    [InlineData(true, 35, false)]
    [InlineData(true, 36, true)]
    [InlineData(true, 37, true)]
    [InlineData(false, 12, true)]
    public void WarrantyTooShort_WhenBelowThreeYears_ThenViolated(bool applicable, int months, bool satisfied) =>
        Article41.WarrantyTooShort.ShouldJudge(new(applicable, months), satisfied);

    [Fact]
    public void Basis_WhenTheNumberStandsInTheText_ThenOnlyAnAmendmentChangesIt()
    {
        Article41.WarrantyClauseMissing.ShouldRestOn(BasisKind.Text, 41);
        Article41.WarrantyTooShort.ShouldRestOn(BasisKind.Text, 41);
        Article41.MinimumMonths.ChangedBy.ShouldBe(ParameterAct.Amendment);
    }
}
