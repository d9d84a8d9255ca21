using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.BuildingBlocks.Jobs;

/// <summary>How a registered job stands, over all instances of the service.</summary>
/// <param name="SucceededAt">When it last succeeded; null when it never did.</param>
/// <param name="IsFailing">True when its last run failed.</param>
/// <param name="IsOverdue">True when it has not succeeded for more than twice its period.</param>
public sealed record JobStanding(string Name, DateTimeOffset? SucceededAt, bool IsFailing, bool IsOverdue);

/// <summary>
/// Looks for jobs that have not succeeded in time. One that never did is given two periods from when this instance began
/// to look: a claim that comes again and again and always fails is no success.
/// </summary>
public sealed class JobWatch(IEnumerable<PeriodicJob> jobs, TimeProvider time)
{
    private const int PeriodsOfPatience = 2;

    private readonly DateTimeOffset since = time.GetUtcNow();

    /// <summary>The jobs of one module, by name.</summary>
    public async Task<IReadOnlyList<JobStanding>> LookAsync(
        ModuleDbContext database,
        CancellationToken cancellationToken
    )
    {
        var heartbeats = await database
            .JobHeartbeats.AsNoTracking()
            .ToDictionaryAsync(row => row.Name, cancellationToken);
        return
        [
            .. jobs.Where(job => job.Schema == database.Schema)
                .OrderBy(job => job.Name, StringComparer.Ordinal)
                .Select(job => Judge(job, heartbeats.GetValueOrDefault(job.Name))),
        ];
    }

    private JobStanding Judge(PeriodicJob job, JobHeartbeat? heartbeat) =>
        new(
            job.Name,
            heartbeat?.SucceededAt,
            IsFailing: heartbeat?.FailedAt > (heartbeat?.SucceededAt ?? DateTimeOffset.MinValue),
            IsOverdue: time.GetUtcNow() - (heartbeat?.SucceededAt ?? since) > PeriodsOfPatience * job.Period
        );
}
