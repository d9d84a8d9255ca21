using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartCity.Evidence.Dossiers;

/// <summary>One object of the regulation's work, named as its audit entries name it.</summary>
internal readonly record struct ObjectKey(string Schema, string ObjectType, string ObjectId) : IComparable<ObjectKey>
{
    public int CompareTo(ObjectKey other) =>
        string.CompareOrdinal(Schema, other.Schema) is var bySchema and not 0 ? bySchema
        : string.CompareOrdinal(ObjectType, other.ObjectType) is var byType and not 0 ? byType
        : string.CompareOrdinal(ObjectId, other.ObjectId);

    public override string ToString() => $"{Schema} {ObjectType} {ObjectId}";
}

/// <summary>A line of <c>entries.jsonl</c>.</summary>
/// <param name="Index">The leaf's place in the log; null while the entry is not in it.</param>
/// <param name="Leaf">The leaf, byte for byte.</param>
/// <param name="Salt">What the commitment was salted with; null where the content is not there.</param>
/// <param name="Content">The content, byte for byte; null where it is withheld or erased.</param>
/// <param name="Erased">Where the content was erased: the entry that did so, as a line of its own.</param>
/// <param name="Proof">The inclusion proof under the dossier's checkpoint, base64.</param>
internal sealed record EntryLine(
    string? Index,
    string Leaf,
    string? Salt,
    string? Content,
    EntryLine? Erased,
    IReadOnlyList<string>? Proof
);

/// <summary>The leaf of docs/evidence.md. Of form 2 the content has members that begin with <c>named</c>; else they are alike.</summary>
internal sealed record Leaf(
    int Form,
    string Entry,
    string Schema,
    string ObjectType,
    string ObjectId,
    string Number,
    string Previous,
    string At,
    string Commitment
);

/// <summary>A line of <c>heads.jsonl</c>: how many entries of an object the log holds, and the hash of the last.</summary>
internal sealed record HeadLine(string Schema, string ObjectType, string ObjectId, string Number, string Hash);

/// <summary>A line of <c>successions.jsonl</c>: a statement, and where it stands in the log.</summary>
internal sealed record SuccessionLine(string Index, string Leaf, IReadOnlyList<string> Proof);

/// <summary>A line of <c>documents.jsonl</c>; the document stands under <c>documents/SHA256</c> unless it is absent.</summary>
/// <param name="Absent"><c>withheld</c> or <c>gone</c>; null where it is there.</param>
/// <param name="Reason">Why it is not there, in both languages.</param>
internal sealed record DocumentLine(string Sha256, string Size, string? Absent, DocumentReason? Reason);

internal sealed record DocumentReason(string Zh, string En);

/// <summary>What a member says twice, or what nobody knows, is an error: two readers must never read two things.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(EntryLine))]
[JsonSerializable(typeof(Leaf))]
[JsonSerializable(typeof(HeadLine))]
[JsonSerializable(typeof(DocumentLine))]
[JsonSerializable(typeof(SuccessionLine))]
[JsonSerializable(typeof(SuccessionLeaf))]
internal sealed partial class DossierJson : JsonSerializerContext
{
    /// <exception cref="FormatException">The line is not of its form.</exception>
    public static T Read<T>(ReadOnlySpan<byte> line)
    {
        try
        {
            return (T?)JsonSerializer.Deserialize(line, typeof(T), Default)
                ?? throw new FormatException("A line is null.");
        }
        catch (JsonException malformed)
        {
            throw new FormatException(malformed.Message, malformed);
        }
    }
}
