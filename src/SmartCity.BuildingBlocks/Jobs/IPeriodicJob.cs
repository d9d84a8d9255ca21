namespace SmartCity.BuildingBlocks.Jobs;

/// <summary>
/// Work done again and again. It must be idempotent: a fault, a restart or a second instance may run it twice.
/// </summary>
public interface IPeriodicJob
{
    Task RunAsync(CancellationToken cancellationToken);
}

/// <summary>A registered job.</summary>
/// <param name="Name">Its heartbeat's name, prefixed by its module: <c>approval.housekeeping</c>.</param>
/// <param name="Schema">The schema of the module that owns it and keeps its heartbeat.</param>
/// <param name="Type">The job's type.</param>
/// <param name="Period">How often it runs, over all instances together.</param>
public sealed record PeriodicJob(string Name, string Schema, Type Type, TimeSpan Period);
