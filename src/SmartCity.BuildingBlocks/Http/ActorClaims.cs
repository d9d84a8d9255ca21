using System.Security.Claims;
using SmartCity.BuildingBlocks.Acts;

namespace SmartCity.BuildingBlocks.Http;

/// <summary>How a token names its actor.</summary>
public static class ActorClaims
{
    public const string Account = "sub";
    public const string Name = "name";
    public const string Unit = "unit";

    /// <summary>One for each unit whose business the actor's unit has taken over.</summary>
    public const string Predecessor = "unit_predecessor";
    public const string Role = "role";
    public const string Jurisdiction = "jurisdiction";
    public const string ReadsOnly = "reads_only";

    /// <summary><c>person</c> or <c>partner-system</c>.</summary>
    public const string Kind = "actor_kind";

    public const string PartnerSystemKind = "partner-system";

    /// <summary>The actor that a token names, or null where a claim is missing or malformed.</summary>
    public static Actor? ActorOf(ClaimsPrincipal principal)
    {
        if (
            !Guid.TryParse(principal.FindFirstValue(Account), out var account)
            || !Guid.TryParse(principal.FindFirstValue(Unit), out var unit)
            || principal.FindFirstValue(Role) is not { Length: > 0 } role
            || principal.FindFirstValue(Jurisdiction) is not { Length: > 0 } jurisdiction
        )
        {
            return null;
        }

        var kind = principal.HasClaim(Kind, PartnerSystemKind) ? ActorKind.PartnerSystem : ActorKind.Person;
        var readsOnly = principal.HasClaim(ReadsOnly, "true");
        return new(kind, account, principal.FindFirstValue(Name) ?? "", unit, role, jurisdiction, readsOnly)
        {
            Predecessors = PredecessorsOf(principal),
        };
    }

    private static Guid[] PredecessorsOf(ClaimsPrincipal principal) =>
        [
            .. principal
                .FindAll(Predecessor)
                .Select(claim => Guid.TryParse(claim.Value, out var unit) ? unit : Guid.Empty)
                .Where(unit => unit != Guid.Empty),
        ];
}
