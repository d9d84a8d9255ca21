using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Acceptance.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Acceptance.Tests.Rules;

public sealed class Article36Tests
{
    private static readonly DateOnly Start = new(2026, 3, 2);
    private static readonly DateOnly End = new(2026, 6, 2);
    private static readonly TrialPeriod Trial = new(Start, End);

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(0, 1, false)]
    [InlineData(1, 0, false)]
    [InlineData(0, 0, false)]
    public void AcceptanceBasisMissing_WhenSoManyAreNamed_ThenOneOfEachIsNeeded(
        int standards,
        int documents,
        bool satisfied
    ) =>
        Article36.AcceptanceBasisMissing.ShouldJudge(
            new([.. Enumerable.Repeat("a", standards)], [.. Enumerable.Repeat("b", documents)]),
            satisfied
        );

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void TestOrTrialOutOfOrder_WhenSoManyDaysAfterItsGround_ThenTheSameDayIsInOrder(int days, bool satisfied) =>
        Article36.TestOrTrialOutOfOrder.ShouldJudge(new("startsOn", Start.AddDays(days), Start), satisfied);

    [Theory]
    [InlineData(true, -1, false)]
    [InlineData(true, 0, true)]
    [InlineData(true, 1, true)]
    [InlineData(false, -1, true)]
    public void TrialTooShort_WhenItEndedSoManyDaysAfterTheEarliestEnd_ThenOnlyAPassNeedsThatDay(
        bool passed,
        int days,
        bool satisfied
    ) => Article36.TrialTooShort.ShouldJudge(new(passed, Start, End, End.AddDays(days)), satisfied);

    [Theory]
    [InlineData(true, 0, true)]
    [InlineData(true, 1, false)]
    [InlineData(false, 1, true)]
    public void TrialDataIncomplete_WhenThereAreSoManyHoles_ThenOnlyAPassNeedsNone(
        bool passed,
        int holes,
        bool satisfied
    ) => Article36.TrialDataIncomplete.ShouldJudge(new(passed, [.. Enumerable.Repeat(Trial, holes)]), satisfied);

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(-1, 0, false)]
    [InlineData(0, 1, false)]
    public void TrialLogOutsideTrial_WhenTheEntryIsWiderByDays_ThenViolated(int earlier, int later, bool satisfied) =>
        Article36.TrialLogOutsideTrial.ShouldJudge(
            new(new(Start.AddDays(earlier), End.AddDays(later)), Trial, []),
            satisfied
        );

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void TrialLogOverlaps_WhenSoManyAreLoggedForTheSameDays_ThenNoneMayBe(int overlapping, bool satisfied) =>
        Article36.TrialLogOverlaps.ShouldJudge(
            new(Trial, Trial, [.. Enumerable.Repeat(Trial, overlapping)]),
            satisfied
        );

    [Fact]
    public void TrialLadder_WhenNoControlWasDecided_ThenItRemindsOnTheDayFromWhichTheTrialMayEnd() =>
        Article36.TrialLadder.Initial.ToString().ShouldBe("0");

    [Fact]
    public void Basis_WhenTheArticleSaysIt_ThenItsWordsAreQuoted()
    {
        Article36.AcceptanceBasisMissing.ShouldRestOn(BasisKind.Text, 36);
        Article36.TrialTooShort.ShouldRestOn(BasisKind.Text, 36);
        Article36.TrialTooShort.Basis.Quote.ShouldContain("3个月试运行");
        Article36.TestOrTrialOutOfOrder.ShouldRestOn(BasisKind.Reading, 36);
        Article36.TrialDataIncomplete.ShouldRestOn(BasisKind.Control, 36);
        Article36.TrialLogOutsideTrial.ShouldRestOn(BasisKind.Control, 36);
        Article36.TrialLogOverlaps.ShouldRestOn(BasisKind.Control, 36);
    }
}
