namespace SmartCity.BuildingBlocks.Idempotency;

/// <summary>
/// An accepted answer kept with the key it was sent under, by the transaction of its effect. Refused requests are not
/// kept: they may be sent again with the same key.
/// </summary>
public sealed class AcceptedRequest
{
    public required Guid Account { get; init; }

    public required string Key { get; init; }

    /// <summary>The command's logical name.</summary>
    public required string Command { get; init; }

    public required string RequestHash { get; init; }

    public required Guid ObjectId { get; init; }

    public required long ObjectVersion { get; init; }

    public required Guid AuditEntry { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }
}
