using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Domain.Rules;

/// <summary>Fixed assets are registered in time.</summary>
internal static class Article38
{
    /// <param name="Registration">Not applicable to services and to contracts without capitalised lines (INT-25).</param>
    internal sealed record RegistrationFacts(
        PaymentKind Kind,
        bool AcceptancePassed,
        AssetRegistrationStanding Registration
    );

    internal static Rule<RegistrationFacts> AssetsNotRegistered { get; } =
        new(
            "ASSETS_NOT_REGISTERED",
            RuleKind.Refusal,
            38,
            Basis.Control("竣工验收合格后，除质量保证金外，资产未登记完毕的不再拨付。"),
            new(
                "先由建设单位完成固定资产和无形资产登记，再申请拨付。",
                "Register the project's fixed and intangible assets first."
            ),
            (facts, _) =>
                facts.Kind is PaymentKind.WarrantyRetention
                || !facts.AcceptancePassed
                || facts.Registration is not AssetRegistrationStanding.Incomplete,
            "INT-25"
        );
}
