using System.Linq.Expressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Exports;

namespace SmartCity.Modules.Security.Application.Exporting;

/// <summary>Who may read of an export; list and detail ask the same expression.</summary>
internal static class ExportAccess
{
    /// <summary>
    /// As with audit entries: those who oversee and the informatization office all, others those of the unit they act for,
    /// and their own.
    /// </summary>
    public static Expression<Func<Export, bool>> ReadableBy(Actor actor)
    {
        if (actor.ReadsOnly || actor.Role == Roles.InformatizationOffice)
        {
            return _ => true;
        }

        var (units, account) = (Roles.UnitsActedFor(actor), new AccountId(actor.Account));
        return export => units.Contains(export.Unit) || export.Account == account;
    }
}
