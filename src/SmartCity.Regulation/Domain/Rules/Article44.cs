using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Domain.Rules;

/// <summary>
/// Interpretation by the informatization office, and entry into force on the day of promulgation: the regulation counts by
/// dates from there on, and nobody's earlier act is judged by a later rule.
/// </summary>
internal static class Article44
{
    private const string Text = "本办法由市政府信息办负责解释，自发布之日起实施。";

    internal sealed record EffectFacts(DateOnly EffectiveFrom, DateOnly RegisteredOn);

    internal static Rule<EffectFacts> NotRetroactive { get; } =
        new(
            "NOT_RETROACTIVE",
            RuleKind.Refusal,
            44,
            Basis.Reading(
                "INT-23",
                "规则的修订和解释不溯及既往：最早自登记的次日起生效，此前办理的事项适用办理当日的规则。"
            ),
            new("生效日期应晚于今天，最早为明天。", "It takes effect tomorrow at the earliest."),
            (facts, _) => facts.EffectiveFrom > facts.RegisteredOn
        );

    internal sealed record IssueFacts(DateOnly IssuedOn, DateOnly RegisteredOn);

    internal static Rule<IssueFacts> EnactmentDateImplausible { get; } =
        new(
            "ENACTMENT_DATE_IMPLAUSIBLE",
            RuleKind.Refusal,
            44,
            Basis.Control("登记的是已经印发的文件，印发日期不得晚于登记当日。"),
            new(
                "更正印发日期；尚未印发的，印发后再登记。",
                "Correct the date of issue; register what has been issued."
            ),
            (facts, _) => facts.IssuedOn <= facts.RegisteredOn
        );

    /// <param name="ChangedBy">The act that can change this parameter.</param>
    /// <param name="By">The act that is to change it.</param>
    internal sealed record ChangeFacts(string Parameter, ParameterAct ChangedBy, ParameterAct By);

    internal static Rule<ChangeFacts> InterpretationExceedsText { get; } =
        new(
            "INTERPRETATION_EXCEEDS_TEXT",
            RuleKind.Refusal,
            44,
            Basis.Reading("INT-32", "解释不等于修改：条文写明的数字只能由市人民政府修订，市政府信息办的解释不得改变。"),
            new(
                "请市人民政府修订办法，再登记修订文件。",
                "Ask the city government to amend the regulation, then register its amendment."
            ),
            (facts, _) => facts.ChangedBy != ParameterAct.Amendment || facts.By == ParameterAct.Amendment
        );

    internal static Rule<ChangeFacts> InterpretationRequired { get; } =
        new(
            "INTERPRETATION_REQUIRED",
            RuleKind.Refusal,
            44,
            Basis.Text(Text),
            new(
                "条文没有写明的数字和读法，以市政府信息办的解释文件登记。",
                "What the text leaves open is set by an interpretation of the informatization office."
            ),
            (facts, _) => facts.ChangedBy != ParameterAct.Interpretation || facts.By == ParameterAct.Interpretation,
            "INT-32"
        );

    internal static Rule<ChangeFacts> ControlDecisionRequired { get; } =
        new(
            "CONTROL_DECISION_REQUIRED",
            RuleKind.Refusal,
            44,
            Basis.Control("内部控制的数值不是条文也不是对条文的解释，以内部控制决定单独调整并留有记录。"),
            new("改以内部控制决定登记。", "Register it as a decision on controls."),
            (facts, _) => facts.ChangedBy != ParameterAct.Control || facts.By == ParameterAct.Control
        );

    internal sealed record SwitchFacts(string Rule, BasisKind Basis);

    internal static Rule<SwitchFacts> OnlyControlsAreSwitched { get; } =
        new(
            "ONLY_CONTROLS_ARE_SWITCHED",
            RuleKind.Refusal,
            44,
            Basis.Reading("INT-32", "可以停用的只有本市自设的内部控制；依据条文、解释和上位法的规则不得停用。"),
            new(
                "只列依据为内部控制的规则；条文的规则只能由市人民政府修订。",
                "Name controls only; a rule of the text is for the city government to amend."
            ),
            (facts, _) => facts.Basis == BasisKind.Control
        );

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
