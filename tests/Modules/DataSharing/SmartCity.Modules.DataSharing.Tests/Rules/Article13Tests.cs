using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.DataSharing.Tests.Rules;

public sealed class Article13Tests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void CadenceNotAllowed_WhenEachWordOfTheNationalCatalogueIsTried_ThenOnlyFourAreLawful()
    {
        Cadence[] lawful = [Cadence.RealTime, Cadence.Daily, Cadence.Weekly, Cadence.Monthly];
        foreach (var cadence in Enum.GetValues<Cadence>())
        {
            Article13.CadenceNotAllowed.ShouldJudge(new(cadence), lawful.Contains(cadence));
        }
    }

    [Fact]
    public void CadenceNoticeMissing_WhenNotInRealTime_ThenANoticeIsNeeded()
    {
        foreach (var cadence in Enum.GetValues<Cadence>())
        {
            Article13.CadenceNoticeMissing.ShouldJudge(new(cadence, null), cadence == Cadence.RealTime);
            Article13.CadenceNoticeMissing.ShouldJudge(new(cadence, " "), cadence == Cadence.RealTime);
            Article13.CadenceNoticeMissing.ShouldJudge(new(cadence, "函1号"), true);
        }
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void UpdateTimestampInvalid_WhenTheDayIsNearToday_ThenTheFutureIsRefused(int days, bool satisfied) =>
        Article13.UpdateTimestampInvalid.ShouldJudge(new(Today.AddDays(days), null, Today), satisfied);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void UpdateTimestampInvalid_WhenTheDayIsNearTheLastOne_ThenAnOlderOneIsRefused(int days, bool satisfied)
    {
        var last = Today.AddDays(-10);

        Article13.UpdateTimestampInvalid.ShouldJudge(new(last.AddDays(days), last, Today), satisfied);
    }

    [Theory]
    [InlineData("RealTime", "2026-03-02", "2026-03-02", false)]
    [InlineData("RealTime", "2026-03-02", "2026-03-03", true)]
    [InlineData("Daily", "2026-03-02", "2026-03-03", false)]
    [InlineData("Daily", "2026-03-02", "2026-03-04", true)]
    [InlineData("Weekly", "2026-03-02", "2026-03-09", false)]
    [InlineData("Weekly", "2026-03-02", "2026-03-10", true)]
    [InlineData("Monthly", "2026-01-31", "2026-02-28", false)]
    [InlineData("Monthly", "2026-01-31", "2026-03-01", true)]
    public void Freshness_WhenCountedFromTheLastUpdate_ThenIsStaleFromTheDayAfterItWasDue(
        string cadence,
        string updated,
        string today,
        bool isStale
    ) => Freshness.Of(Enum.Parse<Cadence>(cadence), Day(updated), Day(today)).IsStale.ShouldBe(isStale);

    [Fact]
    public void UpdateOverdue_WhenOnTheLastDayOrTheDayAfter_ThenOnlyAfterIsABreach()
    {
        Article13.UpdateOverdue.ShouldJudge(new(Today, Today), true);
        Article13.UpdateOverdue.ShouldJudge(new(Today, Today.AddDays(1)), false);
        Article13.UpdateOverdue.Kind.ShouldBe(RuleKind.Breach);
        Article13.UpdateOverdue.ShouldRestOn(BasisKind.Text, 13);
    }

    [Fact]
    public void UpdateLadder_WhenNoControlWasDecided_ThenItRemindsOnTheDayAfterTheUpdateWasDue() =>
        Article13.UpdateLadder.Initial.ToString().ShouldBe("-1");

    [Fact]
    public void Basis_WhenTheArticleNamesTheCadences_ThenTheTimestampIsAControl()
    {
        Article13.CadenceNotAllowed.ShouldRestOn(BasisKind.Text, 13);
        Article13.CadenceNoticeMissing.ShouldRestOn(BasisKind.Text, 13);
        Article13.UpdateTimestampInvalid.ShouldRestOn(BasisKind.Control, 13);
    }

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
