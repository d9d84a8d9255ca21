using SmartCity.BuildingBlocks.Acts;

namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>Which accounts one administrator alone cannot open.</summary>
/// <param name="roles">The roles in which they act.</param>
internal sealed class ConfirmationPolicy(IReadOnlyCollection<string> roles)
{
    /// <summary>
    /// What the module registers comes from the command line or the demonstration: whoever starts it there is the operator,
    /// and the first administrators come from nowhere else.
    /// </summary>
    public bool Requires(Actor registrar, string role) => registrar.Kind == ActorKind.Person && roles.Contains(role);
}
