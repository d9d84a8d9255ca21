using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Application.Notices;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>
/// Closes an account: nobody signs in to it and no token is issued or renewed for it any more. A token issued before is
/// refused within a minute. What is open in its inbox moves to its unit's, and no certificate stays bound to it.
/// Where a person leaves, <see cref="RecordDeparture"/> says since when and why.
/// </summary>
internal sealed record CloseAccount(AccountId Account, long ExpectedVersion) : ICommand, IChangesObject, INoInput;

internal sealed class CloseAccountHandler(
    ISecurityDatabase database,
    Act act,
    OpenNotices open,
    BoundCertificates certificates
) : IRequestHandler<CloseAccount, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(CloseAccount command, CancellationToken cancellationToken)
    {
        // A certificate that is being bound just now is unbound with the others.
        await database.LockAsync<Account, AccountId>(command.Account, cancellationToken);
        var account = await database.Accounts.FirstOrDefaultAsync(
            account => account.Id == command.Account,
            cancellationToken
        );
        var closed = act.Authorise(account, SecurityAuthorities.OnAccount, command.ExpectedVersion)
            .Then(() => account!.Close(act.LegalDate));
        if (closed.IsFailure)
        {
            return closed.Failure;
        }

        await open.MoveToUnitAsync(command.Account, cancellationToken);
        await certificates.UnbindAllAsync(command.Account, act.At, cancellationToken);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
