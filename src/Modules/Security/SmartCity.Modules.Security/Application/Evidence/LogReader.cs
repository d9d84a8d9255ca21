using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.Security.Domain.Evidence;

namespace SmartCity.Modules.Security.Application.Evidence;

/// <summary>How many entries of an object in one module the log held, and its last leaf.</summary>
internal sealed record LoggedHead(string Schema, ObjectReference Target, long Number, string LastLeaf);

/// <summary>How far an entry has come.</summary>
internal enum LogPlace
{
    [Description("等待入日志")]
    Waiting,

    [Description("已入日志，尚未见证")]
    Sequenced,

    [Description("已见证")]
    Cosigned,
}

/// <summary>Reads the log. Tiles that were read are kept as long as the scope lives, which is a request.</summary>
internal sealed class LogReader(ISecurityDatabase database, ILogSigner signer)
{
    // Enough for the paths of proofs that lie near each other; a large dossier must not hold the whole log.
    private const int MostTilesKept = 512;

    private readonly Dictionary<TilePlace, byte[]> tiles = [];

    public LogProofs Proofs => new(ReadTileAsync);

    /// <summary>The newest checkpoint; null while nothing was sequenced.</summary>
    public Task<LogCheckpoint?> NewestAsync(CancellationToken cancellationToken) =>
        database
            .LogCheckpoints.AsNoTracking()
            .OrderByDescending(one => one.Size)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>
    /// The newest checkpoint that a witness has cosigned. Those of a log whose place this one took are another log's; where
    /// the key is gone, they are all there is.
    /// </summary>
    public Task<LogCheckpoint?> NewestCosignedAsync(CancellationToken cancellationToken)
    {
        var beginning = signer.HasKey ? $"{signer.Origin}\n" : "";
        return database
            .LogCheckpoints.AsNoTracking()
            .Where(one => one.Cosignatures != "" && one.Note.StartsWith(beginning))
            .OrderByDescending(one => one.Size)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The statements of the logs that took another one's place, within the first leaves, in order.</summary>
    public Task<List<LoggedSuccession>> SuccessionsAsync(long size, CancellationToken cancellationToken) =>
        database
            .LogLeaves.AsNoTracking()
            .Where(leaf => leaf.ObjectType == Succession.ObjectType && leaf.Index < size)
            .OrderBy(leaf => leaf.Index)
            .Select(leaf => new LoggedSuccession(leaf.Index, leaf.Leaf))
            .ToListAsync(cancellationToken);

    /// <summary>The first hashes of a tile; null where the log does not hold so many there.</summary>
    public async Task<byte[]?> TileAsync(TilePlace place, int width, CancellationToken cancellationToken)
    {
        var hashes = await database
            .LogTiles.AsNoTracking()
            .Where(tile => tile.Level == place.Level && tile.Index == place.Index)
            .Select(tile => tile.Hashes)
            .FirstOrDefaultAsync(cancellationToken);
        return hashes?.Length >= width * LogHash.Size ? hashes[..(width * LogHash.Size)] : null;
    }

    /// <summary>The first leaves of a bundle, in order; fewer where the log does not hold so many there.</summary>
    public Task<List<string>> LeavesAsync(long bundle, int width, CancellationToken cancellationToken)
    {
        var first = bundle * Tile.FullWidth;
        return database
            .LogLeaves.AsNoTracking()
            .Where(leaf => leaf.Index >= first && leaf.Index < first + width)
            .OrderBy(leaf => leaf.Index)
            .Select(leaf => leaf.Leaf)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The places of entries in the log; those that are not in it are left out.</summary>
    public async Task<Dictionary<Guid, long>> PlacesAsync(
        IEnumerable<Guid> entries,
        CancellationToken cancellationToken
    )
    {
        var ids = entries.Select(entry => new EntryId(entry)).ToList();
        return await database
            .LogLeaves.AsNoTracking()
            .Where(leaf => ids.Contains(leaf.Entry))
            .ToDictionaryAsync(leaf => leaf.Entry.Value, leaf => leaf.Index, cancellationToken);
    }

    /// <summary>How far each of these entries has come.</summary>
    public async Task<Dictionary<Guid, LogPlace>> StandingAsync(
        IEnumerable<Guid> entries,
        CancellationToken cancellationToken
    )
    {
        var asked = entries.ToList();
        var places = await PlacesAsync(asked, cancellationToken);
        var cosigned = (await NewestCosignedAsync(cancellationToken))?.Size ?? 0;
        return asked.ToDictionary(
            entry => entry,
            entry =>
                !places.TryGetValue(entry, out var index) ? LogPlace.Waiting
                : index < cosigned ? LogPlace.Cosigned
                : LogPlace.Sequenced
        );
    }

    /// <summary>
    /// Where an object's chains stood in the log at a size, by module. It asks the log and not the entries: what was deleted
    /// there afterwards is missed here.
    /// </summary>
    public async Task<List<LoggedHead>> HeadsAsync(
        ObjectReference target,
        long size,
        CancellationToken cancellationToken
    )
    {
        var of = database
            .LogLeaves.AsNoTracking()
            .Where(leaf => leaf.ObjectType == target.Type && leaf.ObjectId == target.Id && leaf.Index < size);
        var schemas = await of.Select(leaf => leaf.Schema).Distinct().ToListAsync(cancellationToken);
        var heads = new List<LoggedHead>();
        foreach (var schema in schemas.Order(StringComparer.Ordinal))
        {
            var last = await of.Where(leaf => leaf.Schema == schema)
                .OrderByDescending(leaf => leaf.Number)
                .FirstAsync(cancellationToken);
            heads.Add(new(schema, target, last.Number, last.Leaf));
        }

        return heads;
    }

    private async Task<byte[]> ReadTileAsync(TilePlace place, int width, CancellationToken cancellationToken)
    {
        if (tiles.TryGetValue(place, out var kept) && kept.Length >= width * LogHash.Size)
        {
            return kept;
        }

        var hashes = await database
            .LogTiles.AsNoTracking()
            .Where(tile => tile.Level == place.Level && tile.Index == place.Index)
            .Select(tile => tile.Hashes)
            .FirstOrDefaultAsync(cancellationToken);
        if (hashes is null || hashes.Length < width * LogHash.Size)
        {
            throw new InvalidOperationException($"The log lacks hashes of tile {place.Level}/{place.Index}.");
        }

        if (tiles.Count >= MostTilesKept)
        {
            tiles.Clear();
        }

        return tiles[place] = hashes;
    }
}
