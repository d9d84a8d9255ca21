using System.ComponentModel;

namespace SmartCity.BuildingBlocks.Audit;

public enum AuditOutcome
{
    [Description("办成")]
    Accepted,

    /// <summary>Violated rules of the regulation.</summary>
    [Description("不予办理")]
    Refused,

    /// <summary>Not competent, or not on this object.</summary>
    [Description("无权办理")]
    Denied,

    /// <summary>Malformed, stale or otherwise not possible as sent.</summary>
    [Description("不能照办")]
    Rejected,
}

/// <summary>
/// One act as it is kept for ever: a small leaf that can be published, and beside it the content that the leaf only
/// commits to. Rows are written once and never changed, but for the mark that the log holds them, and a content that another
/// entry erases with its basis.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>The receipt that the actor holds.</summary>
    public required Guid Id { get; init; }

    public required string ObjectType { get; init; }

    public required string ObjectId { get; init; }

    /// <summary>The object's own count of entries, from 1, without gaps.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The leaf in canonical form (RFC 8785).</summary>
    public required string Leaf { get; init; }

    /// <summary>SHA-256 of 0x00 and the leaf's bytes (the leaf hash of RFC 6962), lower-case hex; the next entry names it.</summary>
    public required string Hash { get; init; }

    /// <summary>32 random bytes, lower-case hex, that keep the commitment from being guessed; empty once the content was erased.</summary>
    public required string Salt { get; init; }

    /// <summary>
    /// What was done, in canonical form (RFC 8785); the leaf commits to SHA-256 of salt and content. Once erased: by which entry.
    /// </summary>
    public required string Content { get; init; }

    /// <summary>When it was found in the log; null while it waits for its turn. A mark for the sequencer, and no evidence.</summary>
    public DateTimeOffset? SequencedAt { get; init; }
}
