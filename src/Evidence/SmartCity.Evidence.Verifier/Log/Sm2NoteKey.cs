using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace SmartCity.Evidence.Log;

/// <summary>
/// A log's SM2 key. C2SP signed-note has no number for SM2, so the key is of type 0xFF with a name of our own for what it does:
/// whoever does not know it passes its line over. The signature is SM2 with SM3 over the note's text, under the user id that
/// GM/T 0009 gives to whoever has none of his own.
/// </summary>
internal sealed record Sm2NoteKey
{
    public const string SignatureType = "smartcity.evidence/sm2-sm3/v1";

    private const byte OwnType = 0xFF;
    private const int PointSize = 65;

    private readonly ECPublicKeyParameters point;

    private Sm2NoteKey(string name, byte[] key, ECPublicKeyParameters point)
    {
        (Name, Key, this.point) = (name, key, point);
        Id = BinaryPrimitives.ReadUInt32BigEndian(
            SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. key])
        );
    }

    public string Name { get; }

    public uint Id { get; }

    /// <summary>0xFF, the name of the type, the uncompressed point.</summary>
    public byte[] Key { get; }

    /// <param name="point">Uncompressed, 65 bytes.</param>
    /// <exception cref="FormatException">The name is none, or the point is not on the curve.</exception>
    public static Sm2NoteKey Of(string name, byte[] point)
    {
        if (!NoteKey.IsName(name) || point.Length != PointSize)
        {
            throw new FormatException("An SM2 key has a name without spaces and plus, and a point of 65 bytes.");
        }

        try
        {
            var curve = new ECNamedDomainParameters(
                GMObjectIdentifiers.sm2p256v1,
                GMNamedCurves.GetByOid(GMObjectIdentifiers.sm2p256v1)
            );
            return new(
                name,
                [OwnType, .. Encoding.ASCII.GetBytes(SignatureType), .. point],
                new(curve.Curve.DecodePoint(point), curve)
            );
        }
        catch (ArgumentException notOnTheCurve)
        {
            throw new FormatException("The point is not on the curve sm2p256v1.", notOnTheCurve);
        }
    }

    /// <exception cref="FormatException">The text is no such key.</exception>
    public static Sm2NoteKey Read(string text)
    {
        var type = Encoding.ASCII.GetBytes(SignatureType);
        if (
            text.Split('+', 3) is not [var name, { Length: 8 } id, var base64]
            || !uint.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var stated)
            || id.Any(char.IsAsciiLetterUpper)
            || !Base64Text.TryRead(base64, out var bytes)
            || bytes is not [OwnType, .. var rest]
            || !rest.AsSpan().StartsWith(type)
        )
        {
            throw new FormatException($"'{text}' is no SM2 key of the form NAME+ID+BASE64.");
        }

        var key = Of(name, rest[type.Length..]);
        return key.Id == stated ? key : throw new FormatException($"'{text}' states an id that is not the key's.");
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}+{Id:x8}+{Convert.ToBase64String(Key)}");

    /// <summary>What this key says to the note.</summary>
    public SignatureVerdict Judge(SignedNote note)
    {
        var message = Encoding.UTF8.GetBytes(note.Text);
        var verdict = SignatureVerdict.Absent;
        foreach (var one in note.Signatures.Where(one => one.KeyName == Name && one.KeyId == Id))
        {
            var check = new SM2Signer(StandardDsaEncoding.Instance, new SM3Digest());
            check.Init(forSigning: false, point);
            check.BlockUpdate(message, 0, message.Length);
            if (!check.VerifySignature(one.Signature))
            {
                return SignatureVerdict.Invalid;
            }

            verdict = SignatureVerdict.Valid;
        }

        return verdict;
    }
}
