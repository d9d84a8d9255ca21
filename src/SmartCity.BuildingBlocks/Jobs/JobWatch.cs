namespace SmartCity.BuildingBlocks.Jobs;

/// <summary>What a job's heartbeat says, however it was read.</summary>
public sealed record JobSign(string Name, DateTimeOffset? SucceededAt, DateTimeOffset? FailedAt);

/// <summary>How a registered job stands, over all instances of the service.</summary>
/// <param name="SucceededAt">When it last succeeded; null when it never did.</param>
/// <param name="IsFailing">True when its last run failed.</param>
/// <param name="IsOverdue">True when it has not succeeded for more than twice its period.</param>
public sealed record JobStanding(string Name, DateTimeOffset? SucceededAt, bool IsFailing, bool IsOverdue);

/// <summary>
/// Tells which jobs have not succeeded in time. One that never did is given two periods from when this instance began to
/// watch: a claim that comes again and again and always fails is no success.
/// </summary>
public sealed class JobWatch(IEnumerable<PeriodicJob> jobs, TimeProvider time)
{
    private const int PeriodsOfPatience = 2;

    private readonly DateTimeOffset since = time.GetUtcNow();

    /// <summary>The registered jobs of one module, by name, also those that never left a sign.</summary>
    public IReadOnlyList<JobStanding> Judge(string schema, IEnumerable<JobSign> signs)
    {
        var known = signs.ToDictionary(sign => sign.Name);
        return
        [
            .. jobs.Where(job => job.Schema == schema)
                .OrderBy(job => job.Name, StringComparer.Ordinal)
                .Select(job => Judge(job, known.GetValueOrDefault(job.Name))),
        ];
    }

    private JobStanding Judge(PeriodicJob job, JobSign? sign) =>
        new(
            job.Name,
            sign?.SucceededAt,
            IsFailing: sign?.FailedAt > (sign?.SucceededAt ?? DateTimeOffset.MinValue),
            IsOverdue: time.GetUtcNow() - (sign?.SucceededAt ?? since) > PeriodsOfPatience * job.Period
        );
}
