using System.Linq.Expressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Delegations;

namespace SmartCity.Modules.Security.Application.Delegating;

/// <summary>A unit knows who of its own is absent and who stands in; administrators know it of all.</summary>
internal static class DelegationAccess
{
    public static Expression<Func<Delegation, bool>> ReadableBy(Actor actor)
    {
        var unit = new UnitId(actor.Unit);
        return actor.Role == Roles.Administrator ? _ => true : delegation => delegation.Unit == unit;
    }
}
