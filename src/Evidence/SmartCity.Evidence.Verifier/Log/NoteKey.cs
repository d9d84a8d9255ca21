using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace SmartCity.Evidence.Log;

/// <summary>What a key signs, and how: the identifier byte of C2SP signed-note.</summary>
internal enum NoteKeyType
{
    /// <summary>Ed25519 over the note's text: a log.</summary>
    Ed25519 = 0x01,

    /// <summary>Ed25519 over <c>cosignature/v1</c>, a time and the text: a witness.</summary>
    Cosignature = 0x04,
}

/// <summary>What came of a key's signature.</summary>
internal enum SignatureVerdict
{
    /// <summary>The note bears none of this key.</summary>
    Absent,

    Valid,

    /// <summary>The note names this key and the signature is not its own: the whole note is malformed.</summary>
    Invalid,
}

/// <summary>A public key as C2SP signed-note writes it: <c>NAME+ID+BASE64</c>.</summary>
internal sealed record NoteKey
{
    private const int PublicKeySize = 32;
    private const int SignatureSize = 64;

    private NoteKey(string name, NoteKeyType type, byte[] publicKey)
    {
        (Name, Type, PublicKey) = (name, type, publicKey);
        Id = IdOf(name, type, publicKey);
    }

    public string Name { get; }

    public NoteKeyType Type { get; }

    public uint Id { get; }

    public byte[] PublicKey { get; }

    /// <exception cref="FormatException">The name or the key is not well formed.</exception>
    public static NoteKey Of(string name, NoteKeyType type, byte[] publicKey) =>
        IsName(name) && publicKey.Length == PublicKeySize
            ? new(name, type, publicKey)
            : throw new FormatException("A key has a name without spaces and plus, and 32 bytes.");

    /// <exception cref="FormatException">The text is no key of a kind that is known here.</exception>
    public static NoteKey Read(string text)
    {
        if (
            text.Split('+', 3) is not [var name, { Length: 8 } id, var base64]
            || !IsName(name)
            || !uint.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var stated)
            || id.Any(char.IsAsciiLetterUpper)
            || !Base64Text.TryRead(base64, out var bytes)
            || bytes.Length != 1 + PublicKeySize
            || !Enum.IsDefined((NoteKeyType)bytes[0])
        )
        {
            throw new FormatException($"'{text}' is no key of the form NAME+ID+BASE64.");
        }

        var key = new NoteKey(name, (NoteKeyType)bytes[0], bytes[1..]);
        return key.Id == stated ? key : throw new FormatException($"'{text}' states an id that is not the key's.");
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}+{Id:x8}+{Convert.ToBase64String([(byte)Type, .. PublicKey])}"
        );

    public static bool IsName(string name) =>
        name.Length > 0 && name.All(character => character != '+' && !char.IsWhiteSpace(character) && character >= ' ');

    /// <summary>What this key says to the note; of a witness also the latest time at which it said so.</summary>
    public (SignatureVerdict Verdict, ulong? Time) Judge(SignedNote note)
    {
        var (verdict, time) = (SignatureVerdict.Absent, (ulong?)null);
        foreach (var one in note.Signatures.Where(one => one.KeyName == Name && one.KeyId == Id))
        {
            var (message, signature, stated) =
                Type == NoteKeyType.Ed25519
                    ? (Encoding.UTF8.GetBytes(note.Text), one.Signature, null)
                    : Cosigned(note, one.Signature);
            if (
                signature.Length != SignatureSize
                || !Ed25519.Verify(signature, 0, PublicKey, 0, message, 0, message.Length)
            )
            {
                return (SignatureVerdict.Invalid, null);
            }

            verdict = SignatureVerdict.Valid;
            time = stated > (time ?? 0) ? stated : time;
        }

        return (verdict, time);
    }

    private static (byte[] Message, byte[] Signature, ulong? Time) Cosigned(SignedNote note, byte[] timed)
    {
        if (timed.Length != sizeof(ulong) + SignatureSize)
        {
            return ([], [], null);
        }

        var time = BinaryPrimitives.ReadUInt64BigEndian(timed);
        return time > long.MaxValue ? ([], [], null) : (CosignedMessage(note.Text, time), timed[sizeof(ulong)..], time);
    }

    /// <summary>What a witness signs: C2SP tlog-cosignature.</summary>
    public static byte[] CosignedMessage(string text, ulong time) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time}\n{text}"));

    private static uint IdOf(string name, NoteKeyType type, byte[] publicKey) =>
        BinaryPrimitives.ReadUInt32BigEndian(
            SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)type, .. publicKey])
        );
}
