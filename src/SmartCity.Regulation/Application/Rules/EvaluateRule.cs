using System.Text.Json;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Application.Rules;

/// <summary>What a rule says to facts that somebody makes up. Nothing is changed by it, and nothing is decided.</summary>
internal sealed record EvaluateRule(string Code, JsonElement Facts) : IQuery<EvaluateRule.Verdict>
{
    /// <summary>试判结果</summary>
    /// <param name="Code">规则编码</param>
    /// <param name="Satisfied">所填事实是否符合</param>
    /// <param name="Facts">据以判断的事实</param>
    /// <param name="Basis">依据的表述</param>
    /// <param name="Remedy">不符合时怎样补正；符合时为空</param>
    /// <param name="RuleVersion">规则和参数的版本</param>
    internal sealed record Verdict(
        string Code,
        bool Satisfied,
        JsonElement Facts,
        string Basis,
        string? Remedy,
        int RuleVersion
    );
}

internal sealed class EvaluateRuleHandler(RuleRegister register, RulesInForce rules, RequestContext context)
    : IRequestHandler<EvaluateRule, Result<EvaluateRule.Verdict>>
{
    public Task<Result<EvaluateRule.Verdict>> Handle(EvaluateRule query, CancellationToken cancellationToken) =>
        Task.FromResult(Judge(query));

    private Result<EvaluateRule.Verdict> Judge(EvaluateRule query)
    {
        if (register.Find(query.Code) is not { Rule: var rule })
        {
            return Error.NotFound(new("规则", "rule"));
        }

        var question = rule.OnPosted(query.Facts);
        if (question.IsFailure)
        {
            return question.Failure;
        }

        var satisfied = question.Value.IsSatisfied(rules.Parameters);
        return new EvaluateRule.Verdict(
            rule.Code,
            satisfied,
            question.Value.FactsAsJson(),
            rule.Basis.Statement(rule.Article).In(context.Language),
            satisfied ? null : rule.Remedy.In(context.Language),
            rules.Parameters.Version
        );
    }
}
