using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Security.Domain.Rules;

/// <summary>
/// Overall coordination and supervision: that what falls due is seen in time, and that each department keeps to its own
/// field and each county to its own division.
/// </summary>
internal static class Article05
{
    internal static Parameter<int> DueSoonDays { get; } =
        new("notices.due-soon-days", 5, ParameterAct.Control, 7, "通知的期限在多少日以内算作即将到期（日）");

    internal sealed record SuccessorFacts(
        string Role,
        string Jurisdiction,
        string SuccessorsRole,
        string SuccessorsJurisdiction
    );

    internal static Rule<SuccessorFacts> SuccessorOfOtherPower { get; } =
        new(
            "SUCCESSOR_OF_OTHER_POWER",
            RuleKind.Refusal,
            5,
            Basis.Control("承接单位须与被合并单位属于同一行政区划，且能办理其业务，使各部门仍只在各自职责范围内办理。"),
            new(
                "改由同一行政区划、同类职责的单位承接；项目牵头单位之间可以互相承接。",
                "Name a unit of the same division and the same kind of power; among lead units any can take over."
            ),
            (facts, _) =>
                facts.Jurisdiction == facts.SuccessorsJurisdiction
                && (
                    facts.Role == facts.SuccessorsRole
                    || (Roles.OfLeadUnits.Contains(facts.Role) && Roles.OfLeadUnits.Contains(facts.SuccessorsRole))
                )
        );
}
