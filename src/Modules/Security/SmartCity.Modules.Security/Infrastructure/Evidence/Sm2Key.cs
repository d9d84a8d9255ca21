using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using SmartCity.Modules.Security.Infrastructure.Keys;

namespace SmartCity.Modules.Security.Infrastructure.Evidence;

/// <summary>
/// The log's SM2 key, by which each checkpoint is signed a second time where that is configured: a signature line of type 0xFF
/// with a name of our own, which other verifiers pass over. The log rests on its Ed25519 key; this one is made by itself in a
/// sealed file, and losing it ends nothing. All instances share it.
/// </summary>
internal sealed class Sm2Key(string file, KeyVault vault)
{
    public const string Setting = "Evidence:Sm2Line";
    public const string FileSetting = "Evidence:Sm2KeyFile";

    /// <summary>What the line is, in its key's id and in the public key as it is handed to whoever verifies.</summary>
    public const string SignatureType = "smartcity.evidence/sm2-sm3/v1";

    private const string FileName = "evidence-log-sm2.key";
    private const string Prefix = "PRIVATE+KEY+SM2+";
    private const byte OwnType = 0xFF;
    private const int ScalarSize = 32;

    private static readonly ECNamedDomainParameters Curve = new(
        GMObjectIdentifiers.sm2p256v1,
        GMNamedCurves.GetByOid(GMObjectIdentifiers.sm2p256v1)
    );

    private volatile ECPrivateKeyParameters? key;

    /// <returns>Null where no SM2 line is configured.</returns>
    public static Sm2Key? Of(IConfiguration configuration, KeyVault vault) =>
        configuration.GetValue<bool>(Setting) ? new(FileOf(configuration), vault) : null;

    public static string FileOf(IConfiguration configuration) =>
        configuration[FileSetting] is { Length: > 0 } named
            ? Path.GetFullPath(named)
            : Path.Combine(KeyVault.FolderOf(configuration), FileName);

    /// <summary>NAME+ID+BASE64, where the bytes are 0xFF, the name of the type and the uncompressed point.</summary>
    /// <param name="name">The log's name.</param>
    public string PublicKeyOf(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}+{IdOf(name):x8}+{Convert.ToBase64String(PublicBytes())}");

    /// <summary>The signature line of a text that ends in a newline, with its own newline.</summary>
    public string LineOf(string name, string text)
    {
        var message = Encoding.UTF8.GetBytes(text);
        // Without a user id of its own: 1234567812345678, as GM/T 0009 says.
        var signer = new SM2Signer(StandardDsaEncoding.Instance, new SM3Digest());
        signer.Init(forSigning: true, new ParametersWithRandom(Loaded, new SecureRandom()));
        signer.BlockUpdate(message, 0, message.Length);
        var signature = signer.GenerateSignature();
        var line = new byte[sizeof(uint) + signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(line, IdOf(name));
        signature.CopyTo(line, sizeof(uint));
        return $"— {name} {Convert.ToBase64String(line)}\n";
    }

    private ECPrivateKeyParameters Loaded => key ??= Load();

    private uint IdOf(string name) =>
        BinaryPrimitives.ReadUInt32BigEndian(
            SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. PublicBytes()])
        );

    private byte[] PublicBytes() =>
        [
            OwnType,
            .. Encoding.ASCII.GetBytes(SignatureType),
            .. Curve.G.Multiply(Loaded.D).Normalize().GetEncoded(compressed: false),
        ];

    private ECPrivateKeyParameters Load()
    {
        if (!File.Exists(file))
        {
            KeyFile.MakeFolder(Path.GetDirectoryName(file)!);
            // Of several instances that begin at once one makes it, and the others read what it made.
            vault.TryCreate(KeyVault.EvidenceSm2, file, Made());
        }

        var text = Encoding.ASCII.GetString(vault.TryRead(KeyVault.EvidenceSm2, file)!).TrimEnd('\n');
        return
            text.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.FromBase64String(text[Prefix.Length..]) is { Length: ScalarSize } scalar
            ? new(new BigInteger(1, scalar), Curve)
            : throw new InvalidDataException("The file of the evidence log's SM2 key holds no such key.");
    }

    private static byte[] Made()
    {
        var generator = new ECKeyPairGenerator();
        generator.Init(new ECKeyGenerationParameters(Curve, new SecureRandom()));
        var made = (ECPrivateKeyParameters)generator.GenerateKeyPair().Private;
        var scalar = Convert.ToBase64String(Padded(made.D.ToByteArrayUnsigned()));
        return Encoding.ASCII.GetBytes($"{Prefix}{scalar}\n");
    }

    private static byte[] Padded(ReadOnlySpan<byte> scalar)
    {
        var padded = new byte[ScalarSize];
        scalar.CopyTo(padded.AsSpan(ScalarSize - scalar.Length));
        return padded;
    }
}
