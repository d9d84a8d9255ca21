using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Testing;

namespace SmartCity.Modules.Assets.Tests.Rules;

public sealed class Article40Tests
{
    private static readonly UnitId LeadUnit = new(Guid.Parse("01980000-0000-7000-8000-000000000011"));

    [Theory]
    [InlineData(true, true, true, true, true)]
    [InlineData(false, false, false, false, false)]
    [InlineData(true, false, true, true, false)]
    [InlineData(true, true, false, true, false)]
    [InlineData(true, true, true, false, false)]
    public void CustodianRequired_WhenOneIsNamed_ThenIsAnActivePersonOfTheLeadUnit(
        bool isNamed,
        bool isOfTheLeadUnit,
        bool isNaturalPerson,
        bool isActive,
        bool satisfied
    ) => Article40.CustodianRequired.ShouldJudge(new(isNamed, isOfTheLeadUnit, isNaturalPerson, isActive), satisfied);

    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(false, true, true, false)]
    [InlineData(true, false, true, false)]
    [InlineData(true, true, false, false)]
    public void CustodianRequired_WhenThePersonIsOfThisUnitAndStanding_ThenIsJudgedByThese(
        bool isOfTheLeadUnit,
        bool isNaturalPerson,
        bool isActive,
        bool satisfied
    )
    {
        var named = new NamedCustodian(
            new(Guid.Parse("01980000-0000-7000-8000-000000000001")),
            "保管员",
            isOfTheLeadUnit ? LeadUnit : new(Guid.Parse("01980000-0000-7000-8000-000000000012")),
            isNaturalPerson,
            isActive
        );

        Article40.CustodianRequired.ShouldJudge(Article40.CustodianFacts.Of(named, LeadUnit), satisfied);
    }

    [Fact]
    public void CustodianRequired_WhenNobodyIsNamed_ThenNothingOfHimHolds() =>
        Article40
            .CustodianFacts.Of(null, LeadUnit)
            .ShouldBe(new(IsNamed: false, IsOfTheLeadUnit: false, IsNaturalPerson: false, IsActive: false));

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, null, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    public void HandOverRequired_WhenAnAssetMoves_ThenItTakesBoth(bool given, bool? taken, bool satisfied) =>
        Article40.HandOverRequired.ShouldJudge(new(given, taken), satisfied);

    [Fact]
    public void VarianceOpen_WhenAllAreResolvedAndApproved_ThenSatisfied() =>
        Article40.VarianceOpen.ShouldJudge(new([], []), true);

    [Fact]
    public void VarianceOpen_WhenOneIsUnresolved_ThenViolated() =>
        Article40.VarianceOpen.ShouldJudge(new([2], []), false);

    [Fact]
    public void VarianceOpen_WhenOneIsUnapproved_ThenViolated() =>
        Article40.VarianceOpen.ShouldJudge(new([], [2]), false);

    [Fact]
    public void AdjustmentNotApproved_WhenTheApproverResolvedNone_ThenSatisfied() =>
        Article40.AdjustmentNotApproved.ShouldJudge(new([]), true);

    [Fact]
    public void AdjustmentNotApproved_WhenTheApproverResolvedOne_ThenViolated() =>
        Article40.AdjustmentNotApproved.ShouldJudge(new([1]), false);

    [Fact]
    public void Basis_WhenTheArticleNamesCustodianAndInventory_ThenTheTwoActsAreControls()
    {
        Article40.CustodianRequired.ShouldRestOn(BasisKind.Text, 40);
        Article40.VarianceOpen.ShouldRestOn(BasisKind.Text, 40);
        Article40.HandOverRequired.ShouldRestOn(BasisKind.Control, 40);
        Article40.AdjustmentNotApproved.ShouldRestOn(BasisKind.Control, 40);
    }
}
