using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.DataSharing.Tests.Rules;

public sealed class Article18Tests
{
    private static readonly DateOnly Due = new(2026, 3, 9);

    [Fact]
    public void ConsultationOverdue_WhenOnTheLastDayOrTheDayAfter_ThenOnlyAfterIsABreach()
    {
        Article18.ConsultationOverdue.ShouldJudge(new(Due, Due), true);
        Article18.ConsultationOverdue.ShouldJudge(new(Due, Due.AddDays(1)), false);
        Article18.ConsultationOverdue.Kind.ShouldBe(RuleKind.Breach);
        Article18.ConsultationOverdue.ShouldRestOn(BasisKind.Reading, 18);
    }

    [Fact]
    public void ConsultationLadder_WhenNoControlWasDecided_ThenItRemindsBeforeOnTheDayAndOnTheDayAfter() =>
        Article18.ConsultationLadder.Initial.ToString().ShouldBe("1,0,-1");
}
