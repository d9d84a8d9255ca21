using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence.Tests;

/// <summary>
/// A log made by the definitions of RFC 6962 section 2.1 word for word, recursive and slow, so that nothing of what is
/// tested makes what it is tested on.
/// </summary>
internal sealed class ALog
{
    public const string Origin = "log.example/evidence";

    public List<byte[]> Leaves { get; } = [];

    public Signer Key { get; init; } = new(Origin, NoteKeyType.Ed25519);

    public string Name => Key.Public.Name;

    public byte[] Root(int size) => Mth(Leaves.GetRange(0, size));

    public List<byte[]> InclusionProof(int index, int size) => Path(index, Leaves.GetRange(0, size));

    public List<byte[]> ConsistencyProof(int from, int size) =>
        from == 0 || from == size ? [] : SubProof(from, Leaves.GetRange(0, size), isWhole: true);

    public string CheckpointText(int size) =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}\n{size}\n{Convert.ToBase64String(Root(size))}\n");

    /// <summary>The checkpoint at a size, signed by the log and cosigned by the given witnesses.</summary>
    public string Checkpoint(int size, params Signer[] witnesses)
    {
        var text = CheckpointText(size);
        return $"{text}\n{Key.Line(text)}{string.Concat(witnesses.Select(witness => witness.Line(text)))}";
    }

    private static byte[] Mth(List<byte[]> leaves) =>
        leaves.Count switch
        {
            0 => SHA256.HashData([]),
            1 => SHA256.HashData([0x00, .. leaves[0]]),
            var count => SHA256.HashData([0x01, .. Mth(leaves[..Split(count)]), .. Mth(leaves[Split(count)..])]),
        };

    private static List<byte[]> Path(int index, List<byte[]> leaves)
    {
        if (leaves.Count == 1)
        {
            return [];
        }

        var split = Split(leaves.Count);
        return index < split
            ? [.. Path(index, leaves[..split]), Mth(leaves[split..])]
            : [.. Path(index - split, leaves[split..]), Mth(leaves[..split])];
    }

    private static List<byte[]> SubProof(int from, List<byte[]> leaves, bool isWhole)
    {
        if (from == leaves.Count)
        {
            return isWhole ? [] : [Mth(leaves)];
        }

        var split = Split(leaves.Count);
        return from <= split
            ? [.. SubProof(from, leaves[..split], isWhole), Mth(leaves[split..])]
            : [.. SubProof(from - split, leaves[split..], isWhole: false), Mth(leaves[..split])];
    }

    private static int Split(int count)
    {
        var split = 1;
        while (split * 2 < count)
        {
            split *= 2;
        }

        return split;
    }
}

/// <summary>A private key that signs notes: a log's, or a witness's.</summary>
internal sealed class Signer
{
    private readonly byte[] seed = RandomNumberGenerator.GetBytes(32);

    public Signer(string name, NoteKeyType type)
    {
        var publicKey = new byte[32];
        Ed25519.GeneratePublicKey(seed, 0, publicKey, 0);
        Public = NoteKey.Of(name, type, publicKey);
    }

    public NoteKey Public { get; }

    public ulong Time { get; init; } = 1_790_000_000;

    public string Line(string text)
    {
        if (Public.Type == NoteKeyType.Ed25519)
        {
            return SignedNote.SignatureLine(Public, Sign(Encoding.UTF8.GetBytes(text))) + "\n";
        }

        var timed = new byte[8 + 64];
        BinaryPrimitives.WriteUInt64BigEndian(timed, Time);
        Sign(NoteKey.CosignedMessage(text, Time)).CopyTo(timed, 8);
        return SignedNote.SignatureLine(Public, timed) + "\n";
    }

    private byte[] Sign(byte[] message)
    {
        var signature = new byte[64];
        Ed25519.Sign(seed, 0, message, 0, message.Length, signature, 0);
        return signature;
    }
}
