namespace SmartCity.Evidence.Log;

/// <summary>Inclusion and consistency proofs of RFC 6962 section 2.1, checked as RFC 9162 sections 2.1.3.2 and 2.1.4.2 write it down.</summary>
internal static class MerkleProof
{
    /// <summary>More hashes than any tree that can be counted has levels.</summary>
    public const int LongestProof = 63;

    /// <summary>The root that a leaf at this index would have in a tree of this size; null where the proof does not fit them.</summary>
    public static byte[]? RootOf(ReadOnlySpan<byte> leafHash, ulong index, ulong size, IReadOnlyList<byte[]> proof)
    {
        if (index >= size || leafHash.Length != MerkleHash.Size)
        {
            return null;
        }

        var (node, last) = (index, size - 1);
        var root = leafHash.ToArray();
        foreach (var sibling in proof)
        {
            if (last == 0 || sibling.Length != MerkleHash.Size)
            {
                return null;
            }

            if ((node & 1) == 1 || node == last)
            {
                root = MerkleHash.OfNode(sibling, root);
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                root = MerkleHash.OfNode(root, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 ? root : null;
    }

    private static bool IsNoHash(byte[] bytes) => bytes.Length != MerkleHash.Size;

    public static bool Includes(
        ReadOnlySpan<byte> root,
        ReadOnlySpan<byte> leafHash,
        ulong index,
        ulong size,
        IReadOnlyList<byte[]> proof
    ) => RootOf(leafHash, index, size, proof) is { } computed && root.SequenceEqual(computed);

    /// <summary>Whether the larger tree begins with the leaves of the smaller one, which is not empty: of no leaves nothing is proved.</summary>
    public static bool IsConsistent(
        ulong oldSize,
        ReadOnlySpan<byte> oldRoot,
        ulong newSize,
        ReadOnlySpan<byte> newRoot,
        IReadOnlyList<byte[]> proof
    )
    {
        if (oldSize == 0 || oldSize > newSize)
        {
            return false;
        }

        if (oldSize == newSize)
        {
            return proof.Count == 0 && oldRoot.SequenceEqual(newRoot);
        }

        if (oldRoot.Length != MerkleHash.Size || proof.Count == 0 || proof.Any(IsNoHash))
        {
            return false;
        }

        var (node, last) = (oldSize - 1, newSize - 1);
        while ((node & 1) == 1)
        {
            (node, last) = (node >> 1, last >> 1);
        }

        // A smaller tree that is whole is itself the first hash, and the proof leaves it out.
        var isWhole = ulong.IsPow2(oldSize);
        var first = isWhole ? oldRoot.ToArray() : proof[0];
        var (computedOld, computedNew) = (first, first);
        foreach (var hash in proof.Skip(isWhole ? 0 : 1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                computedOld = MerkleHash.OfNode(hash, computedOld);
                computedNew = MerkleHash.OfNode(hash, computedNew);
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                computedNew = MerkleHash.OfNode(computedNew, hash);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && oldRoot.SequenceEqual(computedOld) && newRoot.SequenceEqual(computedNew);
    }
}
