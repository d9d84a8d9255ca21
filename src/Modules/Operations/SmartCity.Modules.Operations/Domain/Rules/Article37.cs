using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Operations.Domain.Rules;

/// <summary>Maintenance money: the request's side. What the post-evaluation says about paying it stands in Approval.</summary>
internal static class Article37
{
    internal sealed record UseFacts(string Project, DateOnly? AcceptedOn, DateOnly? InUseOn, DateOnly Today);

    internal static Rule<UseFacts> MaintenanceBeforeUse { get; } =
        new(
            "MAINTENANCE_BEFORE_USE",
            RuleKind.Refusal,
            37,
            Basis.Control("运维经费只用于竣工验收合格并已投入使用的项目。"),
            new(
                "项目竣工验收合格并投入使用后再申请运维经费。",
                "Ask for maintenance money once the project was accepted and put into use."
            ),
            (facts, _) => facts.AcceptedOn is not null && facts.InUseOn is { } inUse && inUse <= facts.Today
        );
}
