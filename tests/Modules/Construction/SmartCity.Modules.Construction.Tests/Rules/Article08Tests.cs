using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Rules;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.Rules;

public sealed class Article08Tests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly Money Budget = Money.FromFen(95_000_000);

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    public void TenderBeforeReview_WhenPassedOrCancelled_ThenJudgesSo(bool passed, bool cancelled, bool satisfied) =>
        Article08.TenderBeforeReview.ShouldJudge(new("项目", passed, cancelled, Day, Day), satisfied);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void TenderBeforeReview_WhenTheNoticeIsDated_ThenNotBeforeTheReviewPassed(int daysAfter, bool satisfied) =>
        Article08.TenderBeforeReview.ShouldJudge(new("项目", true, false, Day, Day.AddDays(daysAfter)), satisfied);

    [Fact]
    public void TenderBeforeReview_WhenTheDayOfTheReviewIsNotKnown_ThenFailsClosed() =>
        Article08.TenderBeforeReview.ShouldJudge(new("项目", true, false, null, Day), false);

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 0, false)]
    [InlineData(1, 1, true)]
    public void TenderBeforeFundArranged_WhenThereIsFiscalMoney_ThenItMustBeArranged(
        long fiscalFen,
        long arrangedFen,
        bool satisfied
    ) =>
        Article08.TenderBeforeFundArranged.ShouldJudge(
            new(Money.FromFen(fiscalFen), Money.FromFen(arrangedFen)),
            satisfied
        );

    [Theory]
    [InlineData(94_999_999, true)]
    [InlineData(95_000_000, true)]
    [InlineData(95_000_001, false)]
    public void TenderCeilingOverBudget_WhenAtTheBudget_ThenStillSatisfied(long fen, bool satisfied) =>
        Article08.TenderCeilingOverBudget.ShouldJudge(new(Money.FromFen(fen), Budget), satisfied);

    [Theory]
    [InlineData(94_999_999, true)]
    [InlineData(95_000_000, true)]
    [InlineData(95_000_001, false)]
    public void ContractOverBudget_WhenAtTheBudget_ThenStillSatisfied(long fen, bool satisfied) =>
        Article08.ContractOverBudget.ShouldJudge(new(Money.FromFen(fen), Budget), satisfied);

    [Theory]
    [InlineData(89_999_999, false)]
    [InlineData(90_000_000, true)]
    [InlineData(90_000_001, false)]
    public void ContractAmountMismatch_WhenOneFenOff_ThenViolated(long fen, bool satisfied) =>
        Article08.ContractAmountMismatch.ShouldJudge(new(Money.FromFen(fen), Money.FromFen(90_000_000)), satisfied);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void DateImplausible_WhenAtEitherEnd_ThenStillSatisfied(int day, bool satisfied) =>
        Article08.DateImplausible.ShouldJudge(new(new(2026, 3, day), new(2026, 3, 2), new(2026, 3, 5)), satisfied);

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void BidAlreadyRecorded_WhenTheContractorHasBid_ThenViolated(bool hasBid, bool satisfied) =>
        Article08.BidAlreadyRecorded.ShouldJudge(new("某软件公司", hasBid), satisfied);

    [Theory]
    [InlineData(94_999_999, true)]
    [InlineData(95_000_000, true)]
    [InlineData(95_000_001, false)]
    public void BidOverCeiling_WhenAtTheCeiling_ThenStillSatisfied(long fen, bool satisfied) =>
        Article08.BidOverCeiling.ShouldJudge(new(Money.FromFen(fen), Money.FromFen(95_000_000)), satisfied);

    [Theory]
    [InlineData("Tendering", false)]
    [InlineData("Awarded", true)]
    public void ContractWithoutAward_WhenStillTendering_ThenViolated(string state, bool satisfied) =>
        Article08.ContractWithoutAward.ShouldJudge(new(Enum.Parse<BuildingState>(state)), satisfied);

    [Fact]
    public void Basis_WhenTheArticleSpeaksOfReviewAndTenderOnly_ThenTheRestIsReadingOrControl()
    {
        Article08.TenderBeforeReview.ShouldRestOn(BasisKind.Text, 8);
        Article08.ContractWithoutAward.ShouldRestOn(BasisKind.Text, 8);
        Article08.TenderBeforeFundArranged.ShouldRestOn(BasisKind.Reading, 8);
        Article08.TenderCeilingOverBudget.ShouldRestOn(BasisKind.Control, 8);
        Article08.ContractOverBudget.ShouldRestOn(BasisKind.Control, 8);
        Article08.ContractAmountMismatch.ShouldRestOn(BasisKind.Control, 8);
        Article08.DateImplausible.ShouldRestOn(BasisKind.Control, 8);
        Article08.BidAlreadyRecorded.ShouldRestOn(BasisKind.Control, 8);
        Article08.BidOverCeiling.ShouldRestOn(BasisKind.Control, 8);
    }
}
