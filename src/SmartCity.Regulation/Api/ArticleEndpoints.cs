using System.ComponentModel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Regulation.Application.Articles;

namespace SmartCity.Regulation.Api;

internal static class ArticleEndpoints
{
    public static void MapArticles(this IEndpointRouteBuilder routes)
    {
        var articles = routes
            .MapGroup("/articles")
            .WithTag("条文 Articles", new("办法的四十四条条文。", "The regulation's forty-four articles."));
        articles
            .MapList("/", ListAsync)
            .WithName("ListArticles")
            .WithSummary("查询条文")
            .WithDescription("按条的次序列出，可按条文中的文字筛选，逐页返回。");
        articles
            .MapGet("/{number:int}", GetAsync)
            .WithName("GetArticle")
            .WithSummary("查看条文")
            .WithDescription(
                "返回一条的规范简体文本、收到的原文及其哈希，以及落实它的规则和参数。引用时一律引条，不引章。"
            );
    }

    private static async Task<Found<Page<ListArticles.ArticleLine>>> ListAsync(
        [Description("条文中的文字")] string? text,
        [Description("上一页返回的 next")] string? after,
        [Description("每页条数，1 至 200")] int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ListArticles(text, after, limit), cancellationToken));

    private static async Task<Found<GetArticle.ArticleDetail>> GetAsync(
        [Description("条，1 至 44")] int number,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new GetArticle(number), cancellationToken));
}
