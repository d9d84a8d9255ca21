using System.ComponentModel;
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
    internal sealed record Answer(
        [property: Description("代办委托编号")] DelegationId Id,
        [property: Description("单位编号")] UnitId Unit,
        [property: Description("不在岗的账号")] AccountId Absentee,
        [property: Description("代办的账号")] AccountId Deputy,
        [property: Description("首日")] DateOnly From,
        [property: Description("末日")] DateOnly Until,
        [property: Description("事由")] string Reason,
        [property: Description("提前结束的日期")] DateOnly? EndedOn,
        [property: Description("今日是否在代办")] bool IsInForce,
        [property: Description("版本")] long Version
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
