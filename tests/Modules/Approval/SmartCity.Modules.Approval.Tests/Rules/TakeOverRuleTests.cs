using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Modules.Approval.Domain.TakingOver;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Rules;

/// <summary>What may stand together in a project that is taken over in mid-life.</summary>
public sealed class TakeOverRuleTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Theory]
    [InlineData("咸信办发〔2026〕6号", true)]
    [InlineData(" ", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void TakeOverBasisMissing_WhenTheDecisionIsSo_ThenItsNumberIsNeeded(string? number, bool satisfied) =>
        Article05.TakeOverBasisMissing.ShouldJudge(new("1", TakeOverStage.Built, number, []), satisfied);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void TakeOverClosed_WhenTheLastDayIsSet_ThenItStillCounts(int daysAfter, bool satisfied)
    {
        var parameters = ParameterSnapshot.AtPromulgation.With(Article05.TakeOverClosesOn, Day);

        Article05.TakeOverClosed.Verdict(new(Day.AddDays(daysAfter)), parameters).ShouldBe(satisfied);
    }

    [Fact]
    public void TakeOverClosed_WhenNoDayIsSet_ThenNeverCloses() =>
        Article05.TakeOverClosed.ShouldJudge(new(new(2100, 12, 31)), true);

    [Fact]
    public void TakeOverIncomplete_WhenAPartIsMissing_ThenViolated()
    {
        Article05.TakeOverIncomplete.ShouldJudge(new(TakeOverStage.Built, []), true);
        Article05.TakeOverIncomplete.ShouldJudge(new(TakeOverStage.Built, [RunningPart.Contract]), false);
    }

    [Fact]
    public void TakeOverContradicted_WhenAPartIsOfALaterStage_ThenViolated()
    {
        Article05.TakeOverContradicted.ShouldJudge(new(TakeOverStage.Built, false, []), true);
        Article05.TakeOverContradicted.ShouldJudge(new(TakeOverStage.Built, false, [RunningPart.Trial]), false);
    }

    [Theory]
    [InlineData(0, 0, 1, true)]
    [InlineData(1, 0, 1, true)]
    [InlineData(-1, 0, 1, false)]
    [InlineData(2, 0, 1, false)]
    [InlineData(-1, null, 1, true)]
    public void TakeOverDateImplausible_WhenTheDayIsSo_ThenItLiesBetweenItsNeighbours(
        int day,
        int? notBefore,
        int notAfter,
        bool satisfied
    ) =>
        Article05.TakeOverDateImplausible.ShouldJudge(
            new("builtOn", Day.AddDays(day), notBefore is { } first ? Day.AddDays(first) : null, Day.AddDays(notAfter)),
            satisfied
        );

    [Theory]
    [InlineData(99, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void TakeOverPaidOverArranged_WhenSoMuchIsPaid_ThenTheArrangedIsTheLimit(long paid, bool satisfied) =>
        Article06.TakeOverPaidOverArranged.ShouldJudge(new(Money.FromFen(100), Money.FromFen(paid)), satisfied);

    [Theory]
    [InlineData(true, 1, true)]
    [InlineData(false, 0, true)]
    [InlineData(false, 1, false)]
    public void TakeOverPaidWithoutContract_WhenThereIsNone_ThenNothingWasPaid(
        bool hasContract,
        long paid,
        bool satisfied
    ) => Article06.TakeOverPaidWithoutContract.ShouldJudge(new(hasContract, Money.FromFen(paid)), satisfied);

    [Theory]
    [InlineData(99, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void TakeOverPaidOverContract_WhenSoMuchIsPaid_ThenTheContractIsTheLimit(long paid, bool satisfied) =>
        Article06.TakeOverPaidOverContract.ShouldJudge(
            new(ContractCeiling.WithoutRetention, Money.FromFen(100), Money.FromFen(paid)),
            satisfied
        );

    [Fact]
    public void Basis_WhenNoArticleSpeaksOfATakeOver_ThenAllAreControls()
    {
        Article05.TakeOverBasisMissing.ShouldRestOn(BasisKind.Control, 5);
        Article05.TakeOverClosed.ShouldRestOn(BasisKind.Control, 5);
        Article05.TakeOverIncomplete.ShouldRestOn(BasisKind.Control, 5);
        Article05.TakeOverContradicted.ShouldRestOn(BasisKind.Control, 5);
        Article05.TakeOverDateImplausible.ShouldRestOn(BasisKind.Control, 5);
        Article06.TakeOverPaidOverArranged.ShouldRestOn(BasisKind.Control, 6);
        Article06.TakeOverPaidWithoutContract.ShouldRestOn(BasisKind.Control, 6);
        Article06.TakeOverPaidOverContract.ShouldRestOn(BasisKind.Control, 6);
    }
}
