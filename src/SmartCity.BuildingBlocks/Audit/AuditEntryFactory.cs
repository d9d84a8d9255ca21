using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Audit;

/// <summary>Where an object's chain of entries stands: the number and hash of its last entry.</summary>
public sealed record ChainHead(long Number, string Hash)
{
    /// <summary>Before the first entry: number 0 and a hash of zeroes.</summary>
    public static ChainHead Empty { get; } = new(0, new string('0', 64));
}

/// <summary>Makes the entry of an act in its final canonical form, described in docs/evidence.md.</summary>
public static class AuditEntryFactory
{
    private const int SaltBytes = 32;

    /// <summary>The leaf of every entry that names nothing: as from the first day.</summary>
    private const int FirstForm = 1;

    /// <summary>The content holds a member that begins with <c>named</c>: who knows the first form only must not overlook it.</summary>
    private const int FormThatNames = 2;

    public static AuditEntry Accepted(Act act, string schema, ChainHead head, Receipt receipt) =>
        Make(act, schema, act.Target!, head, AuditOutcome.Accepted, [], CanonicalJson.HashOf(receipt));

    public static AuditEntry Failed(Act act, string schema, ObjectReference target, ChainHead head, Error error) =>
        Make(act, schema, target, head, OutcomeOf(error.Kind), error.Codes, CanonicalJson.HashOf(error.Codes));

    /// <summary>Of a reading: it was answered, or why not.</summary>
    public static AuditEntry Read(Act act, string schema, ObjectReference reader, ChainHead head, Error? refusal) =>
        refusal is null
            ? Make(act, schema, reader, head, AuditOutcome.Accepted, [], CanonicalJson.HashOf(Array.Empty<string>()))
            : Failed(act, schema, reader, head, refusal);

    /// <summary>The hash by which the next entry of the object, and the log, name this leaf.</summary>
    public static string LeafHash(string leaf) =>
        Convert.ToHexStringLower(SHA256.HashData([0x00, .. Encoding.UTF8.GetBytes(leaf)]));

    /// <summary>What the leaf says of the content without giving it away.</summary>
    public static string Commitment(string salt, string content) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(salt), .. Encoding.UTF8.GetBytes(content)]));

    /// <summary>Whether leaf and content are those that were written: the leaf by its hash, the content by its commitment.</summary>
    public static bool IsIntact(AuditEntry entry)
    {
        try
        {
            using var leaf = JsonDocument.Parse(entry.Leaf);
            return LeafHash(entry.Leaf) == entry.Hash
                && Commitment(entry.Salt, entry.Content) == leaf.RootElement.GetProperty("commitment").GetString();
        }
        catch (Exception broken) when (broken is JsonException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }

    private static AuditEntry Make(
        Act act,
        string schema,
        ObjectReference target,
        ChainHead head,
        AuditOutcome outcome,
        IReadOnlyList<string> codes,
        string resultHash
    )
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
        var content = Content(act, outcome, codes, resultHash);
        var leaf = Leaf(act, schema, target, head, Commitment(salt, content));
        return new()
        {
            Id = act.AuditEntry,
            ObjectType = target.Type,
            ObjectId = target.Id,
            Number = head.Number + 1,
            At = act.At,
            Leaf = leaf,
            Hash = LeafHash(leaf),
            Salt = salt,
            Content = content,
        };
    }

    private static string Leaf(Act act, string schema, ObjectReference target, ChainHead head, string commitment)
    {
        var text = new StringBuilder(512);
        new CanonicalObject(text)
            .Text("at", Instant(act.At))
            .Text("commitment", commitment)
            .Text("entry", act.AuditEntry.ToString())
            .Number("form", Names(act) ? FormThatNames : FirstForm)
            .Text("number", (head.Number + 1).ToString(CultureInfo.InvariantCulture))
            .Text("objectId", target.Id)
            .Text("objectType", target.Type)
            .Text("previous", head.Hash)
            .Text("schema", schema)
            .End();
        return text.ToString();
    }

    private static string Content(Act act, AuditOutcome outcome, IReadOnlyList<string> codes, string resultHash)
    {
        var text = new StringBuilder(512);
        var told = new CanonicalObject(text)
            .Text("actor", act.Actor.Kind == ActorKind.Module ? act.Actor.Name : act.Actor.Account.ToString())
            .Text("actorKind", act.Actor.Kind.ToString())
            .Number("article", act.Article)
            .List("codes", codes, (list, code) => CanonicalJson.WriteString(list, code))
            .Text("command", act.Command)
            .List("judgements", act.Judgements, WriteJudgement)
            .Text("legalDate", act.LegalDate.ToString("O", CultureInfo.InvariantCulture));
        if (act.LookedAt is { } lookedAt)
        {
            told.Value("lookedAt", looked => WriteLookedAt(looked, lookedAt));
        }

        if (act.NamedDocuments.Count > 0)
        {
            told.List("namedDocuments", act.NamedDocuments, WriteDocument);
        }

        if (act.NamedErasure is { } erasure)
        {
            told.Value("namedErasure", named => WriteErasure(named, erasure));
        }

        told.Text("onBehalfOf", act.Context.OnBehalfOf?.ToString())
            .Text("outcome", outcome.ToString())
            .Text("request", act.RequestHash)
            .Text("result", resultHash)
            .Text("role", act.Actor.Role)
            .Text("unit", act.Actor.Unit.ToString())
            .End();
        return text.ToString();
    }

    private static void WriteLookedAt(StringBuilder text, LookedAt lookedAt)
    {
        var told = new CanonicalObject(text).List("objects", lookedAt.Objects, WriteObject);
        if (lookedAt.Query is { } query)
        {
            told.Value("query", written => CanonicalJson.Write(written, query));
        }
        else
        {
            told.Text("query", null);
        }

        told.End();
    }

    private static void WriteObject(StringBuilder text, ObjectReference named) =>
        new CanonicalObject(text).Text("id", named.Id).Text("type", named.Type).End();

    private static void WriteDocument(StringBuilder text, NamedDocument document) =>
        new CanonicalObject(text)
            .Text("id", document.Id)
            .Text("sha256", document.Sha256)
            .Text("size", document.Size)
            .End();

    private static void WriteErasure(StringBuilder text, NamedErasure erasure) =>
        new CanonicalObject(text)
            .Text("basis", erasure.Basis)
            .Text("document", erasure.Document)
            .Text("entry", erasure.Entry.ToString())
            .Text("hash", erasure.Hash)
            .Text("reason", erasure.Reason)
            .End();

    private static bool Names(Act act) => act.NamedDocuments.Count > 0 || act.NamedErasure is not null;

    private static void WriteJudgement(StringBuilder text, Judgement judgement) =>
        new CanonicalObject(text)
            .Value("facts", facts => CanonicalJson.Write(facts, judgement.Facts))
            .Text("rule", judgement.Rule)
            .Number("ruleVersion", judgement.RuleVersion)
            .Truth("satisfied", judgement.Satisfied)
            .End();

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static AuditOutcome OutcomeOf(ErrorKind kind) =>
        kind switch
        {
            ErrorKind.Refused => AuditOutcome.Refused,
            ErrorKind.Forbidden or ErrorKind.NotFound => AuditOutcome.Denied,
            _ => AuditOutcome.Rejected,
        };
}
