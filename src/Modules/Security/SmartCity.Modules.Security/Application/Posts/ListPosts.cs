using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Posts;

namespace SmartCity.Modules.Security.Application.Posts;

/// <summary>任职名录，后任在前</summary>
internal sealed record ListPosts(
    UnitId? Unit = null,
    AccountId? Account = null,
    string? After = null,
    int Limit = Cursor.DefaultLimit
) : IQuery<Page<ListPosts.PostLine>>
{
    /// <summary>一项任职</summary>
    internal sealed record PostLine(
        [property: Description("系统编号")] PostId Id,
        [property: Description("账号编号")] AccountId Account,
        [property: Description("单位编号")] UnitId Unit,
        [property: Description("职务类别")] PostKind Kind,
        [property: Description("职务")] string Title,
        [property: Description("任职首日")] DateOnly From,
        [property: Description("任职末日")] DateOnly? Until,
        [property: Description("版本")] long Version
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(DateOnly From, PostId Id);
}

internal sealed class ListPostsValidator : AbstractValidator<ListPosts>
{
    public ListPostsValidator() => RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit);
}

internal sealed class ListPostsHandler(ISecurityDatabase database, IMapper mapper)
    : IRequestHandler<ListPosts, Result<Page<ListPosts.PostLine>>>
{
    public async Task<Result<Page<ListPosts.PostLine>>> Handle(ListPosts query, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<ListPosts.Position>(query.After);
        if (after.IsFailure)
        {
            return after.Failure;
        }

        var posts = database.Posts.AsNoTracking();
        if (query.Unit is { } unit)
        {
            posts = posts.Where(post => post.Unit == unit);
        }

        if (query.Account is { } account)
        {
            posts = posts.Where(post => post.Account == account);
        }

        if (after.Value is { From: var day, Id: var id })
        {
            posts = posts.Where(post => post.From < day || (post.From == day && post.Id < id));
        }

        var lines = await posts
            .OrderByDescending(post => post.From)
            .ThenByDescending(post => post.Id)
            .Take(query.Limit + 1)
            .ProjectTo<ListPosts.PostLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(query.Limit, line => new ListPosts.Position(line.From, line.Id));
    }
}
