using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Posts;

/// <summary>Answers the other modules which posts these accounts hold on a day.</summary>
internal sealed class PostsOfHandler(ISecurityDatabase database) : IRequestHandler<PostsOf, IReadOnlyList<PostProfile>>
{
    public async Task<IReadOnlyList<PostProfile>> Handle(PostsOf request, CancellationToken cancellationToken) =>
        await database
            .Posts.AsNoTracking()
            .Where(post =>
                request.Accounts.Contains(post.Account)
                && post.From <= request.On
                && (post.Until == null || post.Until >= request.On)
            )
            .OrderBy(post => post.From)
            .Select(post => new PostProfile(post.Account, post.Unit, post.Kind, post.Title, post.From, post.Until))
            .ToListAsync(cancellationToken);
}
