using System.Text.Json;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.BuildingBlocks.Audit;

/// <summary>What an entry tells of its act, as docs/evidence.md describes it.</summary>
/// <param name="Actor">The account's id, or <c>System(module)</c>.</param>
/// <param name="Unit">The unit acted for; the empty id for a module.</param>
/// <param name="OnBehalfOf">The entry of the act that caused this one.</param>
/// <param name="LookedAt">What a reading looked at; null for every other act.</param>
/// <param name="Request">SHA-256 of the command in canonical form, lower-case hex.</param>
/// <param name="Result">SHA-256 of the receipt or of the codes in canonical form, lower-case hex.</param>
/// <param name="NamedDocuments">The documents that the command named; null where it named none.</param>
/// <param name="NamedErasure">Whose content it erased; null for every other act.</param>
public sealed record AuditContent(
    ActorKind ActorKind,
    string Actor,
    Guid Unit,
    string Role,
    Guid? OnBehalfOf,
    string Command,
    int Article,
    DateOnly LegalDate,
    AuditOutcome Outcome,
    IReadOnlyList<string> Codes,
    IReadOnlyList<Judgement> Judgements,
    string Request,
    string Result,
    LookedAt? LookedAt = null,
    IReadOnlyList<NamedDocument>? NamedDocuments = null,
    NamedErasure? NamedErasure = null
)
{
    public static AuditContent Of(AuditEntry entry) =>
        JsonSerializer.Deserialize<AuditContent>(entry.Content, Json.Options)!;

    /// <summary>Null where the content is none any more: somebody reached into the database, or it was erased.</summary>
    public static AuditContent? TryOf(AuditEntry entry)
    {
        try
        {
            return Of(entry);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
