using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Testing;

namespace SmartCity.Modules.Approval.Tests.Rules;

public sealed class Article07Tests
{
    [Theory]
    [InlineData("a", "b", true)]
    [InlineData("a", "a", false)]
    public void NoRevision_WhenTheContentIsOrIsNotTheSame_ThenJudgesSo(string before, string now, bool satisfied) =>
        Article07.NoRevision.ShouldJudge(new(2, before, now), satisfied);

    [Fact]
    public void ExpertCommentUnanswered_WhenAllAreAnswered_ThenSatisfied() =>
        Article07.ExpertCommentUnanswered.ShouldJudge(new(1, []), true);

    [Fact]
    public void ExpertCommentUnanswered_WhenOneIsNot_ThenViolated() =>
        Article07.ExpertCommentUnanswered.ShouldJudge(new(1, [3]), false);

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void NotLeadUnit_WhenActingForItOrNot_ThenJudgesSo(bool actsForIt, bool satisfied) =>
        Article07.NotLeadUnit.ShouldJudge(new("牵头单位", actsForIt), satisfied);

    [Theory]
    [InlineData(1, 2, false)]
    [InlineData(2, 2, true)]
    [InlineData(3, 2, false)]
    public void StaleReviewVote_WhenTheOpinionNamesThisRound_ThenOnlyTheCurrentOneCounts(
        int named,
        int current,
        bool satisfied
    ) => Article07.StaleReviewVote.ShouldJudge(new(named, current), satisfied);

    [Fact]
    public void Basis_WhenTheArticleSpeaksOfRevisionOnly_ThenAnswersAndVotesAreControls()
    {
        Article07.NoRevision.ShouldRestOn(BasisKind.Text, 7);
        Article07.NotLeadUnit.ShouldRestOn(BasisKind.Text, 7);
        Article07.ExpertCommentUnanswered.ShouldRestOn(BasisKind.Control, 7);
        Article07.StaleReviewVote.ShouldRestOn(BasisKind.Control, 7);
    }
}
