using System.ComponentModel;
using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Articles;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Application.Articles;

/// <summary>The regulation's articles in their order, page by page.</summary>
internal sealed record ListArticles(string? Text = null, string? After = null, int? Limit = null)
    : IQuery<Page<ListArticles.ArticleLine>>
{
    /// <summary>一条条文</summary>
    internal sealed record ArticleLine(
        [property: Description("条")] int Number,
        [property: Description("所在章")] string Chapter,
        [property: Description("条文（大陆规范简体）")] string Text,
        [property: Description("施行日期，即发布日期")] DateOnly EffectiveFrom
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(int Number);
}

internal sealed class ListArticlesValidator : AbstractValidator<ListArticles>
{
    public ListArticlesValidator()
    {
        RuleFor(query => query.Text).Text(InputRules.ShortText);
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListArticlesHandler(Promulgation promulgation)
    : IRequestHandler<ListArticles, Result<Page<ListArticles.ArticleLine>>>
{
    public Task<Result<Page<ListArticles.ArticleLine>>> Handle(ListArticles query, CancellationToken cancellationToken)
    {
        var position = Cursor.Read<ListArticles.Position>(query.After);
        return Task.FromResult(position.IsFailure ? position.Failure : PageAfter(position.Value?.Number ?? 0, query));
    }

    private Result<Page<ListArticles.ArticleLine>> PageAfter(int number, ListArticles query)
    {
        var regulation = RegulationText.Current;
        var limit = query.Limit ?? Cursor.DefaultLimit;
        return regulation
            .Articles.Where(article => article.Number > number)
            .Where(article => query.Text is not { } text || article.Text.Contains(text, StringComparison.Ordinal))
            .Take(limit + 1)
            .Select(article => new ListArticles.ArticleLine(
                article.Number,
                regulation.ChapterOf(article).Title,
                article.Text,
                promulgation.On
            ))
            .ToList()
            .ToPage(limit, line => new ListArticles.Position(line.Number));
    }
}
