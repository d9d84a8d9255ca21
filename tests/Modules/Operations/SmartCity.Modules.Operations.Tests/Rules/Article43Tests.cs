using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Operations.Tests.Rules;

public sealed class Article43Tests
{
    [Theory]
    [InlineData(UnitKind.Contractor, true)]
    [InlineData(UnitKind.Enterprise, true)]
    [InlineData(UnitKind.PublicEnterprise, true)]
    [InlineData(UnitKind.FiscallyFundedInstitution, false)]
    [InlineData(UnitKind.MunicipalAdministrativeUnit, false)]
    public void SubjectNotAContractor_WhenTheKindIsThis_ThenOnlyThoseWhoContractPass(UnitKind kind, bool satisfied) =>
        Article43.SubjectNotAContractor.ShouldJudge(new("某单位", kind), satisfied);

    [Fact]
    public void NotSerious_WhenSeriousOrNot_ThenItMustBeSerious()
    {
        Article43.NotSerious.ShouldJudge(new(true), true);
        Article43.NotSerious.ShouldJudge(new(false), false);
    }

    [Fact]
    public void NoLossToCompensate_WhenThereIsAFenOfLoss_ThenItCanBeClaimed()
    {
        Article43.NoLossToCompensate.ShouldJudge(new(Money.Zero), false);
        Article43.NoLossToCompensate.ShouldJudge(new(Money.FromFen(1)), true);
    }

    [Theory]
    [InlineData(99, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void CompensationOverLoss_WhenTheLossIsAHundredFen_ThenNoMoreIsClaimed(long claimed, bool satisfied) =>
        Article43.CompensationOverLoss.ShouldJudge(new(Money.FromFen(claimed), Money.FromFen(100)), satisfied);

    [Fact]
    public void DebtorRequired_WhenNoneIsNamed_ThenViolated()
    {
        Article43.DebtorRequired.ShouldJudge(new(0), false);
        Article43.DebtorRequired.ShouldJudge(new(1), true);
    }

    [Fact]
    public void Basis_WhenTheArticleSaysIt_ThenItsWordsAreQuoted()
    {
        Article43.SubjectNotAContractor.ShouldRestOn(BasisKind.Text, 43);
        Article43.NotSerious.ShouldRestOn(BasisKind.Text, 43);
        Article43.NotSerious.Basis.Quote.ShouldContain("按程序撤销或者降低");
        Article43.NoLossToCompensate.ShouldRestOn(BasisKind.Text, 43);
        Article43.DebtorRequired.ShouldRestOn(BasisKind.Text, 43);
        Article43.CompensationOverLoss.ShouldRestOn(BasisKind.Control, 43);
    }
}
