using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Delegations;

namespace SmartCity.Modules.Security.Application.Delegating;

/// <summary>一项代办委托</summary>
internal sealed record GetDelegation(DelegationId Delegation) : IQuery<GetDelegation.Answer>
{
    /// <summary>代办委托的内容</summary>
    /// <param name="Absentee">不在岗的账号</param>
    /// <param name="Deputy">代办的账号</param>
    /// <param name="EndedOn">提前结束的日期</param>
    /// <param name="IsInForce">今日是否在代办</param>
    internal sealed record Answer(
        DelegationId Id,
        UnitId Unit,
        AccountId Absentee,
        AccountId Deputy,
        DateOnly From,
        DateOnly Until,
        string Reason,
        DateOnly? EndedOn,
        bool IsInForce,
        long Version
    );
}

internal sealed class GetDelegationHandler(ISecurityDatabase database, RequestContext request, ILegalClock clock)
    : IRequestHandler<GetDelegation, Result<GetDelegation.Answer>>
{
    public async Task<Result<GetDelegation.Answer>> Handle(GetDelegation query, CancellationToken cancellationToken)
    {
        var delegation = await database
            .Delegations.AsNoTracking()
            .Where(DelegationAccess.ReadableBy(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Delegation, cancellationToken);
        return delegation is null
            ? Error.NotFound(new("代办委托", "delegation"))
            : new GetDelegation.Answer(
                delegation.Id,
                delegation.Unit,
                delegation.Absentee,
                delegation.Deputy,
                delegation.From,
                delegation.Until,
                delegation.Reason,
                delegation.EndedOn,
                delegation.IsInForceOn(clock.Today),
                delegation.Version
            );
    }
}
