using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Canaries.Alpha.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Canaries.Alpha.Application.Permits;

internal sealed record RevokePermit(PermitId Permit, long ExpectedVersion) : ICommand, INoInput, IChangesObject;

internal sealed class RevokePermitHandler(IAlphaDatabase database, RulesInForce rules, Act act)
    : IRequestHandler<RevokePermit, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RevokePermit request, CancellationToken cancellationToken)
    {
        var permit = await database.Permits.FirstAsync(one => one.Id == request.Permit, cancellationToken);
        var verdict = permit.Revoke(rules);
        return verdict.IsFailure ? verdict.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
