using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.Auditing;

/// <summary>Who may read an audit entry; list and detail ask the same expression.</summary>
internal static class AuditAccess
{
    /// <summary>What is told where an entry is not there, or not for this actor.</summary>
    public static Error Absent { get; } = Error.NotFound(new("审计条目", "audit entry"));

    /// <summary>
    /// Those who oversee (article 34) and the municipal informatization office read all; everybody else the acts of the
    /// unit he acts for, or where he acts for none, his own. An attempt that was answered as if there were no such object is
    /// not among them: the entry stands in the object's chain and would tell that it is there.
    /// </summary>
    public static IQueryable<AuditEntry> ReadableTo(this IQueryable<AuditEntry> entries, Actor actor) =>
        actor.ReadsOnly || actor.Role == Roles.InformatizationOffice
            ? entries
            : entries
                .Where(
                    Roles.ActForTheirUnit(actor.Role)
                        ? AuditConditions.OfAnyUnit([actor.Unit, .. actor.Predecessors])
                        : AuditConditions.OfAccount(actor.Account)
                )
                .Where(AuditConditions.WithoutCode(Absent.Code));
}
