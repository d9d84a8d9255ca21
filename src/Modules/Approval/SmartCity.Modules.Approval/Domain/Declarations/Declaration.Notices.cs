using SmartCity.Modules.Security.Contracts;
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

    /// <summary>What the office is told when an expert left before he signed.</summary>
    private NoticeRaised SeatNotice(PersonLeft left, UnitId office, DateOnly today) =>
        new(
            NoticeIdentity.Of(Id.Value, $"vacant-in-round-{CurrentRound!.Number}-{left.Account.Value}"),
            "approval.seat-vacant",
            office.Value,
            Account: null,
            "评审专家离任，请重新组成专家组",
            "An expert of the panel has left: please form another panel",
            $"{left.Name}自{left.LastDay:yyyy-MM-dd}后不再任职，未签署第{CurrentRound!.Number}轮评审意见，该轮不能作出结论。请重新组成专家组，另开一轮；本轮已签署的意见作废。",
            $"{left.Name} serves no longer after {left.LastDay:yyyy-MM-dd} and has given no opinion in round {CurrentRound!.Number}, which cannot be concluded. Form another panel for a new round; the opinions of this one count no more.",
            6,
            "declaration",
            Identity,
            ProjectName,
            Clock: null,
            DueOn: null,
            today
        );
}
