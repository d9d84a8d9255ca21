using SmartCity.Regulation.Notices;

namespace SmartCity.Modules.Approval.Domain.Declarations;

internal sealed partial class Declaration
{
    /// <summary>What the lead unit is told when a round did not pass; one notice for each round.</summary>
    private NoticeRaised RevisionNotice(ReviewRound round, DateOnly today) =>
        new(
            NoticeIdentity.Of(Id.Value, $"revision-after-round-{round.Number}"),
            "approval.revision-required",
            LeadUnit.Value,
            Account: null,
            "评审未通过，请修订后重新申报",
            "The review did not pass: please revise",
            $"第{round.Number}轮评审未通过。请逐条答复专家意见，修订申报内容后重新申报。",
            $"Round {round.Number} did not pass. Answer each comment, revise the declaration and submit it again.",
            7,
            "declaration",
            Identity,
            ProjectName,
            Clock: null,
            DueOn: null,
            today
        );
}
