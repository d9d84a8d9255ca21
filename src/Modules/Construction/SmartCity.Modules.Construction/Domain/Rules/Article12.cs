using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Domain.Rules;

/// <summary>County projects: in the county's budget; above a total, a lawful tender and a filing before the start.</summary>
internal static class Article12
{
    private const string Text =
        "各县市区的信息化建设计划项目，应列入财政预算，项目投资超过100万元的，依法采取招标形式确定建设服务单位，实施方案报市政府信息办备案。";

    internal static Parameter<Money> TenderAndFilingAbove { get; } =
        new(
            "county.tender-and-filing-above",
            12,
            ParameterAct.Amendment,
            Money.FromYuan(1_000_000),
            "县级项目须招标和备案的投资额，超过此数、不含本数（元）",
            new(Money.FromYuan(1), Money.FromYuan(1_000_000_000))
        );

    /// <summary>Does the total exceed what is free of tender and filing? 超过 does not include the number (INT-01).</summary>
    internal static bool TenderAndFilingRequired(Money totalInvestment, ParameterSnapshot parameters) =>
        totalInvestment > parameters.Of(TenderAndFilingAbove);

    internal sealed record BudgetFacts(int? BudgetYear, string? BudgetDocumentNumber, Money BudgetAmount);

    internal static Rule<BudgetFacts> CountyNotBudgeted { get; } =
        new(
            "COUNTY_NOT_BUDGETED",
            RuleKind.Refusal,
            12,
            Basis.Text(Text),
            new(
                "先将项目列入本县市区财政预算，补登预算年度、批复文号和金额，再开工。",
                "Have the project put into the county's fiscal budget and add year, document number and amount first."
            ),
            (facts, _) =>
                facts is { BudgetYear: not null, BudgetDocumentNumber: not null, BudgetAmount.IsPositive: true }
        );

    internal sealed record TenderFacts(Money TotalInvestment, DateOnly? TenderedOn, DateOnly StartedOn);

    internal static Rule<TenderFacts> CountyTenderRequired { get; } =
        new(
            "COUNTY_TENDER_REQUIRED",
            RuleKind.Refusal,
            12,
            Basis.Text(Text),
            new(
                "先依法招标确定建设服务单位并登记招标情况；招标日期不得晚于开工日期。",
                "Choose the builder by a lawful tender and record it first; the tender does not come after the start."
            ),
            (facts, parameters) =>
                !TenderAndFilingRequired(facts.TotalInvestment, parameters) || facts.TenderedOn <= facts.StartedOn,
            "INT-01"
        );

    internal sealed record FilingFacts(
        Money TotalInvestment,
        CountyFilingState? Filing,
        DateOnly? FiledOn,
        DateOnly StartedOn
    );

    internal static Rule<FilingFacts> CountyFilingMissing { get; } =
        new(
            "COUNTY_FILING_MISSING",
            RuleKind.Refusal,
            12,
            Basis.Reading(
                "INT-27",
                "项目投资超过100万元的，实施方案在开工前报市政府信息办备案；不超过的，不要求备案。"
            ),
            new(
                "先将实施方案报市政府信息办备案，取得备案回执编号；备案日期不得晚于开工日期。",
                "Submit the implementation plan to the informatization office and have it filed under a receipt number first; the filing does not come after the start."
            ),
            (facts, parameters) =>
                !TenderAndFilingRequired(facts.TotalInvestment, parameters)
                || (facts.Filing == CountyFilingState.Filed && facts.FiledOn <= facts.StartedOn),
            "INT-01",
            "INT-18"
        );

    internal sealed record DateFacts(DateOnly Date, DateOnly NotAfter);

    internal static Rule<DateFacts> CountyDateImplausible { get; } =
        new(
            "COUNTY_DATE_IMPLAUSIBLE",
            RuleKind.Refusal,
            12,
            Basis.Control("县级项目登记的招标、报送、开工日期是已发生的事实，不得晚于今天。"),
            new(
                "更正日期；尚未发生的，待发生后再登记。",
                "Correct the date; record what has not happened yet once it has."
            ),
            (facts, _) => facts.Date <= facts.NotAfter
        );
}
