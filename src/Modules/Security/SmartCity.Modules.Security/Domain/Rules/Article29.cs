using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Delegations;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Security.Domain.Rules;

/// <summary>
/// A designated person of each unit reports its resources; who that is must be plain while he is absent too. The article
/// names no deputy: these are the city's own safeguards.
/// </summary>
internal static class Article29
{
    internal sealed record DeputyFacts(AccountId Absentee, AccountId Deputy);

    internal static Rule<DeputyFacts> DeputyIsAnother { get; } =
        new(
            "DEPUTY_IS_ONESELF",
            RuleKind.Refusal,
            29,
            Basis.Control("代办人须为他人，使专人不在岗时仍有人办理。"),
            new("另选一名本单位人员代办。", "Name another person of the unit as deputy."),
            (facts, _) => facts.Deputy != facts.Absentee
        );

    internal sealed record UnitFacts(UnitId AbsenteesUnit, UnitId DeputysUnit);

    internal static Rule<UnitFacts> DeputyOfSameUnit { get; } =
        new(
            "DEPUTY_OF_OTHER_UNIT",
            RuleKind.Refusal,
            29,
            Basis.Control("代办人须为同一单位人员，本单位的事项不由外单位代办。"),
            new("选一名本单位人员代办。", "Name a person of the same unit as deputy."),
            (facts, _) => facts.DeputysUnit == facts.AbsenteesUnit
        );

    /// <param name="Absence">The days that are asked for.</param>
    /// <param name="Others">The days for which the absentee has a deputy already.</param>
    internal sealed record OverlapFacts(Days Absence, IReadOnlyList<Days> Others);

    internal static Rule<OverlapFacts> OneDeputyAtATime { get; } =
        new(
            "DELEGATION_OVERLAP",
            RuleKind.Refusal,
            29,
            Basis.Control("同一人同一日只有一名代办人，使每一事项都有确定的人办理。"),
            new(
                "避开已登记的日期，或者先结束原来的委托。",
                "Choose other days, or end the delegation that stands in the way."
            ),
            (facts, _) => !facts.Others.Any(facts.Absence.Meet)
        );

    /// <param name="DeputiesAfter">To whom the deputy's own business goes on, on any of the days.</param>
    internal sealed record CircleFacts(AccountId Absentee, IReadOnlyList<AccountId> DeputiesAfter);

    internal static Rule<CircleFacts> NoCircleOfDeputies { get; } =
        new(
            "DELEGATION_CIRCLE",
            RuleKind.Refusal,
            29,
            Basis.Control("代办人在同一期间又把事项委托回本人的，等于无人代办。"),
            new(
                "选一名该期间在岗的人员代办。",
                "Name a deputy whose own business does not come back to the absentee on those days."
            ),
            (facts, _) => !facts.DeputiesAfter.Contains(facts.Absentee)
        );
}
