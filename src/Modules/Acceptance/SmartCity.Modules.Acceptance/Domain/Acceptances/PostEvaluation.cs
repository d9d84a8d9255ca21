using System.ComponentModel;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Acceptance.Domain.Acceptances;

/// <summary>One point of the comparison: what the approved plan said and what came of it.</summary>
internal sealed record PlanAndActual(
    [property: Description("计划")] string Planned,
    [property: Description("实际")] string Actual
);

/// <summary>What a post-evaluation surveyed and compared (article 37).</summary>
internal sealed record EvaluationSurvey(
    [property: Description("项目决策调查")] string Decision,
    [property: Description("建设过程调查")] string Construction,
    [property: Description("运行过程调查")] string Running,
    [property: Description("投资对比")] PlanAndActual Cost,
    [property: Description("工期对比")] PlanAndActual Time,
    [property: Description("效益对比")] PlanAndActual Benefit,
    [property: Description("使用情况对比")] PlanAndActual Use
);

/// <summary>What the conclusion of a post-evaluation says.</summary>
internal sealed record PostEvaluationText(
    [property: Description("得分，0 至 100")] int Score,
    [property: Description("评价结果")] EvaluationResult Result,
    [property: Description("评价结论文号")] string DocumentNumber,
    [property: Description("结论日期")] DateOnly ConcludedOn,
    [property: Description("系统调查和对比")] EvaluationSurvey Survey
);

/// <summary>One concluded post-evaluation; one that was annulled stays on record and counts no more.</summary>
internal sealed class PostEvaluation
{
    private PostEvaluation() { }

    public int Number { get; private init; }

    /// <summary>0 to 100.</summary>
    public int Score { get; private init; }

    public EvaluationResult Result { get; private init; }

    public string DocumentNumber { get; private init; } = "";

    public DateOnly ConcludedOn { get; private init; }

    public EvaluationSurvey Survey { get; private init; } = null!;

    public AccountId RecordedBy { get; private init; }

    public string? AnnulledBecause { get; private set; }

    public DateOnly? AnnulledOn { get; private set; }

    public static PostEvaluation Of(int number, PostEvaluationText text, AccountId by) =>
        new()
        {
            Number = number,
            Score = text.Score,
            Result = text.Result,
            DocumentNumber = text.DocumentNumber,
            ConcludedOn = text.ConcludedOn,
            Survey = text.Survey,
            RecordedBy = by,
        };

    internal void Annul(string reason, DateOnly on) => (AnnulledBecause, AnnulledOn) = (reason, on);
}
