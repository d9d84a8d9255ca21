using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace SmartCity.Modules.Security.Infrastructure.Evidence;

/// <summary>A log's public key as C2SP signed-note writes it, and what it signed.</summary>
internal sealed record LogPublicKey(string Name, uint Id, byte[] PublicKey)
{
    private const byte Ed25519Type = 0x01;
    private const int PublicKeySize = 32;
    private const int SignatureSize = 64;

    /// <returns>Null where the text is no such key.</returns>
    public static LogPublicKey? TryRead(string text)
    {
        if (
            text.Split('+', 3) is not [var name, var hex, var base64]
            || !EvidenceKey.IsOrigin(name)
            || !uint.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
        )
        {
            return null;
        }

        var bytes = new byte[1 + PublicKeySize + 1];
        return
            Convert.TryFromBase64String(base64, bytes, out var length)
            && length == 1 + PublicKeySize
            && bytes[0] == Ed25519Type
            && EvidenceKey.IdOf(name, bytes[1..length]) == id
            ? new(name, id, bytes[1..length])
            : null;
    }

    /// <summary>Whether a line below the note is this key's signature of its text.</summary>
    public bool HasSigned(SignedHead head)
    {
        var prefix = $"— {Name} ";
        var message = Encoding.UTF8.GetBytes(head.Text);
        foreach (var line in head.Lines.Where(line => line.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var bytes = new byte[sizeof(uint) + SignatureSize];
            if (
                Convert.TryFromBase64String(line[prefix.Length..], bytes, out var length)
                && length == bytes.Length
                && BinaryPrimitives.ReadUInt32BigEndian(bytes) == Id
                && Ed25519.Verify(bytes, sizeof(uint), PublicKey, 0, message, 0, message.Length)
            )
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A checkpoint as somebody handed it over; nothing in it is true before a key has verified it.</summary>
/// <param name="Note">All of it.</param>
/// <param name="Text">What is signed, with its last newline.</param>
/// <param name="Lines">The lines of signatures.</param>
internal sealed record SignedHead(
    string Note,
    string Text,
    IReadOnlyList<string> Lines,
    string Origin,
    long Size,
    byte[] Root
)
{
    /// <returns>Null where the note is no checkpoint.</returns>
    public static SignedHead? TryRead(string note)
    {
        var split = note.IndexOf("\n\n", StringComparison.Ordinal);
        if (
            split < 0
            || note[..split].Split('\n') is not [var origin, var sizeText, var rootText, ..]
            || !long.TryParse(sizeText, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
        )
        {
            return null;
        }

        const int RootSize = 32;
        var root = new byte[RootSize];
        return Convert.TryFromBase64String(rootText, root, out var length) && length == RootSize
            ? new(
                note,
                note[..(split + 1)],
                note[(split + 2)..].Split('\n', StringSplitOptions.RemoveEmptyEntries),
                origin,
                size,
                root
            )
            : null;
    }
}
