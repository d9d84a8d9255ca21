using System.Text.Json;
using System.Text.Json.Schema;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Articles;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Application.Rules;

/// <summary>One rule: what it rests on, which facts it compares, and what cures a violation.</summary>
internal sealed record GetRule(string Code) : IQuery<GetRule.RuleDetail>
{
    /// <summary>规则</summary>
    /// <param name="Code">规则编码，全系统唯一</param>
    /// <param name="Article">主要依据的条</param>
    /// <param name="ArticleText">该条全文</param>
    /// <param name="AlsoCites">还引用的条和其他法律</param>
    /// <param name="Kind">种类：不予办理，或者违反义务</param>
    /// <param name="BasisKind">依据的种类</param>
    /// <param name="Basis">依据的表述</param>
    /// <param name="QuotedText">所依据的文字</param>
    /// <param name="Remedy">怎样补正</param>
    /// <param name="EffectiveFrom">施行日期</param>
    /// <param name="RuleVersion">今天生效的规则版本</param>
    /// <param name="IsSwitchedOff">今天是否停用；只有内部控制可以停用</param>
    /// <param name="Module">判定它的模块</param>
    /// <param name="FactsSchema">所比较的事实，JSON Schema；照此提交即可试判</param>
    internal sealed record RuleDetail(
        string Code,
        int Article,
        string ArticleText,
        IReadOnlyList<string> AlsoCites,
        RuleKind Kind,
        BasisKind BasisKind,
        string Basis,
        string QuotedText,
        string Remedy,
        DateOnly EffectiveFrom,
        int RuleVersion,
        bool IsSwitchedOff,
        string Module,
        JsonElement FactsSchema
    );
}

internal sealed class GetRuleHandler(
    RuleRegister register,
    RulesInForce inForce,
    Promulgation promulgation,
    RequestContext context
) : IRequestHandler<GetRule, Result<GetRule.RuleDetail>>
{
    public Task<Result<GetRule.RuleDetail>> Handle(GetRule query, CancellationToken cancellationToken) =>
        Task.FromResult(Find(query.Code));

    private Result<GetRule.RuleDetail> Find(string code)
    {
        if (register.Find(code) is not { Rule: var rule, Module: var module })
        {
            return Error.NotFound(new("规则", "rule"));
        }

        return new GetRule.RuleDetail(
            rule.Code,
            rule.Article,
            RegulationText.Current.Find(rule.Article)!.Text,
            rule.AlsoCites,
            rule.Kind,
            rule.Basis.Kind,
            rule.Basis.Statement(rule.Article).In(context.Language),
            rule.Basis.Quote,
            rule.Remedy.In(context.Language),
            promulgation.On,
            inForce.Parameters.Version,
            inForce.Parameters.IsSwitchedOff(rule.Code),
            module,
            JsonSerializer.SerializeToElement(Json.Options.GetJsonSchemaAsNode(rule.FactsType))
        );
    }
}
