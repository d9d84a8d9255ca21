using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Domain.Rules;

/// <summary>Timely registration of what a project leaves.</summary>
internal static class Article38
{
    internal static Parameter<int> RegistrationDays { get; } =
        new(
            "assets.registration-days",
            38,
            ParameterAct.Interpretation,
            30,
            "验收合格之日起完成资产登记的天数（日）",
            new(1, 365)
        );

    internal static Parameter<NoticeDays> RegistrationLadder { get; } =
        new(
            "assets.registration-notice-days",
            38,
            ParameterAct.Control,
            [7, 0, -1],
            "资产登记期限届满前后发出提醒的时间（日，负数为逾期后）"
        );

    internal static Rule<ClockFacts> RegistrationOverdue { get; } =
        new(
            "REGISTRATION_OVERDUE",
            RuleKind.Breach,
            38,
            Basis.Control("项目验收合格后，应当在规定的天数内完成固定资产登记。"),
            new(
                "尽快完成资产登记；逾期仍可登记。",
                "Register the assets without delay; it is still taken after the due day."
            ),
            (facts, _) => facts.Today <= facts.DueOn
        );

    internal sealed record OriginFacts(int? LineNumber, bool IsLineOfTheProject, bool IsCapitalised);

    internal static Rule<OriginFacts> AssetOriginRequired { get; } =
        new(
            "ASSET_ORIGIN_REQUIRED",
            RuleKind.Refusal,
            38,
            Basis.Control("资产卡片应当出自本项目合同的固定资产或者无形资产行，费用行不登记卡片。"),
            new(
                "写明本项目的合同和行号，并选择固定资产或无形资产行。",
                "Name a contract and line of this project that is classed as a fixed or an intangible asset."
            ),
            (facts, _) => facts.IsLineOfTheProject && facts.IsCapitalised
        );

    internal sealed record LineFacts(Money LineAmount, Money AlreadyRegistered, Money Value);

    internal static Rule<LineFacts> CardOverLine { get; } =
        new(
            "CARD_OVER_LINE",
            RuleKind.Refusal,
            38,
            Basis.Control("同一合同行的卡片价值合计不得超过该行金额，使登记价值与合同相符。"),
            new(
                "核对卡片价值，不超过该行尚未登记的金额。",
                "Correct the value; it may not exceed what of the line is not registered yet."
            ),
            (facts, _) => facts.AlreadyRegistered + facts.Value <= facts.LineAmount
        );
}
