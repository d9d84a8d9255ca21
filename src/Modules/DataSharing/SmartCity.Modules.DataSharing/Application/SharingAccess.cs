using System.Linq.Expressions;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Modules.DataSharing.Domain.Retrievals;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Application;

/// <summary>
/// Who may read what; lists and details ask the same expression. The bureau and the centre run the sharing, and those
/// who oversee it read everything but another unit's draft.
/// </summary>
internal static class SharingAccess
{
    /// <summary>
    /// What is published is read by all who sign in, in the city and its counties; a specially shared resource only by
    /// its recipients; a draft only by its provider.
    /// </summary>
    public static Expression<Func<Resource, bool>> ResourcesFor(Actor actor)
    {
        var units = Roles.UnitsActedFor(actor);
        var readsAll = ReadsAll(actor);
        return resource =>
            units.Contains(resource.Provider)
            || (
                resource.State == ResourceState.Published
                && (
                    readsAll
                    || resource.ShareType != ShareType.Special
                    || resource.Recipients.Any(one => units.Contains(one.Unit))
                )
            );
    }

    /// <summary>The unit that agreed, the bureau that signs.</summary>
    public static Expression<Func<Agreement, bool>> AgreementsFor(Actor actor)
    {
        var units = Roles.UnitsActedFor(actor);
        var readsAll = ReadsAll(actor);
        return agreement => readsAll || units.Contains(agreement.Unit);
    }

    /// <summary>The unit that was granted, the unit that provides.</summary>
    public static Expression<Func<Grant, bool>> GrantsFor(Actor actor)
    {
        var units = Roles.UnitsActedFor(actor);
        var readsAll = ReadsAll(actor);
        return grant => readsAll || units.Contains(grant.Unit) || units.Contains(grant.Provider);
    }

    /// <summary>The unit that took the data, the unit whose data it is.</summary>
    public static Expression<Func<Retrieval, bool>> RetrievalsFor(Actor actor)
    {
        var units = Roles.UnitsActedFor(actor);
        var readsAll = ReadsAll(actor);
        return retrieval => readsAll || units.Contains(retrieval.Unit) || units.Contains(retrieval.Provider);
    }

    /// <summary>For acts of the provider on its own entry.</summary>
    public static ObjectAuthority<Resource> OfProvider { get; } =
        new(
            (actor, resource) => ResourcesFor(actor).Compile(preferInterpretation: true)(resource),
            (actor, resource) =>
                actor.IsOf(resource.Provider.Value)
                    ? null
                    : Error.WrongAuthority(new("提供单位", "the unit that provides it"), 16)
        );

    /// <summary>For acts of the unit that needs the data; the bureau signs and ends what any unit proposed.</summary>
    public static ObjectAuthority<Agreement> OfUnitOrBureau { get; } =
        new(
            (actor, agreement) => AgreementsFor(actor).Compile(preferInterpretation: true)(agreement),
            (actor, agreement) =>
                actor.IsOf(agreement.Unit.Value) || actor.Role == Roles.BigDataBureau
                    ? null
                    : Error.WrongAuthority(new("协议双方", "a party to the agreement"), 33)
        );

    /// <summary>For acts of the bureau and of the unit that asks; the authority table tells who sends which.</summary>
    public static ObjectAuthority<Grant> OfReader { get; } =
        new((actor, grant) => GrantsFor(actor).Compile(preferInterpretation: true)(grant), (_, _) => null);

    /// <summary>Only the provider can refuse (INT-07).</summary>
    public static ObjectAuthority<Grant> OfGrantProvider { get; } =
        new(
            OfReader.MayRead,
            (actor, grant) =>
                actor.IsOf(grant.Provider.Value)
                    ? null
                    : Error.WrongAuthority(new("提供该数据的单位", "the unit that provides the data"), 18)
        );

    /// <summary>For the two ends of a retrieval: the account that takes the data.</summary>
    public static ObjectAuthority<Retrieval> OfRetriever { get; } =
        new((actor, retrieval) => retrieval.Account.Value == actor.Account, (_, _) => null);

    public static bool ReadsAll(Actor actor) =>
        actor.ReadsOnly || actor.Role is Roles.BigDataBureau or Roles.DataServiceCentre;
}
