using System.Linq.Expressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Operations.Application.Faults;

/// <summary>Who may read a fault report, and who may act on it; lists and details ask the same expression.</summary>
internal static class FaultAccess
{
    /// <summary>The lead unit, the contractor who repairs, the office and those who oversee it.</summary>
    public static Expression<Func<FaultReport, bool>> ReadableBy(Actor actor)
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
        return report => units.Contains(report.LeadUnit) || units.Contains(report.Contractor);
    }

    /// <summary>For acts of the unit that reported it.</summary>
    public static ObjectAuthority<FaultReport> OfTheLeadUnit { get; } =
        new(
            MayRead,
            (actor, report) =>
                actor.IsOf(report.LeadUnit.Value)
                    ? null
                    : Error.WrongAuthority(new("项目牵头单位", "the lead unit of the project"), 41)
        );

    /// <summary>For acts of the contractor who owes the warranty.</summary>
    public static ObjectAuthority<FaultReport> OfTheContractor { get; } =
        new(
            MayRead,
            (actor, report) =>
                actor.IsOf(report.Contractor.Value)
                    ? null
                    : Error.WrongAuthority(new("承担保修责任的承揽单位", "the contractor who owes the warranty"), 41)
        );

    private static bool MayRead(Actor actor, FaultReport report) =>
        ReadableBy(actor).Compile(preferInterpretation: true)(report);
}
