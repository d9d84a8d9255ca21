using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Assets.Domain.Rules;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Assets.Tests.Rules;

public sealed class Article38Tests
{
    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, false, false)]
    [InlineData(false, true, false)]
    public void AssetOriginRequired_WhenTheLineIsOrIsNotTheProjects_ThenJudgesSo(
        bool isLineOfTheProject,
        bool isCapitalised,
        bool satisfied
    ) => Article38.AssetOriginRequired.ShouldJudge(new(1, isLineOfTheProject, isCapitalised), satisfied);

    [Theory]
    [InlineData(999, true)]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void CardOverLine_WhenTheCardsReachTheLine_ThenNotOneFenMore(long value, bool satisfied) =>
        Article38.CardOverLine.ShouldJudge(
            new(Money.FromFen(1500), Money.FromFen(500), Money.FromFen(value)),
            satisfied
        );

    [Fact]
    public void RegistrationOverdue_WhenOnTheLastDayOrTheDayAfter_ThenOnlyAfterIsABreach()
    {
        DateOnly due = new(2026, 4, 1);
        Article38.RegistrationOverdue.ShouldJudge(new(due, due), true);
        Article38.RegistrationOverdue.ShouldJudge(new(due, due.AddDays(1)), false);
        Article38.RegistrationOverdue.Kind.ShouldBe(RuleKind.Breach);
        Article38.RegistrationOverdue.ShouldRestOn(BasisKind.Control, 38);
    }

    [Fact]
    public void RegistrationLadder_WhenNoControlWasDecided_ThenItRemindsAWeekBeforeOnTheDayAndOnTheDayAfter() =>
        Article38.RegistrationLadder.Initial.ToString().ShouldBe("7,0,-1");

    [Fact]
    public void Basis_WhenTheArticleSaysOnlyTimely_ThenOriginAndLineAreControls()
    {
        Article38.AssetOriginRequired.ShouldRestOn(BasisKind.Control, 38);
        Article38.CardOverLine.ShouldRestOn(BasisKind.Control, 38);
    }
}
