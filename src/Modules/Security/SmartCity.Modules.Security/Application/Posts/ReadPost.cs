using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Posts;

namespace SmartCity.Modules.Security.Application.Posts;

/// <summary>一项任职</summary>
internal sealed record ReadPost(PostId Post) : IQuery<ReadPost.Answer>
{
    /// <summary>任职内容</summary>
    internal sealed record Answer(
        PostId Id,
        AccountId Account,
        UnitId Unit,
        PostKind Kind,
        string Title,
        DateOnly From,
        DateOnly? Until,
        long Version
    );
}

internal sealed class ReadPostHandler(ISecurityDatabase database) : IRequestHandler<ReadPost, Result<ReadPost.Answer>>
{
    public async Task<Result<ReadPost.Answer>> Handle(ReadPost query, CancellationToken cancellationToken)
    {
        var answer = await database
            .Posts.AsNoTracking()
            .Where(post => post.Id == query.Post)
            .Select(post => new ReadPost.Answer(
                post.Id,
                post.Account,
                post.Unit,
                post.Kind,
                post.Title,
                post.From,
                post.Until,
                post.Version
            ))
            .FirstOrDefaultAsync(cancellationToken);
        return answer is null ? Error.NotFound(new("任职", "post")) : answer;
    }
}
