using System.Linq.Expressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Acceptance.Application;

/// <summary>Who may read an acceptance, and who may act on it; lists and details ask the same expression.</summary>
internal static class AcceptanceAccess
{
    /// <summary>
    /// The lead and participating units, the contractors, the panels' experts and units; finance, the big data bureau, the
    /// data service centre, the office and those who oversee it read all. Officers of a county see no municipal project
    /// (article 5).
    /// </summary>
    public static Expression<Func<ProjectAcceptance, bool>> ReadableBy(Actor actor)
    {
        var (units, account) = (Roles.UnitsActedFor(actor), new AccountId(actor.Account));
        if (actor.Role == Roles.Expert)
        {
            return acceptance => acceptance.Rounds.Any(round => round.Experts.Any(one => one.Account == account));
        }

        if (actor.Role == Roles.Contractor)
        {
            return acceptance =>
                acceptance.Units.Any(one => units.Contains(one.Unit) && one.Part == UnitPart.Contractor);
        }

        if (actor.Jurisdiction != Jurisdictions.City)
        {
            return _ => false;
        }

        if (SeesAll(actor))
        {
            return _ => true;
        }

        return acceptance =>
            units.Contains(acceptance.LeadUnit)
            || acceptance.Units.Any(one => units.Contains(one.Unit))
            || acceptance.Rounds.Any(round => round.Departments.Any(one => units.Contains(one.Unit)));
    }

    public static bool SeesAll(Actor actor) =>
        actor.Jurisdiction == Jurisdictions.City && (actor.ReadsOnly || ReadingAll.Contains(actor.Role));

    public static ObjectAuthority<ProjectAcceptance> OfTheLeadUnit { get; } =
        new(
            MayRead,
            (actor, acceptance) =>
                actor.IsOf(acceptance.LeadUnit.Value)
                    ? null
                    : Error.WrongAuthority(new("项目牵头单位", "the lead unit of the project"), 35)
        );

    /// <summary>For acts of the office; the authority table lets nobody else send them.</summary>
    public static ObjectAuthority<ProjectAcceptance> OfTheOffice { get; } = new(MayRead, (_, _) => null);

    /// <summary>For what the module does on events; the authority table lets nobody else send it.</summary>
    public static ObjectAuthority<ProjectAcceptance> OfTheModule { get; } = new((_, _) => true, (_, _) => null);

    private static readonly string[] ReadingAll =
    [
        Roles.InformatizationOffice,
        Roles.FinanceBureau,
        Roles.BigDataBureau,
        Roles.DataServiceCentre,
    ];

    private static bool MayRead(Actor actor, ProjectAcceptance acceptance) =>
        ReadableBy(actor).Compile(preferInterpretation: true)(acceptance);
}
