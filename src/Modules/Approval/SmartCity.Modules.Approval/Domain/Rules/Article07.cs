using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Domain.Rules;

/// <summary>A failed review: revision by the lead unit, and a new review.</summary>
internal static class Article07
{
    private const string Text =
        "评审没有通过的，由项目牵头单位根据专家组建议和意见重新修订，市政府信息办重新组织评审。";

    internal sealed record RevisionFacts(int Version, string HashBefore, string HashNow);

    internal static Rule<RevisionFacts> NoRevision { get; } =
        new(
            "NO_REVISION",
            RuleKind.Refusal,
            7,
            Basis.Text(Text),
            new(
                "内容与上一版完全相同。请按专家意见修改申报书或文件后再提交。",
                "Nothing differs from the last version. Revise the sheet or the documents first."
            ),
            (facts, _) => facts.HashBefore != facts.HashNow
        );

    internal sealed record CommentFacts(int Round, IReadOnlyList<int> Unanswered);

    internal static Rule<CommentFacts> ExpertCommentUnanswered { get; } =
        new(
            "EXPERT_COMMENT_UNANSWERED",
            RuleKind.Refusal,
            7,
            Basis.Control("修订应对专家意见逐条书面答复，以落实“根据专家组建议和意见重新修订”。"),
            new("逐条答复所列编号的专家意见。", "Answer each of the comments listed by number."),
            (facts, _) => facts.Unanswered.Count == 0
        );

    internal sealed record LeadUnitFacts(string LeadUnit, bool ActsForTheLeadUnit);

    internal static Rule<LeadUnitFacts> NotLeadUnit { get; } =
        new(
            "NOT_LEAD_UNIT",
            RuleKind.Refusal,
            7,
            Basis.Text(Text),
            new("请项目牵头单位办理修订。", "Let the lead unit carry out the revision."),
            (facts, _) => facts.ActsForTheLeadUnit
        );

    internal sealed record VoteFacts(int RoundNamed, int CurrentRound);

    internal static Rule<VoteFacts> StaleReviewVote { get; } =
        new(
            "STALE_REVIEW_VOTE",
            RuleKind.Refusal,
            7,
            Basis.Control("重新组织的评审另行计票，其他轮次的意见不得计入。"),
            new(
                "查看本轮评审的申报版本，对本轮重新签署意见。",
                "Read the version under review and give your opinion on the current round."
            ),
            (facts, _) => facts.RoundNamed == facts.CurrentRound
        );
}
