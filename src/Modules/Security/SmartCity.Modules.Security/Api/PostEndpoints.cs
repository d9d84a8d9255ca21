using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.Modules.Security.Application.Posts;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Api;

internal static class PostEndpoints
{
    public static void MapPosts(this IEndpointRouteBuilder routes)
    {
        var posts = routes
            .MapGroup("/posts")
            .WithTag(
                "任职 Posts",
                new(
                    "登记和查询账号在本单位的任职（第十一条）。",
                    "Posts that accounts hold in their units: registering and looking up (article 11)."
                )
            );
        posts
            .MapPost("/", AppointAsync)
            .RequireIdempotencyKey()
            .WithName("AppointToPost")
            .WithSummary("登记任职")
            .WithDescription(
                "由系统管理员登记本单位自然人账号的任职，起止日期均含当日。同一单位同一时间只有一名主要领导（第十一条）。"
            )
            .WithRequestExample(
                new AppointToPost(
                    new(Guid.Parse("0196f3a0-0000-7000-8000-000000000002")),
                    new(Guid.Parse("0196f3a0-0000-7000-8000-000000000001")),
                    PostKind.MainLeader,
                    "主任",
                    new(2024, 1, 1),
                    Until: null
                )
            );
        posts
            .MapList("/", ListAsync)
            .WithName("ListPosts")
            .WithSummary("查询任职")
            .WithDescription("按单位和账号筛选，后任在前，逐页返回。");
        posts
            .MapGet("/{post:guid}", ReadAsync)
            .WithName("ReadPost")
            .WithSummary("查看任职")
            .WithDescription("返回任职内容；ETag 为其版本。");
        posts
            .MapPost("/{post:guid}/end", EndAsync)
            .RequireIfMatch()
            .WithName("EndPost")
            .WithSummary("登记任职结束")
            .WithDescription("由系统管理员登记任职的最后一日，不早于开始日期，只能提前、不能延后（第十一条）。")
            .WithRequestExample(new EndBody(new(2026, 12, 31)));
    }

    /// <summary>任职结束</summary>
    /// <param name="LastDay">任职的最后一日</param>
    internal sealed record EndBody(DateOnly LastDay);

    private static async Task<Created> AppointAsync(
        AppointToPost command,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(command, cancellationToken), id => $"/api/v1/security/posts/{id}");

    private static async Task<Found<Page<ListPosts.PostLine>>> ListAsync(
        Guid? unit,
        Guid? account,
        string? after,
        int? limit,
        IMediator mediator,
        CancellationToken cancellationToken
    ) =>
        new(
            await mediator.Send(
                new ListPosts(
                    unit is { } one ? new UnitId(one) : null,
                    account is { } holder ? new AccountId(holder) : null,
                    after,
                    limit ?? Cursor.DefaultLimit
                ),
                cancellationToken
            )
        );

    private static async Task<Found<ReadPost.Answer>> ReadAsync(
        Guid post,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new ReadPost(new(post)), cancellationToken), answer => answer.Version);

    private static async Task<Changed> EndAsync(
        Guid post,
        EndBody body,
        RequestContext request,
        IMediator mediator,
        CancellationToken cancellationToken
    ) => new(await mediator.Send(new EndPost(new(post), body.LastDay, request.ExpectedVersion), cancellationToken));
}
