using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Rules;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Values;
using SmartCity.Testing;

namespace SmartCity.Modules.Construction.Tests.Rules;

public sealed class Article11Tests
{
    // INT-01: 以上 includes the number.
    [Theory]
    [InlineData(99_999_999, false)]
    [InlineData(100_000_000, true)]
    [InlineData(100_000_001, true)]
    public void IsMajor_WhenAtTheNumber_ThenIsMajor(long fen, bool major) =>
        Article11.IsMajor(Money.FromFen(fen), ParameterSnapshot.AtPromulgation).ShouldBe(major);

    [Theory]
    [InlineData(99_999_999, false, true)]
    [InlineData(100_000_000, false, false)]
    [InlineData(100_000_001, false, false)]
    [InlineData(100_000_000, true, true)]
    public void LeaderNotMainLeader_WhenTheProjectIsMajor_ThenHeMustHoldTheMainPost(
        long fen,
        bool holds,
        bool satisfied
    ) => Article11.LeaderNotMainLeader.ShouldJudge(new(Money.FromFen(fen), "院长", holds), satisfied);

    [Theory]
    [InlineData(99_999_999, false, true)]
    [InlineData(100_000_000, false, false)]
    [InlineData(100_000_001, false, false)]
    [InlineData(100_000_000, true, true)]
    public void LeaderOfOtherUnit_WhenTheProjectIsMajor_ThenHeMustBeOfTheUnit(
        long fen,
        bool ofTheUnit,
        bool satisfied
    ) => Article11.LeaderOfOtherUnit.ShouldJudge(new(Money.FromFen(fen), "院长", ofTheUnit), satisfied);

    [Theory]
    [InlineData(99_999_999, 0, 0, 0, true)]
    [InlineData(100_000_000, 0, 0, 0, false)]
    [InlineData(100_000_001, 0, 0, 0, false)]
    [InlineData(100_000_000, 1, 1, 1, true)]
    [InlineData(100_000_000, 0, 1, 1, false)]
    [InlineData(100_000_000, 1, 0, 1, false)]
    [InlineData(100_000_000, 1, 1, 0, false)]
    public void WorkingGroupIncomplete_WhenTheProjectIsMajor_ThenAllThreeAreNeeded(
        long fen,
        int business,
        int technical,
        int assigned,
        bool satisfied
    ) =>
        Article11.WorkingGroupIncomplete.ShouldJudge(new(Money.FromFen(fen), business, technical, assigned), satisfied);

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void GroupMemberIneligible_WhenHeCannotServe_ThenViolated(bool canServe, bool satisfied) =>
        Article11.GroupMemberIneligible.ShouldJudge(new("技术人员", canServe), satisfied);

    [Theory]
    [InlineData(99_999_999, false, 0, 0, 0, true)]
    [InlineData(100_000_000, false, 1, 1, 1, false)]
    [InlineData(100_000_001, false, 1, 1, 1, false)]
    [InlineData(100_000_000, true, 1, 1, 1, true)]
    [InlineData(100_000_000, true, 0, 1, 1, false)]
    [InlineData(100_000_000, true, 1, 0, 1, false)]
    [InlineData(100_000_000, true, 1, 1, 0, false)]
    public void MajorGateNotMet_WhenTheProjectIsMajor_ThenLeaderAndGroupMustStand(
        long fen,
        bool leads,
        int business,
        int technical,
        int assigned,
        bool satisfied
    ) =>
        Article11.MajorGateNotMet.ShouldJudge(
            new(Money.FromFen(fen), "院长", leads, business, technical, assigned),
            satisfied
        );

    [Theory]
    [InlineData(99_999_999, true, true)]
    [InlineData(100_000_000, true, false)]
    [InlineData(100_000_001, true, false)]
    [InlineData(100_000_000, false, true)]
    public void WorkingGroupVacant_WhenTheProjectIsMajor_ThenNobodysDutyMayBeVacant(
        long fen,
        bool someoneLeft,
        bool satisfied
    ) => Article11.WorkingGroupVacant.ShouldJudge(new(Money.FromFen(fen), someoneLeft ? ["院长"] : []), satisfied);

    [Fact]
    public void Basis_WhenTheArticleNamesNoTime_ThenTheStartIsAReading()
    {
        Article11.LeaderNotMainLeader.ShouldRestOn(BasisKind.Text, 11);
        Article11.LeaderOfOtherUnit.ShouldRestOn(BasisKind.Text, 11);
        Article11.WorkingGroupIncomplete.ShouldRestOn(BasisKind.Text, 11);
        Article11.GroupMemberIneligible.ShouldRestOn(BasisKind.Control, 11);
        Article11.MajorGateNotMet.ShouldRestOn(BasisKind.Reading, 11);
        Article11.WorkingGroupVacant.ShouldRestOn(BasisKind.Control, 11);
        Article11.MajorFrom.ChangedBy.ShouldBe(ParameterAct.Amendment);
        Article11.WorkingGroupIncomplete.AlsoCites.ShouldContain("INT-01");
    }
}
