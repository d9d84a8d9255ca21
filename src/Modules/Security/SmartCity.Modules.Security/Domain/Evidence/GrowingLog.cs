namespace SmartCity.Modules.Security.Domain.Evidence;

/// <summary>
/// The right edge of the log, to which leaves are added. It knows the tiles that are not full and gives back those that
/// changed; what is full never changes again.
/// </summary>
internal sealed class GrowingLog
{
    // For each level the hashes of its last tile while that is not full.
    private readonly List<List<byte[]>> edge = [];
    private readonly Dictionary<TilePlace, byte[]> filled = [];

    /// <param name="size">The log's size.</param>
    /// <param name="tiles">The tiles of <see cref="Tile.RightEdge"/>.</param>
    public GrowingLog(long size, IReadOnlyDictionary<TilePlace, byte[]> tiles)
    {
        Size = size;
        foreach (var place in Tile.RightEdge(size))
        {
            var hashes = LevelAt(place.Level);
            var width = Tile.Width(place, size);
            hashes.AddRange(tiles[place].Chunk(LogHash.Size).Take(width));
        }
    }

    public long Size { get; private set; }

    public void Add(byte[] leafHash)
    {
        var (hash, level, index) = (leafHash, 0, Size / Tile.FullWidth);
        while (true)
        {
            var hashes = LevelAt(level);
            hashes.Add(hash);
            if (hashes.Count < Tile.FullWidth)
            {
                break;
            }

            byte[] full = [.. hashes.SelectMany(one => one)];
            filled[new(level, index)] = full;
            hashes.Clear();
            hash = LogHash.OfSubtree(full);
            level++;
            index /= Tile.FullWidth;
        }

        Size++;
    }

    /// <summary>The tiles that came to be or grew since the beginning.</summary>
    public IReadOnlyDictionary<TilePlace, byte[]> Changed()
    {
        var changed = new Dictionary<TilePlace, byte[]>(filled);
        foreach (var place in Tile.RightEdge(Size))
        {
            changed[place] = [.. edge[place.Level].SelectMany(one => one)];
        }

        return changed;
    }

    public byte[] Root()
    {
        var root = (byte[]?)null;
        foreach (var hashes in edge)
        {
            // The whole subtrees of this tile from the right to the left, the smallest first.
            for (var (end, size) = (hashes.Count, 1); end > 0; size *= 2)
            {
                if ((end & size) == 0)
                {
                    continue;
                }

                byte[] subtree = LogHash.OfSubtree([.. hashes.GetRange(end - size, size).SelectMany(one => one)]);
                root = root is null ? subtree : LogHash.OfNode(subtree, root);
                end -= size;
            }
        }

        return root ?? LogHash.Empty;
    }

    private List<byte[]> LevelAt(int level)
    {
        while (edge.Count <= level)
        {
            edge.Add([]);
        }

        return edge[level];
    }
}
