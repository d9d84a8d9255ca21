using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
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

    public static AuditEntry Accepted(Act act, string schema, ChainHead head, Receipt receipt) =>
        Make(act, schema, act.Target!, head, AuditOutcome.Accepted, [], CanonicalJson.HashOf(receipt));

    public static AuditEntry Failed(Act act, string schema, ObjectReference target, ChainHead head, Error error) =>
        Make(act, schema, target, head, OutcomeOf(error.Kind), error.Codes, CanonicalJson.HashOf(error.Codes));

    /// <summary>The hash by which the next entry of the object, and the log, name this leaf.</summary>
    public static string LeafHash(string leaf) =>
        Convert.ToHexStringLower(SHA256.HashData([0x00, .. Encoding.UTF8.GetBytes(leaf)]));

    /// <summary>What the leaf says of the content without giving it away.</summary>
    public static string Commitment(string salt, string content) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(salt), .. Encoding.UTF8.GetBytes(content)]));

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
        var content = CanonicalJson.Of(Content(act, outcome, codes, resultHash));
        var leaf = CanonicalJson.Of(
            new JsonObject
            {
                ["form"] = 1,
                ["entry"] = act.AuditEntry.ToString(),
                ["schema"] = schema,
                ["objectType"] = target.Type,
                ["objectId"] = target.Id,
                ["number"] = (head.Number + 1).ToString(CultureInfo.InvariantCulture),
                ["previous"] = head.Hash,
                ["at"] = Instant(act.At),
                ["commitment"] = Commitment(salt, content),
            }
        );
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

    private static JsonObject Content(Act act, AuditOutcome outcome, IReadOnlyList<string> codes, string resultHash) =>
        new()
        {
            ["actorKind"] = act.Actor.Kind.ToString(),
            ["actor"] = act.Actor.Kind == ActorKind.Module ? act.Actor.Name : act.Actor.Account.ToString(),
            ["unit"] = act.Actor.Unit.ToString(),
            ["role"] = act.Actor.Role,
            ["onBehalfOf"] = act.Context.OnBehalfOf?.ToString(),
            ["command"] = act.Command,
            ["article"] = act.Article,
            ["legalDate"] = act.LegalDate.ToString("O", CultureInfo.InvariantCulture),
            ["outcome"] = outcome.ToString(),
            ["codes"] = new JsonArray([.. codes.Select(code => JsonValue.Create(code))]),
            ["judgements"] = new JsonArray([.. act.Judgements.Select(Judged)]),
            ["request"] = act.RequestHash,
            ["result"] = resultHash,
        };

    private static JsonObject Judged(Judgement judgement) =>
        new()
        {
            ["rule"] = judgement.Rule,
            ["satisfied"] = judgement.Satisfied,
            ["ruleVersion"] = judgement.RuleVersion,
            ["facts"] = JsonNode.Parse(judgement.Facts.GetRawText()),
        };

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
