namespace SmartCity.Modules.Security.Domain.Evidence;

/// <summary>The place of a tile: hashes of one height, 256 to a tile (C2SP tlog-tiles).</summary>
/// <param name="Level">0 holds the leaves' hashes; a hash of the next level is the root of a full tile of this one.</param>
/// <param name="Index">From 0, along the level.</param>
internal readonly record struct TilePlace(int Level, long Index);

/// <summary>How tiles are measured.</summary>
internal static class Tile
{
    /// <summary>Hashes, or entries, of a full tile.</summary>
    public const int FullWidth = 256;

    /// <summary>Tree levels that one level of tiles spans.</summary>
    public const int Height = 8;

    /// <summary>How many hashes a tile holds in a log of this size; 0 where the log does not reach it.</summary>
    public static int Width(TilePlace place, long size)
    {
        var hashes = place.Level * Height >= 63 ? 0 : size >> (place.Level * Height);
        return (int)Math.Clamp(hashes - (place.Index * FullWidth), 0, FullWidth);
    }

    /// <summary>The tiles at the right edge that are not full, from the leaves up; the edge needs no others to grow.</summary>
    public static IEnumerable<TilePlace> RightEdge(long size)
    {
        for (var (level, hashes) = (0, size); hashes > 0; level++, hashes >>= Height)
        {
            if (hashes % FullWidth > 0)
            {
                yield return new(level, hashes / FullWidth);
            }
        }
    }
}
