using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Articles;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation.Application.Articles;

/// <summary>One article: its words, and what carries it out.</summary>
internal sealed record GetArticle(int Number) : IQuery<GetArticle.ArticleDetail>
{
    /// <summary>条文及其规则和参数</summary>
    /// <param name="Number">条</param>
    /// <param name="Citation">引用方式</param>
    /// <param name="ChapterNumber">所在章次；两个章次同为第三章，引用时一律引条</param>
    /// <param name="ChapterTitle">所在章名</param>
    /// <param name="Text">条文（大陆规范简体）</param>
    /// <param name="SourceText">收到的原文（机器转换的繁体）</param>
    /// <param name="SourceSha256">收到的原文文件的哈希</param>
    /// <param name="SourceNote">关于原文的说明</param>
    /// <param name="PromulgatedOn">发布日期，自该日起实施；此前开始的项目始于办法施行前</param>
    /// <param name="PromulgationSource">发布日期的出处</param>
    /// <param name="LegalBases">条文所列的制定依据，只有第一条有</param>
    /// <param name="Rules">以本条为主要依据的规则编码</param>
    /// <param name="Parameters">本条的参数编码</param>
    internal sealed record ArticleDetail(
        int Number,
        string Citation,
        string ChapterNumber,
        string ChapterTitle,
        string Text,
        string SourceText,
        string SourceSha256,
        string SourceNote,
        DateOnly PromulgatedOn,
        string PromulgationSource,
        IReadOnlyList<string> LegalBases,
        IReadOnlyList<string> Rules,
        IReadOnlyList<string> Parameters
    );
}

internal sealed class GetArticleHandler(RuleRegister register, Promulgation promulgation, RequestContext context)
    : IRequestHandler<GetArticle, Result<GetArticle.ArticleDetail>>
{
    private const int ArticleOfLegalBases = 1;

    public Task<Result<GetArticle.ArticleDetail>> Handle(GetArticle query, CancellationToken cancellationToken) =>
        Task.FromResult(Find(query.Number));

    private Result<GetArticle.ArticleDetail> Find(int number)
    {
        var regulation = RegulationText.Current;
        if (regulation.Find(number) is not { } article)
        {
            return Error.NotFound(new("条文", "article"));
        }

        var chapter = regulation.ChapterOf(article);
        return new GetArticle.ArticleDetail(
            number,
            $"第{ChineseNumerals.Of(number)}条",
            chapter.Number,
            chapter.Title,
            article.Text,
            article.SourceText,
            regulation.Source.Sha256,
            regulation.Source.Note,
            promulgation.On,
            promulgation.Source.In(context.Language),
            number == ArticleOfLegalBases ? regulation.LegalBases : [],
            [.. register.Rules.Where(one => one.Rule.Article == number).Select(one => one.Rule.Code)],
            [.. register.Parameters.Where(one => one.Parameter.Article == number).Select(one => one.Parameter.Code)]
        );
    }
}
