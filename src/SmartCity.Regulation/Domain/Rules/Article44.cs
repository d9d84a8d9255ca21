using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Domain.Rules;

/// <summary>Entry into force on the day of promulgation: the regulation counts by dates from there on.</summary>
internal static class Article44
{
    internal sealed record MovementFacts(DateOnly From, DateOnly To, DateOnly SystemDate);

    internal static Rule<MovementFacts> LegalDateMovesForward { get; } =
        new(
            "LEGAL_DATE_MOVES_FORWARD",
            RuleKind.Refusal,
            44,
            Basis.Control("演示环境的法定日期只能向后推进，不能倒回，否则已办事项的日期将晚于后办的事项。"),
            new(
                "填写晚于当前法定日期的日期；需要从头演示的，请换用新的演示数据库。",
                "Name a day after the present legal date; to begin anew, take a new demonstration database."
            ),
            (facts, _) => facts.To > facts.From
        );
}
