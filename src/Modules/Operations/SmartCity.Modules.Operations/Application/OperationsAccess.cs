using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Operations.Application;

/// <summary>What the access of all objects of this module has in common.</summary>
internal static class OperationsAccess
{
    /// <summary>
    /// The module's objects are the city's: officers and units of a county see none. A contractor is bound to no
    /// jurisdiction; he sees what concerns him.
    /// </summary>
    public static bool IsOfTheCity(Actor actor) =>
        actor.Jurisdiction == Jurisdictions.City || actor.Role == Roles.Contractor;

    /// <summary>The office, and those who oversee it.</summary>
    public static bool SeesAll(Actor actor) => actor.ReadsOnly || actor.Role == Roles.InformatizationOffice;

    /// <summary>For acts that the module does on an event.</summary>
    public static ObjectAuthority<TRoot> OfTheModule<TRoot>()
        where TRoot : AggregateRoot => new((actor, _) => actor.Kind == ActorKind.Module, (_, _) => null);
}
