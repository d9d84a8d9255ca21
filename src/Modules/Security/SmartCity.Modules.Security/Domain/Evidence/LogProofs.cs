using System.Numerics;

namespace SmartCity.Modules.Security.Domain.Evidence;

/// <summary>Inclusion and consistency proofs of RFC 6962 section 2.1, computed from tiles.</summary>
/// <param name="readTile">Reads a tile of which the log holds at least the given number of hashes.</param>
internal sealed class LogProofs(Func<TilePlace, int, CancellationToken, Task<byte[]>> readTile)
{
    /// <summary>The hashes from the leaf's sibling up to the root's child.</summary>
    public async Task<List<byte[]>> InclusionAsync(long index, long size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var proof = new List<byte[]>();
        var (start, end) = (0L, size);
        while (end - start > 1)
        {
            var split = start + LargestBelow(end - start);
            if (index < split)
            {
                proof.Add(await RootAsync(split, end, cancellationToken));
                end = split;
            }
            else
            {
                proof.Add(await RootAsync(start, split, cancellationToken));
                start = split;
            }
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>That the log of the larger size begins with the leaves of the smaller one.</summary>
    public async Task<List<byte[]>> ConsistencyAsync(long from, long size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, size);
        var proof = new List<byte[]>();
        if (from == 0 || from == size)
        {
            return proof;
        }

        var (start, end) = (0L, size);
        while (from < end)
        {
            var split = start + LargestBelow(end - start);
            if (from <= split)
            {
                proof.Add(await RootAsync(split, end, cancellationToken));
                end = split;
            }
            else
            {
                proof.Add(await RootAsync(start, split, cancellationToken));
                start = split;
            }
        }

        // The smaller tree where it is not the whole of the first subtree: the verifier cannot know it otherwise.
        if (start > 0)
        {
            proof.Add(await RootAsync(start, end, cancellationToken));
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>The root over a range that begins at a multiple of the largest power of two that fits in it.</summary>
    public async Task<byte[]> RootAsync(long start, long end, CancellationToken cancellationToken)
    {
        if (end == start)
        {
            return LogHash.Empty;
        }

        if (BitOperations.IsPow2(end - start))
        {
            return await SubtreeAsync(start, end - start, cancellationToken);
        }

        var split = start + LargestBelow(end - start);
        var left = await RootAsync(start, split, cancellationToken);
        var right = await RootAsync(split, end, cancellationToken);
        return LogHash.OfNode(left, right);
    }

    private async Task<byte[]> SubtreeAsync(long start, long leaves, CancellationToken cancellationToken)
    {
        var height = BitOperations.Log2((ulong)leaves);
        var level = height / Tile.Height;
        var hashes = 1 << (height % Tile.Height);
        var first = start >> (level * Tile.Height);
        var at = (int)(first % Tile.FullWidth);
        var tile = await readTile(new(level, first / Tile.FullWidth), at + hashes, cancellationToken);
        return LogHash.OfSubtree(tile.AsSpan(at * LogHash.Size, hashes * LogHash.Size));
    }

    private static long LargestBelow(long size) => 1L << BitOperations.Log2((ulong)(size - 1));
}
