using System.Linq.Expressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Operations.Domain.MaintenanceRequests;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Operations.Application.Maintenance;

/// <summary>Who may read a maintenance request; lists and details ask the same expression.</summary>
internal static class MaintenanceAccess
{
    /// <summary>The lead unit, finance, the office and those who oversee it.</summary>
    public static Expression<Func<MaintenanceRequest, bool>> ReadableBy(Actor actor)
    {
        if (!OperationsAccess.IsOfTheCity(actor))
        {
            return _ => false;
        }

        if (OperationsAccess.SeesAll(actor) || actor.Role == Roles.FinanceBureau)
        {
            return _ => true;
        }

        var units = Roles.UnitsActedFor(actor);
        return request => units.Contains(request.LeadUnit);
    }

    /// <summary>For the unit that asks: it made the request itself, as the lead unit of the project.</summary>
    public static ObjectAuthority<MaintenanceRequest> OfTheLeadUnit { get; } =
        new((actor, request) => actor.IsOf(request.LeadUnit.Value), (_, _) => null);
}
