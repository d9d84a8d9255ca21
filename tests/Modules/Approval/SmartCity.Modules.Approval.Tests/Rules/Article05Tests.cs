using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Rules;

public sealed class Article05Tests
{
    [Theory]
    [InlineData("负责人", true, true, true, true)]
    [InlineData(null, true, true, true, false)]
    [InlineData("负责人", false, true, true, false)]
    [InlineData("负责人", true, false, true, false)]
    [InlineData("负责人", true, true, false, false)]
    public void DecisionMakerRequired_WhenTheAccountIsSo_ThenOnlyAnActivePersonOfTheOfficePasses(
        string? account,
        bool isOfTheOffice,
        bool isNaturalPerson,
        bool isActive,
        bool satisfied
    ) => Article05.DecisionMakerRequired.ShouldJudge(new(account, isOfTheOffice, isNaturalPerson, isActive), satisfied);

    [Theory]
    [InlineData(false, false, false, true)]
    [InlineData(true, false, false, false)]
    [InlineData(false, true, false, false)]
    [InlineData(false, false, true, false)]
    public void SelfApprovalForbidden_WhenTheDecisionMakerStandsSo_ThenAnyTieForbidsIt(
        bool isOfADeclaringUnit,
        bool draftedTheDeclaration,
        bool satOnThePanel,
        bool satisfied
    ) =>
        Article05.SelfApprovalForbidden.ShouldJudge(
            new("负责人", isOfADeclaringUnit, draftedTheDeclaration, satOnThePanel),
            satisfied
        );

    [Fact]
    public void Basis_WhenTheArticleNamesNoPerson_ThenBothAreControls()
    {
        Article05.DecisionMakerRequired.ShouldRestOn(BasisKind.Control, 5);
        Article05.SelfApprovalForbidden.ShouldRestOn(BasisKind.Control, 5);
    }
}
