using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.BuildingBlocks.Audit;

/// <summary>How the sequencer works; the defaults serve a city.</summary>
public sealed record SequencingOptions
{
    /// <summary>Entries taken at once from one module.</summary>
    public int BatchSize { get; init; } = 500;

    /// <summary>
    /// How often to look while nothing waits. Entries are gathered rather than taken one by one, since each turn ends in a
    /// signed checkpoint.
    /// </summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>
/// Carries every module's audit entries into the log. It takes what is not yet marked, never what is younger than a
/// remembered instant, so a late commit is not lost; several instances may do so at once. Lower numbers go first: an
/// object's entry can only be committed after the one before it, so each object's entries stand in the log in their order.
/// </summary>
public sealed class EntrySequencer(
    IEnumerable<IModule> modules,
    IServiceScopeFactory scopes,
    TimeProvider time,
    SequencingOptions options
)
{
    private readonly IReadOnlyList<IModule> sources = [.. modules.Where(module => module.Database is not null)];

    /// <summary>Appends one batch of each module and marks it.</summary>
    /// <returns>The number of entries that waited; 0 when none did, or when the log is not open.</returns>
    public async Task<int> SequenceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<IEntryLog>();
        if (!log.IsOpen)
        {
            return 0;
        }

        var waiting = new List<EntryForLog>();
        foreach (var source in sources)
        {
            waiting.AddRange(await WaitingAsync(Context(scope.ServiceProvider, source), cancellationToken));
        }

        if (waiting.Count == 0)
        {
            return 0;
        }

        await log.AppendAsync(waiting, cancellationToken);
        foreach (var ofModule in waiting.GroupBy(entry => entry.Schema))
        {
            var source = sources.Single(module => module.Schema == ofModule.Key);
            await MarkAsync(
                Context(scope.ServiceProvider, source),
                [.. ofModule.Select(entry => entry.Entry)],
                cancellationToken
            );
        }

        return waiting.Count;
    }

    private async Task<List<EntryForLog>> WaitingAsync(ModuleDbContext context, CancellationToken cancellationToken)
    {
        var schema = context.Schema;
        return await context
            .AuditEntries.AsNoTracking()
            .Where(entry => entry.SequencedAt == null)
            .OrderBy(entry => entry.Number)
            .ThenBy(entry => entry.At)
            .ThenBy(entry => entry.Id)
            .Take(options.BatchSize)
            .Select(entry => new EntryForLog(
                schema,
                entry.Id,
                entry.ObjectType,
                entry.ObjectId,
                entry.Number,
                entry.Leaf
            ))
            .ToListAsync(cancellationToken);
    }

    private async Task MarkAsync(ModuleDbContext context, List<Guid> entries, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await context.Writing.EnterAsync(cancellationToken);
        try
        {
            await context
                .AuditEntries.Where(entry => entries.Contains(entry.Id) && entry.SequencedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.SequencedAt, now), cancellationToken);
        }
        finally
        {
            await context.Writing.EndAsync();
        }
    }

    private static ModuleDbContext Context(IServiceProvider services, IModule module) =>
        (ModuleDbContext)services.GetRequiredService(module.Database!.Context);
}
