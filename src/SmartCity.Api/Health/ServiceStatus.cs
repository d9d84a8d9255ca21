using SmartCity.Api.Database;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Api.Health;

/// <summary>
/// Looks at every module's database. Whoever asks within two seconds gets the same report, so that asking, which needs
/// no sign-in, cannot burden the database.
/// </summary>
internal sealed partial class ServiceStatus(
    DatabaseChoice choice,
    IServiceProvider services,
    Draining draining,
    JobWatch jobs,
    ICosigningWatch cosigning,
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
        IReadOnlyList<ModuleStatus> modules;
        try
        {
            modules = await LookAtModulesAsync(now, patience.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException || DatabaseFault.Of(fault) is not null)
        {
            LogUnreachable(logger, fault);
            modules =
            [
                .. SchemaCheck
                    .StoringModules(services)
                    .Select(module => new ModuleStatus(
                        module.Name,
                        Reachable: false,
                        SchemaCurrent: false,
                        null,
                        0,
                        []
                    )),
            ];
        }

        return new(
            modules.All(module => module.Ready),
            Stopping: false,
            now,
            [.. modules.SelectMany(module => module.Jobs).Where(job => job.Overdue).Select(job => job.Name)],
            [
                .. services
                    .GetServices<IServiceWarnings>()
                    .SelectMany(one => one.Now)
                    .Select(text => new StatusWarning(text.Chinese, text.English)),
            ],
            cosigning.Known,
            modules
        );
    }

    private async Task<IReadOnlyList<ModuleStatus>> LookAtModulesAsync(
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var tables = await ModuleTables.OpenAsync(choice, cancellationToken);
        var states = await SchemaCheck.StatesAsync(services, tables, cancellationToken);
        var served = states.Where(state => state.IsServed).Select(state => state.Module).ToHashSet();
        var modules = SchemaCheck.StoringModules(services).ToList();
        var schemas = modules.Where(module => served.Contains(module.Name)).Select(module => module.Schema).ToList();
        if (tables is null || schemas.Count == 0)
        {
            return [.. modules.Select(module => WithoutSchema(module))];
        }

        var backlogs = await tables.BacklogsAsync(schemas, cancellationToken);
        var signs = await tables.LifeSignsAsync(schemas, cancellationToken);
        return
        [
            .. modules.Select(module =>
                backlogs.TryGetValue(module.Schema, out var backlog)
                    ? new(
                        module.Name,
                        Reachable: true,
                        SchemaCurrent: true,
                        backlog.OldestWaiting is { } waiting ? (long)(now - waiting).TotalSeconds : null,
                        backlog.GivenUp,
                        StatusOf(module, signs[module.Schema])
                    )
                    : WithoutSchema(module)
            ),
        ];
    }

    private static ModuleStatus WithoutSchema(IModule module) =>
        new(module.Name, Reachable: true, SchemaCurrent: false, null, 0, []);

    private IReadOnlyList<JobStatus> StatusOf(IModule module, IEnumerable<LifeSign> signs) =>
        [
            .. jobs.Judge(module.Schema, signs.Select(sign => new JobSign(sign.Name, sign.SucceededAt, sign.FailedAt)))
                .Select(job => new JobStatus(job.Name, job.SucceededAt, job.IsFailing, job.IsOverdue)),
        ];

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer")]
    private static partial void LogUnreachable(ILogger logger, Exception fault);
}
