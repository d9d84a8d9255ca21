using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.BuildingBlocks.Audit;

/// <summary>An entry, and the schema of the module that wrote it.</summary>
public sealed record TrailEntry(string Schema, AuditEntry Entry);

/// <summary>The entry that erased another one's content, and what it tells of that.</summary>
public sealed record ContentErasure(TrailEntry By, NamedErasure Named, DateOnly LegalDate);

/// <summary>Where a page of the trail ended.</summary>
public sealed record TrailPosition(DateTimeOffset At, string Schema, Guid Entry);

/// <summary>
/// The audit entries of all modules read as one, newest first. Each module's table is asked by itself, so that no
/// statement leaves a schema. Entries of one instant stand by schema, and within it in the order that its database gives
/// to ids: each kind of database orders UUIDs in its own way, so nothing compares them here.
/// </summary>
public sealed class AuditTrail(IEnumerable<IModule> modules, IServiceProvider services)
{
    private readonly List<IModule> storing =
    [
        .. modules
            .Where(module => module.Database is not null)
            .OrderBy(module => module.Schema, StringComparer.Ordinal),
    ];

    /// <summary>Every schema that has entries, in order.</summary>
    public IReadOnlyList<string> Schemas => [.. storing.Select(module => module.Schema)];

    /// <summary>The newest entries after a position. At no time it holds more than twice as many as asked for.</summary>
    /// <param name="choose">Which entries of each module.</param>
    /// <param name="schema">One module's only, or null for all.</param>
    /// <param name="after">Where the page before ended, or null for the first.</param>
    /// <param name="count">How many at most.</param>
    public async Task<List<TrailEntry>> ReadAsync(
        Func<IQueryable<AuditEntry>, IQueryable<AuditEntry>> choose,
        string? schema,
        TrailPosition? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        List<TrailEntry> newest = [];
        foreach (var module in storing.Where(module => schema is null || module.Schema == schema))
        {
            var entries = await choose(After(EntriesOf(module), module.Schema, after))
                .OrderByDescending(entry => entry.At)
                .ThenByDescending(entry => entry.Id)
                .Take(count)
                .ToListAsync(cancellationToken);
            // The sort is stable: of one instant, the schemas stay in order, and the entries of a schema too.
            newest =
            [
                .. newest
                    .Concat(entries.Select(entry => new TrailEntry(module.Schema, entry)))
                    .OrderByDescending(one => one.Entry.At)
                    .Take(count),
            ];
        }

        return newest;
    }

    /// <summary>One entry, wherever it stands; null where it is not among the chosen.</summary>
    public async Task<TrailEntry?> FindAsync(
        Guid id,
        Func<IQueryable<AuditEntry>, IQueryable<AuditEntry>> choose,
        CancellationToken cancellationToken
    )
    {
        foreach (var module in storing)
        {
            var found = await choose(EntriesOf(module)).FirstOrDefaultAsync(entry => entry.Id == id, cancellationToken);
            if (found is not null)
            {
                return new(module.Schema, found);
            }
        }

        return null;
    }

    /// <summary>The chain of one object in one module, from its first entry on.</summary>
    /// <param name="after">The number of the last entry read; 0 for none.</param>
    public async Task<List<AuditEntry>> ReadChainAsync(
        string schema,
        ObjectReference target,
        long after,
        int count,
        CancellationToken cancellationToken
    ) =>
        await EntriesOf(storing.Single(module => module.Schema == schema))
            .Where(entry => entry.ObjectType == target.Type && entry.ObjectId == target.Id && entry.Number > after)
            .OrderBy(entry => entry.Number)
            .Take(count)
            .ToListAsync(cancellationToken);

    /// <summary>
    /// By which entry the content of this one was erased. Null where it was not; and null where it only says so: where that
    /// entry is not there, was tampered with, was not accepted, or names another.
    /// </summary>
    public async Task<ContentErasure?> ErasureOfAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        if (
            ErasedContent.ByOf(entry) is not { } id
            || await FindAsync(id, all => all, cancellationToken) is not { } by
            || !AuditEntryFactory.IsIntact(by.Entry)
            || AuditContent.TryOf(by.Entry) is not { Outcome: AuditOutcome.Accepted, NamedErasure: { } named } told
        )
        {
            return null;
        }

        return named.Entry == entry.Id && named.Hash == AuditEntryFactory.LeafHash(entry.Leaf)
            ? new(by, named, told.LegalDate)
            : null;
    }

    private static IQueryable<AuditEntry> After(IQueryable<AuditEntry> entries, string schema, TrailPosition? position)
    {
        if (position is null)
        {
            return entries;
        }

        var (at, id) = (position.At.ToUniversalTime(), position.Entry);
        return string.CompareOrdinal(schema, position.Schema) switch
        {
            < 0 => entries.Where(entry => entry.At < at),
            0 => entries.Where(entry => entry.At < at || (entry.At == at && entry.Id < id)),
            > 0 => entries.Where(entry => entry.At <= at),
        };
    }

    private IQueryable<AuditEntry> EntriesOf(IModule module) =>
        ((ModuleDbContext)services.GetRequiredService(module.Database!.Context)).AuditEntries.AsNoTracking();
}
