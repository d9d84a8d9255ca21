using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.BuildingBlocks.Jobs;

/// <summary>
/// What Quartz wakes, on every instance alike: it claims the job's heartbeat row by a conditional update, so that one
/// instance runs it in each period, and leaves a life sign.
/// </summary>
[DisallowConcurrentExecution]
public sealed partial class JobRunner(
    IEnumerable<PeriodicJob> jobs,
    IEnumerable<IModule> modules,
    IServiceScopeFactory scopes,
    FirstReadiness readiness,
    TimeProvider time,
    ILogger<JobRunner> logger
) : IJob
{
    private static readonly TimeSpan MostEarly = TimeSpan.FromSeconds(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var job = jobs.Single(job => job.Name == context.JobDetail.Key.Name);
        await readiness.WaitAsync(cancellationToken);
        try
        {
            await RunIfDueAsync(job, cancellationToken);
        }
        catch (Exception fault) when (DatabaseFault.Of(fault) is { } known)
        {
            // The next wake-up looks again whether it is due.
            LogDatabase(logger, job.Name, known.Text.English);
        }
    }

    /// <summary>Runs the job if its period has passed since the last claim by any instance.</summary>
    /// <returns>True when this call ran it.</returns>
    public async Task<bool> RunIfDueAsync(PeriodicJob job, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var module = modules.Single(module => module.Schema == job.Schema);
        var database = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(module.Database!.Context);
        if (!await ClaimAsync(database, job, cancellationToken))
        {
            return false;
        }

        try
        {
            // Its own scope: what a failed job leaves open must not take the mark of its failure with it.
            await using var work = scopes.CreateAsyncScope();
            await ((IPeriodicJob)work.ServiceProvider.GetRequiredService(job.Type)).RunAsync(cancellationToken);
            await MarkAsync(database, job, fault: null, cancellationToken);
            LogDone(logger, job.Name);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogFault(logger, job.Name, fault);
            await MarkAsync(database, job, $"{fault.GetType().Name}: {fault.Message}", cancellationToken);
        }

        return true;
    }

    private async Task<bool> ClaimAsync(ModuleDbContext database, PeriodicJob job, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!await database.JobHeartbeats.AnyAsync(row => row.Name == job.Name, cancellationToken))
        {
            try
            {
                database.JobHeartbeats.Add(
                    new()
                    {
                        Name = job.Name,
                        PeriodSeconds = (int)job.Period.TotalSeconds,
                        StartedAt = now,
                    }
                );
                await database.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateException lost) when (UniqueViolation.Table(lost) is not null)
            {
                // Another instance was first.
                return false;
            }
            finally
            {
                database.ChangeTracker.Clear();
            }
        }

        // A little early is on time: the wake-ups of two instances are not the same instant.
        var early = job.Period * 0.1 < MostEarly ? job.Period * 0.1 : MostEarly;
        var lastTurn = now - (job.Period - early);
        return await database
                .JobHeartbeats.Where(row => row.Name == job.Name && (row.StartedAt == null || row.StartedAt < lastTurn))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.StartedAt, now), cancellationToken) == 1;
    }

    private async Task MarkAsync(
        ModuleDbContext database,
        PeriodicJob job,
        string? fault,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var row = database.JobHeartbeats.Where(heartbeat => heartbeat.Name == job.Name);
        if (fault is null)
        {
            await row.ExecuteUpdateAsync(set => set.SetProperty(one => one.SucceededAt, now), cancellationToken);
        }
        else
        {
            var text = fault.Length <= 2000 ? fault : fault[..2000];
            await row.ExecuteUpdateAsync(
                set => set.SetProperty(one => one.FailedAt, now).SetProperty(one => one.LastFault, text),
                cancellationToken
            );
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Name} is done")]
    private static partial void LogDone(ILogger logger, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Name} has to wait for the database: {Fault}")]
    private static partial void LogDatabase(ILogger logger, string name, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Name} failed")]
    private static partial void LogFault(ILogger logger, string name, Exception fault);
}
