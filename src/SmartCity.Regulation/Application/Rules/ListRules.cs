using System.ComponentModel;
using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Articles;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Application.Rules;

/// <summary>Every rule by article and code, page by page.</summary>
internal sealed record ListRules(int? Article = null, BasisKind? Basis = null, string? After = null, int? Limit = null)
    : IQuery<Page<ListRules.RuleLine>>
{
    /// <summary>一条规则</summary>
    internal sealed record RuleLine(
        [property: Description("规则编码，全系统唯一")] string Code,
        [property: Description("主要依据的条")] int Article,
        [property: Description("种类")] RuleKind Kind,
        [property: Description("依据的种类")] BasisKind Basis,
        [property: Description("判定它的模块")] string Module,
        [property: Description("所依据的文字")] string QuotedText,
        [property: Description("今天是否停用；只有内部控制可以停用")] bool IsSwitchedOff
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(int Article, string Code);
}

internal sealed class ListRulesValidator : AbstractValidator<ListRules>
{
    public ListRulesValidator()
    {
        RuleFor(query => query.Article)
            .InclusiveBetween(1, RegulationText.Current.Articles.Count)
            .WithErrorCode("OUT_OF_RANGE");
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListRulesHandler(RuleRegister register, RulesInForce inForce)
    : IRequestHandler<ListRules, Result<Page<ListRules.RuleLine>>>
{
    public Task<Result<Page<ListRules.RuleLine>>> Handle(ListRules query, CancellationToken cancellationToken)
    {
        var position = Cursor.Read<ListRules.Position>(query.After);
        return Task.FromResult(position.IsFailure ? position.Failure : PageAfter(position.Value, query));
    }

    private Result<Page<ListRules.RuleLine>> PageAfter(ListRules.Position? position, ListRules query)
    {
        var limit = query.Limit ?? Cursor.DefaultLimit;
        return register
            .Rules.Where(one => position is null || IsBehind(one.Rule, position))
            .Where(one => query.Article is not { } article || one.Rule.Article == article)
            .Where(one => query.Basis is not { } basis || one.Rule.Basis.Kind == basis)
            .Take(limit + 1)
            .Select(one => new ListRules.RuleLine(
                one.Rule.Code,
                one.Rule.Article,
                one.Rule.Kind,
                one.Rule.Basis.Kind,
                one.Module,
                one.Rule.Basis.Quote,
                inForce.Parameters.IsSwitchedOff(one.Rule.Code)
            ))
            .ToList()
            .ToPage(limit, line => new ListRules.Position(line.Article, line.Code));
    }

    private static bool IsBehind(IRule rule, ListRules.Position position) =>
        rule.Article > position.Article
        || (rule.Article == position.Article && string.CompareOrdinal(rule.Code, position.Code) > 0);
}
