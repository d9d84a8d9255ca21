using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Rules;

// The disbursement: what each payment is measured by, whatever it is paid for.
internal static partial class Article06
{
    internal sealed record SuspensionFacts(bool IsSuspended);

    internal static Rule<SuspensionFacts> FundSuspended { get; } =
        new(
            "FUND_SUSPENDED",
            RuleKind.Refusal,
            6,
            Basis.Control("市财政局已暂停该项目资金的拨付。"),
            new("待市财政局恢复拨付后再办理。", "Wait until finance resumes the fund."),
            (facts, _) => !facts.IsSuspended
        );

    internal sealed record FundOwnerFacts(string LeadUnit, bool AsksOneOfItsUnits);

    internal static Rule<FundOwnerFacts> FundOfAnotherUnit { get; } =
        new(
            "FUND_OF_ANOTHER_UNIT",
            RuleKind.Refusal,
            6,
            Basis.Control("维护运行经费从申请单位自己申报、已安排的资金中列支，不得列支其他单位的资金。"),
            new(
                "改按本单位牵头或参建的申报事项申请。",
                "Ask under a declaration that your unit leads or takes part in."
            ),
            (facts, _) => facts.AsksOneOfItsUnits
        );

    /// <param name="Committed">What other payments, none of them declined, already take of it.</param>
    internal sealed record DisbursementFacts(Money Arranged, Money Committed, Money Amount);

    internal static Rule<DisbursementFacts> DisburseOverArranged { get; } =
        new(
            "DISBURSE_OVER_ARRANGED",
            RuleKind.Refusal,
            6,
            Basis.Control("各笔拨付合计不超过市财政局已安排的资金。"),
            new(
                "调减本笔金额，或者先由市财政局在报送金额内追加安排。",
                "Lower the amount, or have finance arrange more within what was reported."
            ),
            (facts, _) => facts.Committed + facts.Amount <= facts.Arranged
        );

    internal sealed record RequiredFacts(IReadOnlyList<RequiredFact> Missing);

    internal static Rule<RequiredFacts> PaymentFactMissing { get; } =
        new(
            "PAYMENT_FACT_MISSING",
            RuleKind.Refusal,
            6,
            Basis.Control("拨付所依据的合同、使用等事实由相应环节告知；尚未告知或者已经撤回的，不得拨付。"),
            new(
                "先办妥所列环节：合同须已签订且未终止，维护运行经费须在项目投入使用之后。",
                "Complete the steps listed first: a contract in force; for maintenance money, a project in use."
            ),
            (facts, _) => facts.Missing.Count == 0
        );

    /// <param name="Committed">What other payments of the same ceiling, none of them declined, come to.</param>
    internal sealed record ContractCeilingFacts(ContractCeiling Ceiling, Money AtMost, Money Committed, Money Amount);

    internal static Rule<ContractCeilingFacts> PaymentOverContract { get; } =
        new(
            "PAYMENT_OVER_CONTRACT",
            RuleKind.Refusal,
            6,
            Basis.Control(
                "同一合同的各笔拨付合计不超过合同金额；质量保证金单独拨付，不超过合同约定的数额，也不并入其他款项拨付。"
            ),
            new(
                "调减本笔金额，使合计不超过合同约定；质量保证金按质量保证金另行申请。",
                "Lower the amount: together at most what the contract says; ask for the retention as such."
            ),
            (facts, _) => facts.Committed + facts.Amount <= facts.AtMost
        );

    internal sealed record ApproverFacts(bool RequestedIt);

    internal static Rule<ApproverFacts> PaymentSelfApproval { get; } =
        new(
            "PAYMENT_SELF_APPROVAL",
            RuleKind.Refusal,
            6,
            Basis.Control("申请拨付的账号不得核准同一笔拨付。"),
            new("改由市财政局其他人员核准。", "Let somebody else of the finance bureau approve it."),
            (facts, _) => !facts.RequestedIt
        );
}
