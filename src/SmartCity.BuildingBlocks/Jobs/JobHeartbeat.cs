namespace SmartCity.BuildingBlocks.Jobs;

/// <summary>The last life sign of a periodic job, over all instances of the service.</summary>
public sealed class JobHeartbeat
{
    /// <summary>The job's name, prefixed by its module.</summary>
    public required string Name { get; init; }

    public required int PeriodSeconds { get; init; }

    /// <summary>When an instance last claimed it; the claim is a conditional update, so that one instance runs it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? SucceededAt { get; init; }

    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>The last fault: a type name and a message.</summary>
    public string? LastFault { get; init; }
}
