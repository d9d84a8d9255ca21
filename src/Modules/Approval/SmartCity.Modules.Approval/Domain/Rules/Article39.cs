using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Domain.Rules;

/// <summary>How a project was financed decides how the city pays for it.</summary>
internal static class Article39
{
    private const string Text =
        "项目采取BT方式，由企业垫资建设的，项目设施产权归政府，市财政分期付款偿还。项目采取企业投资建设政府使用的，项目设施产权归企业，市财政支付租用费。";

    internal sealed record PaymentKindFacts(PaymentKind Kind, FinancingMode Financing);

    internal static Rule<PaymentKindFacts> PaymentKindMismatch { get; } =
        new(
            "PAYMENT_KIND_MISMATCH",
            RuleKind.Refusal,
            39,
            Basis.Text(Text),
            new(
                "按合同的投资方式选择拨付类别：BT 为分期付款，企业投资建设为租用费，其他为合同款；质量保证金不适用于租用。",
                "Choose the kind by the contract's financing: instalments for BT, rent for what an enterprise built, contract payments otherwise; there is no retention of rent."
            ),
            (facts, _) =>
                facts.Kind switch
                {
                    PaymentKind.Instalment => facts.Financing is FinancingMode.BuildTransfer,
                    PaymentKind.Rent => facts.Financing is FinancingMode.EnterpriseBuilt,
                    PaymentKind.WarrantyRetention => facts.Financing is not FinancingMode.EnterpriseBuilt,
                    _ => facts.Financing is not (FinancingMode.BuildTransfer or FinancingMode.EnterpriseBuilt),
                },
            "INT-17"
        );
}
