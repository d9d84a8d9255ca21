using System.Linq.Expressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Construction.Domain.Certificates;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Construction.Application;

/// <summary>The registers of article 10 are read by every account of the city, and a contractor's entry by itself.</summary>
internal static class RegisterAccess
{
    public static Expression<Func<Contractor, bool>> ContractorsReadableBy(Actor actor)
    {
        var units = Roles.UnitsActedFor(actor);
        return actor.Jurisdiction == Jurisdictions.City ? _ => true : contractor => units.Contains(contractor.Unit);
    }

    public static Expression<Func<RecognisedCertificateKind, bool>> KindsReadableBy(Actor actor) =>
        actor.Jurisdiction == Jurisdictions.City ? _ => true : _ => false;

    /// <summary>For acts of the office; the authority table lets nobody else send them.</summary>
    public static ObjectAuthority<Contractor> OfTheOffice { get; } = new((_, _) => true, (_, _) => null);

    /// <inheritdoc cref="OfTheOffice"/>
    public static ObjectAuthority<RecognisedCertificateKind> KindsOfTheOffice { get; } =
        new((_, _) => true, (_, _) => null);
}
