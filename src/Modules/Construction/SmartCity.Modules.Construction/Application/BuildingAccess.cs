using System.Linq.Expressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Projects;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Construction.Application;

/// <summary>Who may read a building, and who may act on it; lists and details ask the same expression.</summary>
internal static class BuildingAccess
{
    /// <summary>
    /// Lead and participating units, the office and those who oversee it, finance once a contract was signed, the awarded
    /// contractor its own, and whom the office assigned. Officers of a county never see a municipal project (article 5).
    /// </summary>
    public static Expression<Func<Building, bool>> ReadableBy(Actor actor)
    {
        var (units, account) = (Roles.UnitsActedFor(actor), new AccountId(actor.Account));
        if (actor.Role == Roles.Expert)
        {
            return building => building.Experts.Any(expert => expert.Account == account);
        }

        if (actor.Role == Roles.Contractor)
        {
            return building => building.AwardedTo != null && units.Contains(building.AwardedTo.Value);
        }

        if (actor.Jurisdiction != Jurisdictions.City)
        {
            return _ => false;
        }

        if (actor.ReadsOnly || actor.Role == Roles.InformatizationOffice)
        {
            return _ => true;
        }

        var readsContracted = actor.Role == Roles.FinanceBureau;
        return building =>
            units.Contains(building.LeadUnit)
            || building.Participants.Any(one => units.Contains(one.Unit))
            || building.Experts.Any(expert => expert.Account == account)
            || (readsContracted && building.Contract != null);
    }

    /// <summary>For acts of the lead unit on a building that exists.</summary>
    public static ObjectAuthority<Building> OfTheLeadUnit { get; } =
        new(MayRead, (actor, building) => actor.IsOf(building.LeadUnit.Value) ? null : NotTheLeadUnit());

    /// <summary>For acts of the office; the authority table lets nobody else send them.</summary>
    public static ObjectAuthority<Building> OfTheOffice { get; } = new(MayRead, (_, _) => null);

    /// <summary>For what follows from an event; the authority table lets only the module itself send it.</summary>
    public static ObjectAuthority<Building> OfTheModule { get; } = new((_, _) => true, (_, _) => null);

    /// <summary>May this actor open the tender of a project; a project that is not his unit's does not exist for him.</summary>
    public static Result MayOpen(Actor actor, Project? project)
    {
        if (project is not null && actor.IsOf(project.LeadUnit.Value))
        {
            return Result.Success;
        }

        return project is not null && project.ParticipatingUnits.Any(unit => actor.IsOf(unit.Value))
            ? NotTheLeadUnit()
            : Error.NotFound(new("申报事项", "declaration"));
    }

    /// <summary>
    /// May this actor read a bid: a contractor only its own, so that it learns nothing of its competitors; whoever reads
    /// the building only because the office assigned him, the one that won.
    /// </summary>
    public static bool SeesBid(Actor actor, Building building, Bid bid) =>
        actor.Role == Roles.Contractor ? actor.IsOf(bid.ContractorUnit.Value)
        : IsOnlyAssigned(actor, building) ? building.Award?.Bid == bid.Id
        : true;

    private static bool IsOnlyAssigned(Actor actor, Building building) =>
        actor.Role == Roles.Expert
        || !(
            actor.ReadsOnly
            || actor.Role is Roles.InformatizationOffice or Roles.FinanceBureau
            || actor.IsOf(building.LeadUnit.Value)
            || building.Participants.Any(one => actor.IsOf(one.Unit.Value))
        );

    private static bool MayRead(Actor actor, Building building) =>
        ReadableBy(actor).Compile(preferInterpretation: true)(building);

    private static Error NotTheLeadUnit() =>
        Error.WrongAuthority(new("项目牵头单位", "the lead unit of the project"), 8);
}
