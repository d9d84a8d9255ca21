using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Domain.Evidence;

namespace SmartCity.Modules.Security.Infrastructure.Evidence;

/// <summary>
/// The log in Security's own tables. Leaves, tiles, size and checkpoint are one save: nobody ever sees the one without the
/// other. Two sequencers that append at once meet at the size; the slower one saves nothing and begins anew.
/// </summary>
internal sealed class EvidenceLog(SecurityDb database, ILogSigner signer, TimeProvider time) : IEntryLog
{
    private const int MostAttempts = 50;

    public bool IsOpen => signer.HasKey;

    public async Task<int> AppendAsync(IReadOnlyList<EntryForLog> entries, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var size = await SizeAsync(cancellationToken);
            try
            {
                return await TryAppendAsync(entries, cancellationToken);
            }
            catch (DbUpdateException lost) when (attempt < MostAttempts)
            {
                // Another instance may have taken the places, or the size, in between; any other fault is one.
                database.ChangeTracker.Clear();
                if (lost is not DbUpdateConcurrencyException && await SizeAsync(cancellationToken) == size)
                {
                    throw;
                }
            }
            finally
            {
                database.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Begins a log in the place of another, with a leaf of its own.</summary>
    /// <param name="kept">The size of the log whose place it takes.</param>
    /// <param name="leafAt">The leaf, by its index.</param>
    /// <exception cref="DbUpdateException">The log has another size by now; nothing was saved.</exception>
    public async Task BeginAsync(long kept, Func<long, LogLeaf> leafAt, CancellationToken cancellationToken)
    {
        try
        {
            var state = await database.LogStates.FirstAsync(cancellationToken);
            if (state.Size != kept)
            {
                throw new DbUpdateConcurrencyException("The log has grown.");
            }

            await AddAsync(state, [leafAt], cancellationToken);
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }

    private Task<long?> SizeAsync(CancellationToken cancellationToken) =>
        database.LogStates.AsNoTracking().Select(state => (long?)state.Size).FirstOrDefaultAsync(cancellationToken);

    private async Task<int> TryAppendAsync(IReadOnlyList<EntryForLog> entries, CancellationToken cancellationToken)
    {
        var state = await database.LogStates.FirstOrDefaultAsync(cancellationToken);
        var ids = entries.Select(entry => new EntryId(entry.Entry)).ToList();
        var held = (
            await database
                .LogLeaves.Where(leaf => ids.Contains(leaf.Entry))
                .Select(leaf => leaf.Entry)
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        var added = entries.Where(entry => !held.Contains(new(entry.Entry))).ToList();
        if (added.Count == 0)
        {
            return 0;
        }

        await DemandOwnLogAsync(state?.Size ?? 0, cancellationToken);
        await AddAsync(state, [.. added.Select(LeafOf)], cancellationToken);
        return added.Count;
    }

    private static Func<long, LogLeaf> LeafOf(EntryForLog entry) =>
        index =>
            new()
            {
                Index = index,
                Entry = new(entry.Entry),
                Schema = entry.Schema,
                ObjectType = entry.ObjectType,
                ObjectId = entry.ObjectId,
                Number = entry.Number,
                Leaf = entry.Leaf,
            };

    // Another key than the log's own must not go on with it: that would be a second history. Its place is taken by an order
    // of an operator, see LogSuccession.
    private async Task DemandOwnLogAsync(long size, CancellationToken cancellationToken)
    {
        var newest = await database
            .LogCheckpoints.AsNoTracking()
            .Where(head => head.Size == size)
            .Select(head => head.Note)
            .FirstOrDefaultAsync(cancellationToken);
        if (newest is not null && !signer.HasSigned(newest))
        {
            throw new InvalidOperationException(
                "The evidence log was signed by another key than the one that is configured: nothing is added to it."
            );
        }
    }

    private async Task AddAsync(
        LogState? state,
        IReadOnlyList<Func<long, LogLeaf>> leaves,
        CancellationToken cancellationToken
    )
    {
        var size = state?.Size ?? 0;
        var edge = await EdgeAsync(size, cancellationToken);
        var log = new GrowingLog(size, edge.ToDictionary(one => one.Key, one => one.Value.Hashes));
        foreach (var leafAt in leaves)
        {
            var leaf = leafAt(log.Size);
            database.LogLeaves.Add(leaf);
            log.Add(LogHash.OfLeaf(leaf.Leaf));
        }

        Keep(log, edge);
        database.LogCheckpoints.Add(CheckpointOf(log));
        if (state is null)
        {
            database.LogStates.Add(new() { Size = log.Size });
        }
        else
        {
            state.Size = log.Size;
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<Dictionary<TilePlace, LogTile>> EdgeAsync(long size, CancellationToken cancellationToken)
    {
        var edge = new Dictionary<TilePlace, LogTile>();
        foreach (var place in Tile.RightEdge(size))
        {
            edge[place] = await database.LogTiles.FirstAsync(
                tile => tile.Level == place.Level && tile.Index == place.Index,
                cancellationToken
            );
        }

        return edge;
    }

    private void Keep(GrowingLog log, Dictionary<TilePlace, LogTile> edge)
    {
        foreach (var (place, hashes) in log.Changed())
        {
            if (edge.TryGetValue(place, out var tile))
            {
                tile.Hashes = hashes;
            }
            else
            {
                database.LogTiles.Add(
                    new()
                    {
                        Level = place.Level,
                        Index = place.Index,
                        Hashes = hashes,
                    }
                );
            }
        }
    }

    private LogCheckpoint CheckpointOf(GrowingLog log)
    {
        var root = log.Root();
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{signer.Origin}\n{log.Size}\n{Convert.ToBase64String(root)}\n"
        );
        return new()
        {
            Size = log.Size,
            Root = root,
            At = time.GetUtcNow(),
            Note = signer.Sign(text),
        };
    }
}
