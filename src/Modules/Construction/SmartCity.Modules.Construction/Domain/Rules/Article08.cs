using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Domain.Rules;

/// <summary>Tender and contract after the review passed.</summary>
internal static class Article08
{
    private const string Text =
        "评审通过后的项目，按照政府采购和工程项目招标相关规定进行招投标，并按照国家项目建设有关规定组织建设。";

    /// <param name="PublishedOn">The day of the tender's notice: one dated before the review was a tender before it.</param>
    internal sealed record ReviewFacts(
        string Project,
        bool ReviewPassed,
        bool IsCancelled,
        DateOnly? ReviewPassedOn,
        DateOnly PublishedOn
    );

    internal static Rule<ReviewFacts> TenderBeforeReview { get; } =
        new(
            "TENDER_BEFORE_REVIEW",
            RuleKind.Refusal,
            8,
            Basis.Text(Text),
            new(
                "评审通过后再组织招投标，招标公告不得早于评审通过之日；已撤销的申报须重新申报。",
                "Publish the tender once the review has passed, not before; a cancelled declaration is declared anew."
            ),
            (facts, _) =>
                facts is { ReviewPassed: true, IsCancelled: false } && facts.ReviewPassedOn <= facts.PublishedOn
        );

    internal sealed record FundFacts(Money FiscalShare, Money Arranged);

    internal static Rule<FundFacts> TenderBeforeFundArranged { get; } =
        new(
            "TENDER_BEFORE_FUND_ARRANGED",
            RuleKind.Refusal,
            8,
            Basis.Reading("INT-20", "使用财政资金的项目，财政安排资金后方可招标；自筹资金的项目不受此限。"),
            new(
                "待市财政局安排资金后再组织招投标。",
                "Open the tender once the finance bureau has arranged the money."
            ),
            (facts, _) => !facts.FiscalShare.IsPositive || facts.Arranged.IsPositive,
            "第六条"
        );

    internal sealed record CeilingFacts(Money Ceiling, Money ReviewedBudget);

    internal static Rule<CeilingFacts> TenderCeilingOverBudget { get; } =
        new(
            "TENDER_CEILING_OVER_BUDGET",
            RuleKind.Refusal,
            8,
            Basis.Control("招标最高限价不超过评审核定的预算。"),
            new("调低最高限价，使其不超过核定预算。", "Lower the ceiling: at most the reviewed budget."),
            (facts, _) => facts.Ceiling <= facts.ReviewedBudget
        );

    internal sealed record DateFacts(DateOnly Date, DateOnly NotBefore, DateOnly NotAfter);

    internal static Rule<DateFacts> DateImplausible { get; } =
        new(
            "BUILDING_DATE_IMPLAUSIBLE",
            RuleKind.Refusal,
            8,
            Basis.Control("办理日期不得早于前一环节，也不得晚于今天；投标不得晚于截止日，定标不得早于截止日。"),
            new("更正日期。", "Correct the date."),
            (facts, _) => facts.Date >= facts.NotBefore && facts.Date <= facts.NotAfter
        );

    internal sealed record BidderFacts(string Contractor, bool HasBid);

    internal static Rule<BidderFacts> BidAlreadyRecorded { get; } =
        new(
            "BID_ALREADY_RECORDED",
            RuleKind.Refusal,
            8,
            Basis.Control("一个投标人在一次招标中只登记一份投标。"),
            new("该单位的投标已经登记，无需重复登记。", "This contractor's bid is recorded already."),
            (facts, _) => !facts.HasBid
        );

    internal sealed record BidFacts(Money Bid, Money Ceiling);

    internal static Rule<BidFacts> BidOverCeiling { get; } =
        new(
            "BID_OVER_CEILING",
            RuleKind.Refusal,
            8,
            Basis.Control("投标报价不超过公布的最高限价。"),
            new(
                "报价高于最高限价的投标无效，不予登记；登记有误的，更正报价。",
                "A bid above the published ceiling does not count; correct the amount if it was entered wrongly."
            ),
            (facts, _) => facts.Bid <= facts.Ceiling
        );

    internal sealed record AwardFacts(BuildingState State);

    internal static Rule<AwardFacts> ContractWithoutAward { get; } =
        new(
            "CONTRACT_WITHOUT_AWARD",
            RuleKind.Refusal,
            8,
            Basis.Text(Text),
            new(
                "先完成招投标并登记中标结果，再签订合同。",
                "Complete the tender and record the award first, then sign the contract."
            ),
            (facts, _) => facts.State != BuildingState.Tendering
        );

    internal sealed record BudgetFacts(Money ContractAmount, Money ReviewedBudget);

    internal static Rule<BudgetFacts> ContractOverBudget { get; } =
        new(
            "CONTRACT_OVER_BUDGET",
            RuleKind.Refusal,
            8,
            Basis.Control("合同金额不超过评审核定的预算。"),
            new(
                "调减合同金额，使其不超过核定预算；确需增加的，按程序调整预算后再签。",
                "Lower the contract: at most the reviewed budget; if more is needed, have the budget changed first."
            ),
            (facts, _) => facts.ContractAmount <= facts.ReviewedBudget
        );

    internal sealed record AmountFacts(Money ContractLinesTogether, Money Awarded);

    internal static Rule<AmountFacts> ContractAmountMismatch { get; } =
        new(
            "CONTRACT_AMOUNT_MISMATCH",
            RuleKind.Refusal,
            8,
            Basis.Control("合同明细合计应等于中标金额。"),
            new(
                "更正合同明细，使合计与中标金额一分不差。",
                "Correct the lines, so that they add up to the awarded amount to the fen."
            ),
            (facts, _) => facts.ContractLinesTogether == facts.Awarded
        );
}
