using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Acceptance.Tests.Rules;

public sealed class Article37Tests
{
    private static readonly DateOnly From = new(2027, 6, 2);

    [Theory]
    [InlineData(-1, 0, false)]
    [InlineData(0, -1, false)]
    [InlineData(0, 0, true)]
    [InlineData(1, 1, true)]
    public void PostEvaluationTooEarly_WhenConcludedAndToldSoManyDaysAfter_ThenTheDayItselfIsInTime(
        int concluded,
        int today,
        bool satisfied
    ) =>
        Article37.PostEvaluationTooEarly.ShouldJudge(
            new(From.AddDays(concluded), From.AddDays(today), From),
            satisfied
        );

    [Fact]
    public void PostEvaluationTooEarly_WhenItIsNotInUse_ThenViolated() =>
        Article37.PostEvaluationTooEarly.ShouldJudge(new(From, From, null), false);

    [Fact]
    public void PostEvaluationOverdue_WhenOnTheLastDayOrTheDayAfter_ThenOnlyAfterIsABreach()
    {
        Article37.PostEvaluationOverdue.ShouldJudge(new(From, From), true);
        Article37.PostEvaluationOverdue.ShouldJudge(new(From, From.AddDays(1)), false);
        Article37.PostEvaluationOverdue.Kind.ShouldBe(RuleKind.Breach);
        Article37.PostEvaluationOverdue.ShouldRestOn(BasisKind.Reading, 37);
    }

    [Fact]
    public void EvaluationLadder_WhenNoControlWasDecided_ThenItRemindsBeforeOnTheDayAndOnTheDayAfter() =>
        Article37.EvaluationLadder.Initial.ToString().ShouldBe("90,30,0,-1");

    [Fact]
    public void Basis_WhenTheArticleSaysIt_ThenItsWordsAreQuoted()
    {
        Article37.PostEvaluationTooEarly.ShouldRestOn(BasisKind.Text, 37);
        Article37.PostEvaluationTooEarly.Basis.Quote.ShouldContain("1年运行");
    }
}
