namespace SmartCity.Evidence.Log;

/// <summary>The root over leaves as they come, holding one hash for each level and no leaf.</summary>
internal sealed class GrowingTree
{
    // The whole subtrees from left to right, the largest first, as the binary digits of the size tell them.
    private readonly List<byte[]> peaks = [];

    public ulong Size { get; private set; }

    public void Add(byte[] leafHash)
    {
        var hash = leafHash;
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            hash = MerkleHash.OfNode(peaks[^1], hash);
            peaks.RemoveAt(peaks.Count - 1);
        }

        peaks.Add(hash);
        Size++;
    }

    public byte[] Root()
    {
        if (peaks.Count == 0)
        {
            return MerkleHash.Empty;
        }

        var root = peaks[^1];
        for (var at = peaks.Count - 2; at >= 0; at--)
        {
            root = MerkleHash.OfNode(peaks[at], root);
        }

        return root;
    }
}
