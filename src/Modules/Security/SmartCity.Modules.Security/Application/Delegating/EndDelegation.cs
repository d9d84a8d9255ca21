using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Delegations;

namespace SmartCity.Modules.Security.Application.Delegating;

/// <summary>Ends a delegation before its last day, or before its first.</summary>
internal sealed record EndDelegation(DelegationId Delegation, long ExpectedVersion)
    : ICommand,
        IChangesObject,
        INoInput;

internal sealed class EndDelegationHandler(ISecurityDatabase database, Act act)
    : IRequestHandler<EndDelegation, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(EndDelegation command, CancellationToken cancellationToken)
    {
        var delegation = await database.Delegations.FirstOrDefaultAsync(
            one => one.Id == command.Delegation,
            cancellationToken
        );
        var ended = act.Authorise(delegation, SecurityAuthorities.OnDelegation, command.ExpectedVersion)
            .Then(() => delegation!.End(act.LegalDate));
        return ended.IsFailure ? ended.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
