using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Domain.Rules;

/// <summary>The warranty begins with the passed acceptance.</summary>
internal static class Article41
{
    internal sealed record RetentionFacts(PaymentKind Kind, bool AcceptancePassed);

    internal static Rule<RetentionFacts> RetentionBeforeAcceptance { get; } =
        new(
            "RETENTION_BEFORE_ACCEPTANCE",
            RuleKind.Refusal,
            41,
            Basis.Control("保修期自竣工验收合格之日起算，验收合格之前不拨付质量保证金。"),
            new("竣工验收合格后再申请拨付质量保证金。", "Ask for the retention once the acceptance has passed."),
            (facts, _) => facts.Kind is not PaymentKind.WarrantyRetention || facts.AcceptancePassed
        );
}
