using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Modules.Construction.Domain.Rules;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.CountyProjects;

public sealed class Article12Tests
{
    private static readonly DateOnly Start = new(2026, 11, 23);

    [Theory]
    [InlineData(2026, "三财预〔2026〕12号", 1, true)]
    [InlineData(2026, "三财预〔2026〕12号", 0, false)]
    [InlineData(2026, null, 1, false)]
    [InlineData(null, "三财预〔2026〕12号", 1, false)]
    [InlineData(null, null, 0, false)]
    public void CountyNotBudgeted_WhenTheBudgetLineIsSo_ThenOnlyAWholeOnePasses(
        int? year,
        string? documentNumber,
        long fen,
        bool satisfied
    ) => Article12.CountyNotBudgeted.ShouldJudge(new(year, documentNumber, Money.FromFen(fen)), satisfied);

    [Theory]
    [InlineData(99_999_999, true)]
    [InlineData(100_000_000, true)]
    [InlineData(100_000_001, false)]
    public void CountyTenderRequired_WhenThereIsNoTender_ThenOnlyAboveTheThresholdViolated(long fen, bool satisfied) =>
        Article12.CountyTenderRequired.ShouldJudge(new(Money.FromFen(fen), null, Start), satisfied);

    [Theory]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-24", false)]
    public void CountyTenderRequired_WhenTheTenderIsOfThisDay_ThenItDoesNotComeAfterTheStart(
        string tenderedOn,
        bool satisfied
    ) =>
        Article12.CountyTenderRequired.ShouldJudge(
            new(ACountyProject.OneFenAbove, DateOnly.Parse(tenderedOn, null), Start),
            satisfied
        );

    [Theory]
    [InlineData(99_999_999, true)]
    [InlineData(100_000_000, true)]
    [InlineData(100_000_001, false)]
    public void CountyFilingMissing_WhenNothingWasSubmitted_ThenOnlyAboveTheThresholdViolated(
        long fen,
        bool satisfied
    ) => Article12.CountyFilingMissing.ShouldJudge(new(Money.FromFen(fen), null, null, Start), satisfied);

    [Fact]
    public void CountyFilingMissing_WhenTheFilingStandsSo_ThenOnlyAFiledOnePasses()
    {
        (CountyFilingState? Filing, DateOnly? FiledOn, bool Satisfied)[] table =
        [
            (null, null, false),
            (CountyFilingState.Submitted, null, false),
            (CountyFilingState.ReturnedIncomplete, null, false),
            (CountyFilingState.Filed, new(2026, 11, 22), true),
            (CountyFilingState.Filed, Start, true),
            (CountyFilingState.Filed, new(2026, 11, 24), false),
        ];
        foreach (var (filing, filedOn, satisfied) in table)
        {
            Article12.CountyFilingMissing.ShouldJudge(
                new(ACountyProject.OneFenAbove, filing, filedOn, Start),
                satisfied
            );
        }
    }

    [Theory]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-24", false)]
    public void CountyDateImplausible_WhenTheDateIsSo_ThenItIsNotInTheFuture(string date, bool satisfied) =>
        Article12.CountyDateImplausible.ShouldJudge(new(DateOnly.Parse(date, null), Start), satisfied);

    [Fact]
    public void Threshold_WhenAmended_ThenTenderAndFilingFollowIt()
    {
        var amended = ParameterSnapshot.AtPromulgation.With(Article12.TenderAndFilingAbove, Money.FromYuan(2_000_000));

        Article12.TenderAndFilingRequired(Money.FromYuan(2_000_000), amended).ShouldBeFalse();
        Article12.CountyTenderRequired.IsSatisfied(new(Money.FromYuan(2_000_000), null, Start), amended).ShouldBeTrue();
        Article12
            .CountyFilingMissing.IsSatisfied(new(Money.FromYuan(2_000_001), null, null, Start), amended)
            .ShouldBeFalse();
    }

    [Fact]
    public void Basis_WhenTheArticleSaysIt_ThenItsWordsAreQuotedAndTheRestIsNamedAsWhatItIs()
    {
        Article12.CountyNotBudgeted.ShouldRestOn(BasisKind.Text, 12);
        Article12.CountyNotBudgeted.Basis.Quote.ShouldContain("应列入财政预算");
        Article12.CountyTenderRequired.ShouldRestOn(BasisKind.Text, 12);
        Article12.CountyTenderRequired.Basis.Quote.ShouldContain("依法采取招标形式");
        Article12.CountyFilingMissing.ShouldRestOn(BasisKind.Reading, 12);
        Article12.CountyFilingMissing.Basis.Statement(12).Chinese.ShouldContain("INT-27");
        Article12.CountyDateImplausible.ShouldRestOn(BasisKind.Control, 12);
        Article12.TenderAndFilingAbove.ChangedBy.ShouldBe(ParameterAct.Amendment);
    }
}
