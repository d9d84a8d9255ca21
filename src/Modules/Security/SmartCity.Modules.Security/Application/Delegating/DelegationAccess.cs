using System.Linq.Expressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Delegations;

namespace SmartCity.Modules.Security.Application.Delegating;

/// <summary>
/// A unit knows who of its own is absent and who stands in, and the two themselves do; administrators and those who oversee
/// (article 34) know it of all.
/// </summary>
internal static class DelegationAccess
{
    public static Expression<Func<Delegation, bool>> ReadableBy(Actor actor)
    {
        if (actor.ReadsOnly || actor.Role == Roles.Administrator)
        {
            return _ => true;
        }

        var (units, account) = (Roles.UnitsActedFor(actor), new AccountId(actor.Account));
        return delegation =>
            units.Contains(delegation.Unit) || delegation.Absentee == account || delegation.Deputy == account;
    }
}
