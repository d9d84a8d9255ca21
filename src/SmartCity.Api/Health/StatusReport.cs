using SmartCity.BuildingBlocks.Audit;

namespace SmartCity.Api.Health;

/// <summary>How the service stands, module by module.</summary>
/// <param name="Ready">True when every module's database is reachable, its schema current, and nobody told the service to stop.</param>
/// <param name="Stopping">True once it was told to stop; it still answers for a moment, but send it nothing new.</param>
/// <param name="At">When it was looked at.</param>
/// <param name="OverdueJobs">The names of the jobs that have not succeeded for more than twice their period.</param>
/// <param name="Warnings">What an operator should see although the service serves.</param>
/// <param name="Evidence">Whether the evidence log is cosigned; null before the first look. It does not make the service unready.</param>
/// <param name="Modules">The modules that store something.</param>
internal sealed record StatusReport(
    bool Ready,
    bool Stopping,
    DateTimeOffset At,
    IReadOnlyList<string> OverdueJobs,
    IReadOnlyList<StatusWarning> Warnings,
    CosigningState? Evidence,
    IReadOnlyList<ModuleStatus> Modules
);

/// <summary>A warning in both languages.</summary>
internal sealed record StatusWarning(string Chinese, string English);

/// <summary>One module's database, messages and jobs.</summary>
/// <param name="Module">The module's name.</param>
/// <param name="Reachable">True when its database answered.</param>
/// <param name="SchemaCurrent">True when its schema has all that this program needs.</param>
/// <param name="OldestWaitingMessageSeconds">Age of the oldest message not yet delivered; null when none waits.</param>
/// <param name="GivenUpMessages">Messages that stand on the operator's list.</param>
/// <param name="Jobs">Its periodic jobs.</param>
internal sealed record ModuleStatus(
    string Module,
    bool Reachable,
    bool SchemaCurrent,
    long? OldestWaitingMessageSeconds,
    int GivenUpMessages,
    IReadOnlyList<JobStatus> Jobs
)
{
    public bool Ready => Reachable && SchemaCurrent;
}

/// <summary>One periodic job, over all instances of the service.</summary>
/// <param name="Name">Its name, prefixed by its module.</param>
/// <param name="SucceededAt">When it last succeeded; null when it never did.</param>
/// <param name="Failing">True when its last run failed.</param>
/// <param name="Overdue">True when it has not succeeded for more than twice its period.</param>
internal sealed record JobStatus(string Name, DateTimeOffset? SucceededAt, bool Failing, bool Overdue);
