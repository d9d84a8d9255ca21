using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Posts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.Posts;

/// <summary>Registers the last day in a post.</summary>
internal sealed record EndPost(PostId Post, DateOnly LastDay, long ExpectedVersion) : ICommand, IChangesObject;

internal sealed class EndPostValidator : AbstractValidator<EndPost>
{
    public EndPostValidator() => RuleFor(command => command.LastDay).PlausibleDate();
}

internal sealed class EndPostHandler(ISecurityDatabase database, Act act) : IRequestHandler<EndPost, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(EndPost command, CancellationToken cancellationToken)
    {
        var post = await database.Posts.FirstOrDefaultAsync(post => post.Id == command.Post, cancellationToken);
        var ended = act.Authorise(post, SecurityAuthorities.OnPost, command.ExpectedVersion)
            .Then(() => post!.End(command.LastDay));
        return ended.IsFailure ? ended.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
