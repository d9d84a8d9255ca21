using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Rules;

public sealed class Article02Tests
{
    [Theory]
    [InlineData(UnitKind.MunicipalAdministrativeUnit, true)]
    [InlineData(UnitKind.FiscallyFundedInstitution, true)]
    [InlineData(UnitKind.FiscallyFundedSocialOrganisation, true)]
    [InlineData(UnitKind.InformatizationOffice, true)]
    [InlineData(UnitKind.FinanceBureau, true)]
    [InlineData(UnitKind.BigDataBureau, true)]
    [InlineData(UnitKind.DataServiceCentre, true)]
    [InlineData(UnitKind.DevelopmentAndReform, true)]
    [InlineData(UnitKind.SecrecyBureau, true)]
    [InlineData(UnitKind.PublicSecurity, true)]
    [InlineData(UnitKind.StateSecurity, true)]
    [InlineData(UnitKind.Enterprise, false)]
    [InlineData(UnitKind.PublicEnterprise, false)]
    [InlineData(UnitKind.Contractor, false)]
    [InlineData(UnitKind.ExpertEmployer, false)]
    [InlineData(UnitKind.CountyUnit, false)]
    [InlineData(UnitKind.CountyInformatizationOffice, false)]
    public void UnitOutOfScope_WhenTheUnitIsOfThisKind_ThenJudgesSo(UnitKind kind, bool satisfied) =>
        Article02.UnitOutOfScope.ShouldJudge(new("某单位", kind), satisfied);

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void SelfFundedNotExempt_WhenExemptionIsOrIsNotClaimed_ThenJudgesSo(bool claims, bool satisfied) =>
        Article02.SelfFundedNotExempt.ShouldJudge(new(claims, Money.FromYuan(100), Money.FromYuan(100)), satisfied);

    [Theory]
    [InlineData(99_99, false)]
    [InlineData(100_00, true)]
    [InlineData(100_01, false)]
    public void FundingSourcesMismatch_WhenSourcesAddUpToThis_ThenJudgesToTheFen(long fen, bool satisfied) =>
        Article02.FundingSourcesMismatch.ShouldJudge(
            new(Money.FromYuan(100), Money.FromFen(fen), [Money.FromFen(fen)]),
            satisfied
        );

    [Fact]
    public void FundingSourcesMismatch_WhenThereIsNoSource_ThenViolated() =>
        Article02.FundingSourcesMismatch.ShouldJudge(new(Money.Zero, Money.Zero, []), false);

    [Fact]
    public void FundingBasisMissing_WhenEverySourceNamesItsDocument_ThenSatisfied() =>
        Article02.FundingBasisMissing.ShouldJudge(new([]), true);

    [Fact]
    public void FundingBasisMissing_WhenOneSourceNamesNone_ThenViolated() =>
        Article02.FundingBasisMissing.ShouldJudge(new([FundingKind.SelfRaised]), false);

    [Fact]
    public void Basis_WhenTheTextSaysNothingOfSums_ThenTheRuleIsToldAsAControl()
    {
        Article02.UnitOutOfScope.ShouldRestOn(BasisKind.Text, 2);
        Article02.SelfFundedNotExempt.ShouldRestOn(BasisKind.Text, 2);
        Article02.FundingSourcesMismatch.ShouldRestOn(BasisKind.Control, 2);
        Article02.FundingBasisMissing.ShouldRestOn(BasisKind.Control, 2);
    }
}
