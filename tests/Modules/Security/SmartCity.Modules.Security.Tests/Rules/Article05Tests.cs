using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Security.Tests.Rules;

public sealed class Article05Tests
{
    [Theory]
    [InlineData(Roles.ConstructionUnit, Jurisdictions.City, true)]
    [InlineData(Roles.FinanceBureau, Jurisdictions.City, true)]
    [InlineData(Roles.Contractor, Jurisdictions.City, false)]
    [InlineData(Roles.AuditOffice, Jurisdictions.City, false)]
    [InlineData(Roles.ConstructionUnit, "610422", false)]
    public void SuccessorOfOtherPower_WhenALeadUnitIsMerged_ThenALeadUnitOfItsDivisionTakesOver(
        string successorsRole,
        string successorsJurisdiction,
        bool satisfied
    ) =>
        Article05.SuccessorOfOtherPower.ShouldJudge(
            new(Roles.ConstructionUnit, Jurisdictions.City, successorsRole, successorsJurisdiction),
            satisfied
        );

    [Theory]
    [InlineData(Roles.Contractor, true)]
    [InlineData(Roles.ConstructionUnit, false)]
    public void SuccessorOfOtherPower_WhenItLeadsNoProjects_ThenOnlyItsOwnKindTakesOver(
        string successorsRole,
        bool satisfied
    ) =>
        Article05.SuccessorOfOtherPower.ShouldJudge(
            new(Roles.Contractor, Jurisdictions.City, successorsRole, Jurisdictions.City),
            satisfied
        );

    [Fact]
    public void Basis_WhenTheArticleDoesNotSaySo_ThenItIsAControl() =>
        Article05.SuccessorOfOtherPower.ShouldRestOn(BasisKind.Control, 5);
}
