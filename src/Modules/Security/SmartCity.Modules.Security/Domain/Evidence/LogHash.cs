using System.Security.Cryptography;
using System.Text;

namespace SmartCity.Modules.Security.Domain.Evidence;

/// <summary>The hashes of RFC 6962 section 2.1.</summary>
internal static class LogHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = 32;

    /// <summary>The root of a log without leaves.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    public static byte[] OfLeaf(string leaf) => SHA256.HashData([0x00, .. Encoding.UTF8.GetBytes(leaf)]);

    public static byte[] OfNode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> node = stackalloc byte[1 + (2 * Size)];
        node[0] = 0x01;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + Size)..]);
        return SHA256.HashData(node);
    }

    /// <summary>The root of a whole subtree from its hashes, a power of two of them, one after the other.</summary>
    public static byte[] OfSubtree(ReadOnlySpan<byte> hashes) =>
        hashes.Length == Size
            ? hashes.ToArray()
            : OfNode(OfSubtree(hashes[..(hashes.Length / 2)]), OfSubtree(hashes[(hashes.Length / 2)..]));
}
