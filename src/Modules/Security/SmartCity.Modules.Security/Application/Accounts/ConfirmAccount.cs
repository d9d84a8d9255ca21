using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>Opens an account of great power that another administrator has registered; from now on its holder can sign in.</summary>
internal sealed record ConfirmAccount(AccountId Account, long ExpectedVersion) : ICommand, IChangesObject, INoInput;

internal sealed class ConfirmAccountHandler(ISecurityDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<ConfirmAccount, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ConfirmAccount command, CancellationToken cancellationToken)
    {
        var account = await database.Accounts.FirstOrDefaultAsync(
            account => account.Id == command.Account,
            cancellationToken
        );
        var confirmed = act.Authorise(account, SecurityAuthorities.OnAwaitingAccount, command.ExpectedVersion)
            .Then(() => account!.Confirm(new(act.Actor.Account), rules));
        return confirmed.IsFailure ? confirmed.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
