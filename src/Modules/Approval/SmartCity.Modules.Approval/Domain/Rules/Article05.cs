using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Domain.Rules;

/// <summary>Who is competent, and answers for it.</summary>
internal static partial class Article05
{
    internal sealed record DecisionMakerFacts(string? Account, bool IsOfTheOffice, bool IsNaturalPerson, bool IsActive);

    internal static Rule<DecisionMakerFacts> DecisionMakerRequired { get; } =
        new(
            "DECISION_MAKER_REQUIRED",
            RuleKind.Refusal,
            5,
            Basis.Control("市政府信息办的每项决定应有具名的自然人负责，以落实“并承担相应责任”。"),
            new(
                "指定市政府信息办一名在用的个人账号为决定人；系统账号、停用账号和外单位账号不行。",
                "Name an active personal account of the informatization office as decision maker."
            ),
            (facts, _) => facts is { Account: not null, IsOfTheOffice: true, IsNaturalPerson: true, IsActive: true }
        );

    internal sealed record SelfApprovalFacts(
        string? DecisionMaker,
        bool IsOfADeclaringUnit,
        bool DraftedTheDeclaration,
        bool SatOnThePanel
    );

    internal static Rule<SelfApprovalFacts> SelfApprovalForbidden { get; } =
        new(
            "SELF_APPROVAL_FORBIDDEN",
            RuleKind.Refusal,
            5,
            Basis.Control("申报单位的人员、申报经办人和本轮评审专家不得为同一项目的决定人。"),
            new(
                "改由与该项目申报、评审均无关系的人员决定。",
                "Let somebody decide who neither declared this project nor sat on its panel."
            ),
            (facts, _) => facts is { IsOfADeclaringUnit: false, DraftedTheDeclaration: false, SatOnThePanel: false },
            "第六条"
        );
}
