using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>
/// Closes an account: nobody signs in to it and no token is issued or renewed for it any more. A token issued before runs
/// out by itself, within its half hour.
/// </summary>
internal sealed record CloseAccount(AccountId Account, long ExpectedVersion) : ICommand, IChangesObject, INoInput;

internal sealed class CloseAccountHandler(ISecurityDatabase database, Act act)
    : IRequestHandler<CloseAccount, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(CloseAccount command, CancellationToken cancellationToken)
    {
        var account = await database.Accounts.FirstOrDefaultAsync(
            account => account.Id == command.Account,
            cancellationToken
        );
        var closed = act.Authorise(account, SecurityAuthorities.OnAccount, command.ExpectedVersion)
            .Then(() => account!.Close());
        return closed.IsFailure ? closed.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
