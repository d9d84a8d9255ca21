using System.Text.Json;

namespace SmartCity.Evidence.Dossiers;

/// <summary>A document that an entry's content names.</summary>
/// <param name="Id">Which of its object's documents.</param>
/// <param name="Sha256">SHA-256, lower-case hex.</param>
/// <param name="Size">Bytes.</param>
internal sealed record NamedDocument(string Id, string Sha256, string Size);

/// <summary>Which content an entry erases, and on which basis.</summary>
/// <param name="Entry">The entry whose content it is.</param>
/// <param name="Hash">The hash of that entry's leaf, lower-case hex.</param>
internal sealed record NamedErasure(string Entry, string Hash, string Basis, string Document, string Reason);

/// <summary>What of an entry's content a verifier has to know: the members of form 2, which form 1 does not have.</summary>
/// <param name="Outcome">What came of the act; null where the content does not tell.</param>
internal sealed record EntryContent(IReadOnlyList<NamedDocument> Documents, NamedErasure? Erasure, string? Outcome)
{
    public const string Accepted = "Accepted";

    /// <exception cref="FormatException">The content is not of its form.</exception>
    public static EntryContent Read(string content)
    {
        try
        {
            using var parsed = JsonDocument.Parse(content, new() { AllowDuplicateProperties = false });
            return new(
                parsed.RootElement.TryGetProperty("namedDocuments", out var documents)
                    ? [.. documents.EnumerateArray().Select(ReadDocument)]
                    : [],
                parsed.RootElement.TryGetProperty("namedErasure", out var erasure) ? ReadErasure(erasure) : null,
                parsed.RootElement.TryGetProperty("outcome", out var outcome) ? outcome.GetString() : null
            );
        }
        catch (Exception malformed)
            when (malformed is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException(malformed.Message, malformed);
        }
    }

    private static NamedDocument ReadDocument(JsonElement document) =>
        new(TextOf(document, "id"), TextOf(document, "sha256"), TextOf(document, "size"));

    private static NamedErasure ReadErasure(JsonElement erasure) =>
        new(
            TextOf(erasure, "entry"),
            TextOf(erasure, "hash"),
            TextOf(erasure, "basis"),
            TextOf(erasure, "document"),
            TextOf(erasure, "reason")
        );

    private static string TextOf(JsonElement element, string member) =>
        element.GetProperty(member).GetString() ?? throw new FormatException($"'{member}' is null.");
}
