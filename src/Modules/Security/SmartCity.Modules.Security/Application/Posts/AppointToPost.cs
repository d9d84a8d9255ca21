using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Posts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;
using Unit = SmartCity.Modules.Security.Domain.Units.Unit;

namespace SmartCity.Modules.Security.Application.Posts;

/// <summary>Registers that an account holds a post in its unit.</summary>
internal sealed record AppointToPost(
    AccountId Account,
    UnitId Unit,
    PostKind Kind,
    string Title,
    DateOnly From,
    DateOnly? Until
) : ICommand;

internal sealed class AppointToPostValidator : AbstractValidator<AppointToPost>
{
    public const int LongestTitle = 60;

    public AppointToPostValidator()
    {
        RuleFor(post => post.Kind).KnownWord();
        RuleFor(post => post.Title).RequiredText(LongestTitle);
        RuleFor(post => post.From).PlausibleDate();
        RuleFor(post => post.Until).PlausibleDate();
    }
}

internal sealed class AppointToPostHandler(ISecurityDatabase database, Act act, RulesInForce rules, IIdSource ids)
    : IRequestHandler<AppointToPost, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(AppointToPost command, CancellationToken cancellationToken)
    {
        // Two main leaders may be appointed at once: the one who waits then sees the other.
        await database.LockAsync<Unit, UnitId>(command.Unit, cancellationToken);
        var account = await database
            .Accounts.AsNoTracking()
            .FirstOrDefaultAsync(account => account.Id == command.Account, cancellationToken);
        if (account is null)
        {
            return Error.Unprocessable(
                "ACCOUNT_UNKNOWN",
                new("没有登记过该账号，请先登记。", "Register the account first.")
            );
        }

        var appointed = Post.Appoint(
            ids.Next<PostId>(),
            account,
            new(command.Unit, command.Kind, command.Title, command.From, command.Until),
            await MainLeadersMeanwhileAsync(command, cancellationToken),
            rules
        );
        if (appointed.IsFailure)
        {
            return appointed.Failure;
        }

        if (act.Authorise(appointed.Value, SecurityAuthorities.OnPost) is { IsFailure: true, Failure: { } denied })
        {
            return denied;
        }

        database.Posts.Add(appointed.Value);
        return await database.SaveChangesAsync(act, cancellationToken);
    }

    private Task<List<AccountId>> MainLeadersMeanwhileAsync(AppointToPost command, CancellationToken cancellationToken)
    {
        var until = command.Until ?? DateOnly.MaxValue;
        return database
            .Posts.Where(post =>
                post.Unit == command.Unit
                && post.Kind == PostKind.MainLeader
                && post.From <= until
                && (post.Until == null || (post.Until >= command.From && post.Until >= post.From))
            )
            .Select(post => post.Account)
            .ToListAsync(cancellationToken);
    }
}
