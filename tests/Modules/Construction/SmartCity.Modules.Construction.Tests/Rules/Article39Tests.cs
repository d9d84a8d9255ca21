using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.Rules;

public sealed class Article39Tests
{
    [Theory]
    [InlineData("2019-06-30", null, true)]
    [InlineData("2019-07-01", null, false)]
    [InlineData("2019-07-02", null, false)]
    [InlineData("2019-07-01", "", false)]
    [InlineData("2019-07-01", " ", false)]
    [InlineData("2019-07-01", "省政府批复", true)]
    public void BuildTransferNotLawful_WhenSignedSinceTheOrdinance_ThenNeedsABasis(
        string signedOn,
        string? basis,
        bool satisfied
    ) =>
        Article39.BuildTransferNotLawful.ShouldJudge(
            new(ContractForm.BuildTransfer, DateOnly.Parse(signedOn, null), basis),
            satisfied
        );

    [Theory]
    [InlineData("Purchase")]
    [InlineData("EnterpriseBuilt")]
    public void BuildTransferNotLawful_WhenItIsAnotherForm_ThenSatisfied(string form) =>
        Article39.BuildTransferNotLawful.ShouldJudge(new(Enum.Parse<ContractForm>(form), new(2026, 1, 1), null), true);

    [Fact]
    public void Basis_WhenTheRegulationItselfAllowsBuildTransfer_ThenRestsOnTheHigherLaw() =>
        Article39.BuildTransferNotLawful.ShouldRestOn(BasisKind.HigherLaw, 39);
}
