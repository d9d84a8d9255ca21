using Microsoft.EntityFrameworkCore;
using SmartCity.Api.Database;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Api.Health;

/// <summary>
/// Looks at every module's database. Whoever asks within two seconds gets the same report, so that asking, which needs
/// no sign-in, cannot burden the database.
/// </summary>
internal sealed partial class ServiceStatus(
    IServiceScopeFactory scopes,
    Draining draining,
    JobWatch jobs,
    TimeProvider time,
    ILogger<ServiceStatus> logger
) : IDisposable
{
    private static readonly TimeSpan ServesFor = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim turn = new(1, 1);
    private StatusReport? last;

    public async Task<StatusReport> ReadAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (last is null || now - last.At > ServesFor)
            {
                last = await LookAsync(now, cancellationToken);
            }

            return draining.HasBegun ? last with { Ready = false, Stopping = true } : last;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<StatusReport> LookAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        await using var scope = scopes.CreateAsyncScope();
        var modules = new List<ModuleStatus>();
        foreach (var module in SchemaCheck.StoringModules(scope.ServiceProvider))
        {
            modules.Add(await LookAsync(scope.ServiceProvider, module, now, patience.Token));
        }

        return new(
            modules.TrueForAll(module => module.Ready),
            Stopping: false,
            now,
            [.. modules.SelectMany(module => module.Jobs).Where(job => job.Overdue).Select(job => job.Name)],
            modules
        );
    }

    private async Task<ModuleStatus> LookAsync(
        IServiceProvider services,
        IModule module,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var state = await SchemaCheck.StateAsync(services, module, cancellationToken);
            if (!state.IsServed)
            {
                return new(module.Name, Reachable: true, SchemaCurrent: false, null, 0, []);
            }

            var database = SchemaCheck.ContextOf(services, module);
            return new(
                module.Name,
                Reachable: true,
                SchemaCurrent: true,
                await OldestWaitingAsync(database, now, cancellationToken),
                await database.OutboxMessages.CountAsync(
                    message => message.State == MessageState.Dead,
                    cancellationToken
                ),
                await JobsAsync(database, cancellationToken)
            );
        }
        catch (Exception fault) when (fault is OperationCanceledException || DatabaseFault.Of(fault) is not null)
        {
            LogUnreachable(logger, module.Name, fault);
            return new(module.Name, Reachable: false, SchemaCurrent: false, null, 0, []);
        }
    }

    private static async Task<long?> OldestWaitingAsync(
        ModuleDbContext database,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var since = await database
            .OutboxMessages.Where(message => message.State == MessageState.Waiting)
            .MinAsync(message => (DateTimeOffset?)message.OccurredAt, cancellationToken);
        return since is { } waiting ? (long)(now - waiting).TotalSeconds : null;
    }

    private async Task<IReadOnlyList<JobStatus>> JobsAsync(
        ModuleDbContext database,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await jobs.LookAsync(database, cancellationToken)).Select(job => new JobStatus(
                job.Name,
                job.SucceededAt,
                job.IsFailing,
                job.IsOverdue
            )),
        ];

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database of {Module} did not answer")]
    private static partial void LogUnreachable(ILogger logger, string module, Exception fault);
}
