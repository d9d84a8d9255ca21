using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Domain.Rules;

/// <summary>The result of the post-evaluation is the main basis of maintenance money.</summary>
internal static class Article37
{
    private const string Text =
        "项目后评价由市政府信息办组织有关专家和相关部门实施。评价结果作为财政部门拨付项目维护运行经费的主要依据。";

    /// <param name="EvaluationUntil">The last day of the evaluation window.</param>
    /// <param name="Result">Null where no result stands.</param>
    internal sealed record EvaluationFacts(DateOnly Today, DateOnly EvaluationUntil, EvaluationResult? Result);

    internal static Rule<EvaluationFacts> PostEvalMissing { get; } =
        new(
            "POST_EVAL_MISSING",
            RuleKind.Refusal,
            37,
            Basis.Text(Text),
            new(
                "后评价期限已过而没有评价结果：先由市政府信息办完成后评价，再拨付维护运行经费。",
                "The evaluation window has passed without a result: have the project evaluated first."
            ),
            (facts, _) => facts.Result is not null || facts.Today <= facts.EvaluationUntil,
            "INT-13"
        );

    internal sealed record PoorResultFacts(EvaluationResult? Result, string? Reason);

    internal static Rule<PoorResultFacts> PostEvalPoorReasonRequired { get; } =
        new(
            "POST_EVAL_POOR_REASON_REQUIRED",
            RuleKind.Refusal,
            37,
            Basis.Reading("INT-13", "评价结果是主要依据而不是唯一依据；结果为“差”的，市财政局写明理由后方可拨付。"),
            new("写明仍予拨付的理由，或者不予拨付。", "State in writing why it is paid all the same, or decline it."),
            (facts, _) => facts.Result is not EvaluationResult.Poor || !string.IsNullOrWhiteSpace(facts.Reason)
        );
}
