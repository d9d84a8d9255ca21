using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Rules;

// The last half of the article: the report to finance, the arrangement and the disbursement of money.
internal static partial class Article06
{
    internal sealed record ReviewedFacts(DeclarationState State);

    internal static Rule<ReviewedFacts> FundNotReviewed { get; } =
        new(
            "FUND_NOT_REVIEWED",
            RuleKind.Refusal,
            6,
            Basis.Text(Text),
            new(
                "先完成专家评审并作出“通过”的结论，再报市财政局。",
                "Complete the review with a passing conclusion first, then report to finance."
            ),
            (facts, _) =>
                facts.State
                    is DeclarationState.ReviewPassed
                        or DeclarationState.ReportedToFinance
                        or DeclarationState.FundArranged
        );

    internal sealed record FiscalFacts(Money FiscalShare);

    internal static Rule<FiscalFacts> NoFiscalShare { get; } =
        new(
            "NO_FISCAL_SHARE",
            RuleKind.Refusal,
            6,
            Basis.Reading("INT-19", "全部为自筹资金的项目须经评审，但没有需要财政安排的资金。"),
            new(
                "无需报市财政局；评审通过后可直接进入招标采购。",
                "Nothing is to be reported: a project on self-raised money goes on to tender once it has passed."
            ),
            (facts, _) => facts.FiscalShare.IsPositive,
            "第二条"
        );

    internal sealed record ReportFacts(Money Reported, Money Ceiling);

    internal static Rule<ReportFacts> ReportOverReviewedBudget { get; } =
        new(
            "REPORT_OVER_REVIEWED_BUDGET",
            RuleKind.Refusal,
            6,
            Basis.Control("报财政的金额不超过核定预算。"),
            new(
                "调减建议安排的资金，使合计不超过核定预算。",
                "Lower the amounts: together at most the reviewed budget."
            ),
            (facts, _) => facts.Reported <= facts.Ceiling
        );

    internal static Rule<ReportFacts> ReportOverFiscalShare { get; } =
        new(
            "REPORT_OVER_FISCAL_SHARE",
            RuleKind.Refusal,
            6,
            Basis.Control("报财政的金额不超过申报资金来源中的财政部分，自筹部分不报。"),
            new(
                "调减建议安排的资金，使合计不超过财政部分；自筹资金不列入。",
                "Lower the amounts: together at most the fiscal share; leave self-raised money out."
            ),
            (facts, _) => facts.Reported <= facts.Ceiling
        );

    internal sealed record SelfRaisedFacts(Money SelfRaisedReported);

    internal static Rule<SelfRaisedFacts> SelfRaisedReported { get; } =
        new(
            "SELF_RAISED_REPORTED",
            RuleKind.Refusal,
            6,
            Basis.Reading("INT-19", "自筹资金须经评审，但不由财政安排。"),
            new("从建议安排的资金中删去自筹资金。", "Remove self-raised money from the proposed arrangement."),
            (facts, _) => facts.SelfRaisedReported == Money.Zero,
            "第二条"
        );

    internal static Rule<ReviewedFacts> NotReportedToFinance { get; } =
        new(
            "NOT_REPORTED_TO_FINANCE",
            RuleKind.Refusal,
            6,
            Basis.Text(Text),
            new(
                "先由市政府信息办将评审通过的项目报市财政局，再按照程序安排、拨付资金。",
                "Let the informatization office report the passed project to finance first."
            ),
            (facts, _) => facts.State is DeclarationState.ReportedToFinance or DeclarationState.FundArranged
        );

    internal static Rule<ReviewedFacts> FundNotArranged { get; } =
        new(
            "FUND_NOT_ARRANGED",
            RuleKind.Refusal,
            6,
            Basis.Text(Text),
            new(
                "先由市财政局按照程序安排资金，再申请拨付。",
                "Let finance arrange the money first, then ask for payment."
            ),
            (facts, _) => facts.State is DeclarationState.FundArranged
        );

    internal sealed record FinanceDecisionMakerFacts(
        string? Account,
        bool IsOfTheFinanceBureau,
        bool IsNaturalPerson,
        bool IsActive
    );

    internal static Rule<FinanceDecisionMakerFacts> FinanceDecisionMakerRequired { get; } =
        new(
            "FINANCE_DECISION_MAKER_REQUIRED",
            RuleKind.Refusal,
            6,
            Basis.Control("市财政局安排资金的决定应有具名的自然人负责。"),
            new(
                "指定市财政局一名在用的个人账号为决定人；系统账号、停用账号和外单位账号不行。",
                "Name an active personal account of the finance bureau as decision maker."
            ),
            (facts, _) =>
                facts is { Account: not null, IsOfTheFinanceBureau: true, IsNaturalPerson: true, IsActive: true },
            "第五条"
        );

    /// <param name="Before">What earlier arrangements come to.</param>
    internal sealed record ArrangementFacts(Money Reported, Money Before, Money Arranged);

    internal static Rule<ArrangementFacts> ArrangedOverReported { get; } =
        new(
            "ARRANGED_OVER_REPORTED",
            RuleKind.Refusal,
            6,
            Basis.Control("历次安排的资金合计不超过市政府信息办报送的金额。"),
            new(
                "调减本次安排的资金，使历次合计不超过报送金额。",
                "Lower the amounts: all arrangements together come to at most what was reported."
            ),
            (facts, _) => facts.Before + facts.Arranged <= facts.Reported
        );

    internal sealed record SelfRaisedArrangementFacts(Money SelfRaisedArranged);

    internal static Rule<SelfRaisedArrangementFacts> SelfRaisedArranged { get; } =
        new(
            "SELF_RAISED_ARRANGED",
            RuleKind.Refusal,
            6,
            Basis.Reading("INT-19", "自筹资金须经评审，但不由财政安排。"),
            new("从安排的资金中删去自筹资金。", "Remove self-raised money from the arrangement."),
            (facts, _) => facts.SelfRaisedArranged == Money.Zero,
            "第二条"
        );
}
