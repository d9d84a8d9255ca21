namespace SmartCity.BuildingBlocks.Messaging;

public enum MessageState
{
    Waiting,
    Delivered,

    /// <summary>Given up after the last attempt; an operator can send it again.</summary>
    Dead,
}

/// <summary>One event that waits in its module's own schema, written by the transaction that caused it.</summary>
public sealed class OutboxMessage
{
    /// <summary>The order of insertion; within one aggregate it is the order of commitment.</summary>
    public long Sequence { get; private set; }

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The aggregate within which order is promised.</summary>
    public required string Aggregate { get; init; }

    public required string Payload { get; init; }

    /// <summary>The audit entry of the act that caused it.</summary>
    public required Guid CausedBy { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public MessageState State { get; init; } = MessageState.Waiting;

    public int Attempts { get; init; }

    public DateTimeOffset NextAttemptAt { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>The claim that holds the lease; every claim has its own id.</summary>
    public Guid? LeasedBy { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The last fault, for the operator; a type name and a message, never content.</summary>
    public string? LastFault { get; init; }
}

public enum InboxOutcome
{
    Accepted,

    /// <summary>The receiving module's own rules refused the command; the reasons stand beside it.</summary>
    Refused,

    /// <summary>The event is none of the receiving module's business; it sent no command.</summary>
    NotConcerned,
}

/// <summary>That a handler has dealt with a message, written by the transaction of the effect.</summary>
public sealed class InboxMessage
{
    public required Guid MessageId { get; init; }

    public required string Handler { get; init; }

    public required string Name { get; init; }

    public required InboxOutcome Outcome { get; init; }

    /// <summary>The codes of the refusal, comma separated.</summary>
    public string? Reasons { get; init; }

    public required DateTimeOffset HandledAt { get; init; }
}
