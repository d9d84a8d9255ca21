using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Rules;

// The money that was arranged and paid before a running project was taken over: every later payment counts it.
internal static partial class Article06
{
    internal sealed record EarlierMoneyFacts(Money Arranged, Money Paid);

    internal static Rule<EarlierMoneyFacts> TakeOverPaidOverArranged { get; } =
        new(
            "TAKE_OVER_PAID_OVER_ARRANGED",
            RuleKind.Refusal,
            6,
            Basis.Control("接管前已拨付的资金不超过已安排的资金。"),
            new(
                "与市财政局核对，更正已安排或已拨付的金额。",
                "Check with finance and correct what was arranged or paid."
            ),
            (facts, _) => facts.Paid <= facts.Arranged
        );

    internal sealed record EarlierPaymentFacts(bool HasContract, Money Paid);

    internal static Rule<EarlierPaymentFacts> TakeOverPaidWithoutContract { get; } =
        new(
            "TAKE_OVER_PAID_WITHOUT_CONTRACT",
            RuleKind.Refusal,
            6,
            Basis.Control("接管前已拨付资金的项目应有已签订的合同。"),
            new(
                "填报拨付所依据的合同；没有签订合同的，已拨付金额应为零。",
                "Enter the contract that was paid under; without one nothing was paid."
            ),
            (facts, _) => facts.HasContract || !facts.Paid.IsPositive
        );

    internal sealed record EarlierContractFacts(ContractCeiling Ceiling, Money AtMost, Money Paid);

    internal static Rule<EarlierContractFacts> TakeOverPaidOverContract { get; } =
        new(
            "TAKE_OVER_PAID_OVER_CONTRACT",
            RuleKind.Refusal,
            6,
            Basis.Control("接管前已拨付的资金不超过合同约定；质量保证金单独计算。"),
            new(
                "与合同和拨付凭证核对，更正合同明细、质量保证金或已拨付的金额。",
                "Check contract and receipts and correct the contract's lines, its retention, or what was paid."
            ),
            (facts, _) => facts.Paid <= facts.AtMost
        );
}
