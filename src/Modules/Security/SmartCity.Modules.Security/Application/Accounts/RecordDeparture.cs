using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Application.Notices;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>
/// A person has left: his posts end, his account is closed, nobody stands in for him nor he for anybody, and the modules
/// that name him for a duty hear of it.
/// </summary>
/// <param name="Basis">The decision by name and number.</param>
internal sealed record RecordDeparture(AccountId Account, DateOnly LastDay, string Basis, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class RecordDepartureValidator : AbstractValidator<RecordDeparture>
{
    public RecordDepartureValidator()
    {
        RuleFor(command => command.LastDay).PlausibleDate();
        RuleFor(command => command.Basis).RequiredText(InputRules.ShortText);
    }
}

internal sealed class RecordDepartureHandler(
    ISecurityDatabase database,
    Act act,
    OpenNotices open,
    BoundCertificates certificates
) : IRequestHandler<RecordDeparture, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RecordDeparture command, CancellationToken cancellationToken)
    {
        // A certificate that is being bound just now is unbound with the others.
        await database.LockAsync<Account, AccountId>(command.Account, cancellationToken);
        var account = await database.Accounts.FirstOrDefaultAsync(
            account => account.Id == command.Account,
            cancellationToken
        );
        var left = act.Authorise(account, SecurityAuthorities.OnAccount, command.ExpectedVersion)
            .Then(() => account!.Leave(command.LastDay, command.Basis, act.LegalDate));
        if (left.IsFailure)
        {
            return left.Failure;
        }

        await EndPostsAsync(command, cancellationToken);
        await EndDelegationsAsync(command.Account, cancellationToken);
        await open.MoveToUnitAsync(command.Account, cancellationToken);
        await certificates.UnbindAllAsync(command.Account, act.At, cancellationToken);
        return await database.SaveChangesAsync(act, cancellationToken);
    }

    private async Task EndPostsAsync(RecordDeparture command, CancellationToken cancellationToken)
    {
        var posts = await database
            .Posts.Where(post => post.Account == command.Account)
            .Where(post => post.Until == null || post.Until > command.LastDay)
            .ToListAsync(cancellationToken);
        posts.ForEach(post => post.EndWith(command.LastDay));
    }

    private async Task EndDelegationsAsync(AccountId account, CancellationToken cancellationToken)
    {
        var today = act.LegalDate;
        var delegations = await database
            .Delegations.Where(one => one.Absentee == account || one.Deputy == account)
            .Where(one => one.EndedOn == null && one.Until >= today)
            .ToListAsync(cancellationToken);
        delegations.ForEach(one => one.End(today));
    }
}
