using System.Globalization;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.Rules;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Operations.Tests.Rules;

public sealed class Article41Tests
{
    private static readonly DateOnly Day = new(2028, 5, 8);

    [Theory]
    [InlineData(true, true, 0, true)]
    [InlineData(true, true, 1, false)]
    [InlineData(true, false, 1, true)]
    [InlineData(false, true, 1, true)]
    [InlineData(false, false, 1, true)]
    public void InWarrantyNoCharge_WhenCoverAndDayAndChargeMeet_ThenOnlyACoveredFaultMustBeFree(
        bool claimed,
        bool within,
        long fen,
        bool satisfied
    ) =>
        Article41.InWarrantyNoCharge.ShouldJudge(
            new(claimed, within, Day, new(2026, 3, 2), new(2029, 3, 2), Money.FromFen(fen)),
            satisfied
        );

    [Theory]
    [InlineData("2028-05-07", null, true)]
    [InlineData("2028-05-08", null, true)]
    [InlineData("2028-05-09", null, false)]
    [InlineData("2028-05-05", "2028-05-06", false)]
    [InlineData("2028-05-06", "2028-05-06", true)]
    [InlineData("2028-05-07", "2028-05-06", true)]
    public void FaultDateImplausible_WhenTodayIsTheEighthOfMay_ThenTheDayLiesBetweenFaultAndToday(
        string day,
        string? notBefore,
        bool satisfied
    ) =>
        Article41.FaultDateImplausible.ShouldJudge(
            new(Parse(day), notBefore is null ? null : Parse(notBefore), Day),
            satisfied
        );

    [Fact]
    public void WarrantyLadder_WhenNoControlWasDecided_ThenItRemindsOnlyWhileTheWarrantyRuns() =>
        Article41.WarrantyLadder.Initial.ToString().ShouldBe("180,90,30");

    [Fact]
    public void Basis_WhenTheArticleSaysIt_ThenItsWordsAreQuoted()
    {
        Article41.InWarrantyNoCharge.ShouldRestOn(BasisKind.Control, 41);
        Article41.FaultDateImplausible.ShouldRestOn(BasisKind.Control, 41);
    }

    private static DateOnly Parse(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
