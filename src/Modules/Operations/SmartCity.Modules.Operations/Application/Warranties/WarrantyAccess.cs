using System.Linq.Expressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Operations.Application.Warranties;

/// <summary>Who may read a warranty; lists and details ask the same expression.</summary>
internal static class WarrantyAccess
{
    /// <summary>The lead unit, the contractor who owes it, the office and those who oversee it.</summary>
    public static Expression<Func<Warranty, bool>> ReadableBy(Actor actor)
    {
        if (!OperationsAccess.IsOfTheCity(actor))
        {
            return _ => false;
        }

        if (OperationsAccess.SeesAll(actor))
        {
            return _ => true;
        }

        var units = Roles.UnitsActedFor(actor);
        return warranty => units.Contains(warranty.LeadUnit) || units.Contains(warranty.Contractor);
    }

    public static bool MayRead(Actor actor, Warranty warranty) =>
        ReadableBy(actor).Compile(preferInterpretation: true)(warranty);
}
