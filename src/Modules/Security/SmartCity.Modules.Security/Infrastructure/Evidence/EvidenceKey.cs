using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Org.BouncyCastle.Math.EC.Rfc8032;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Infrastructure.Keys;

namespace SmartCity.Modules.Security.Infrastructure.Evidence;

/// <summary>
/// The log's Ed25519 key, in a sealed file for the owner alone, written as Go's package note writes one:
/// <c>PRIVATE+KEY+NAME+ID+BASE64</c>. All instances of the service share it. It is never made by itself: losing it or having
/// two of them ends the log, so an operator makes it once and keeps it.
/// </summary>
/// <param name="sm2">By which every note is signed once more; null where that is not configured.</param>
internal sealed class EvidenceKey(string file, KeyVault vault, Sm2Key? sm2 = null) : ILogSigner
{
    public const string FileSetting = "Evidence:KeyFile";

    private const string FileName = "evidence-log.key";
    private const string NextEnding = ".next";
    private const string SupersededEnding = ".superseded";
    private const string Prefix = "PRIVATE+KEY+";
    private const byte Ed25519Type = 0x01;
    private const int SeedSize = 32;
    private const int SignatureSize = 64;

    private volatile Key? key;

    public static string FileOf(IConfiguration configuration) =>
        configuration[FileSetting] is { Length: > 0 } named
            ? Path.GetFullPath(named)
            : Path.Combine(KeyVault.FolderOf(configuration), FileName);

    public bool HasKey => key is not null || File.Exists(file);

    public string Origin => Loaded.Name;

    public string PublicKey
    {
        get
        {
            var (name, seed) = Loaded;
            return Written(name, PublicOf(seed), PublicOf(seed));
        }
    }

    public string? Sm2PublicKey => sm2?.PublicKeyOf(Loaded.Name);

    public string Sign(string text)
    {
        var (name, seed) = Loaded;
        var message = Encoding.UTF8.GetBytes(text);
        var line = new byte[sizeof(uint) + SignatureSize];
        BinaryPrimitives.WriteUInt32BigEndian(line, IdOf(name, PublicOf(seed)));
        Ed25519.Sign(seed, 0, message, 0, message.Length, line, sizeof(uint));
        return $"{text}\n— {name} {Convert.ToBase64String(line)}\n{sm2?.LineOf(name, text)}";
    }

    /// <summary>Makes the key, unless there is one.</summary>
    /// <param name="origin">The log's name: an address without scheme, spaces and plus.</param>
    /// <returns>False where the file exists already: it is left alone.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public bool Make(string origin)
    {
        if (File.Exists(file))
        {
            return false;
        }

        KeyFile.MakeFolder(Path.GetDirectoryName(file)!);
        var seed = RandomNumberGenerator.GetBytes(SeedSize);
        return vault.TryCreate(KeyVault.EvidenceLog, file, Kept(new(origin, seed)));
    }

    /// <summary>Where the key lies that will take this one's place, while a succession is under way.</summary>
    public string NextFile => file + NextEnding;

    /// <summary>That key; null while no succession is under way.</summary>
    public EvidenceKey? Next => File.Exists(NextFile) ? new(NextFile, vault, sm2) : null;

    /// <summary>Makes the key of the log that will take this one's place, or finds the one that was made for it.</summary>
    /// <returns>Null where there is one for another name.</returns>
    public EvidenceKey? MakeNext(string origin)
    {
        var next = new EvidenceKey(NextFile, vault, sm2);
        next.Make(origin);
        return next.Origin == origin ? next : null;
    }

    /// <summary>
    /// The key that was made takes this one's place; this one, where it is still there, is put aside. A seal is good for one
    /// name, so each is sealed anew under its own; whoever is interrupted does it again and loses none.
    /// </summary>
    public void TakeNext()
    {
        var next = Next!.Loaded;
        if (File.Exists(file) && Loaded is var own && !own.Seed.AsSpan().SequenceEqual(next.Seed))
        {
            var aside = $"{file}.{Hex(IdOf(own.Name, PublicOf(own.Seed)))}{SupersededEnding}";
            vault.Replace(KeyVault.EvidenceLog, aside, Kept(own));
        }

        vault.Replace(KeyVault.EvidenceLog, file, Kept(next));
        File.Delete(NextFile);
        key = null;
    }

    public bool HasSigned(string note) => SignedHead.TryRead(note) is { } head && HasSigned(head);

    /// <summary>Whether this very key signed a head.</summary>
    public bool HasSigned(SignedHead head) => LogPublicKey.TryRead(PublicKey)!.HasSigned(head);

    public static bool IsOrigin(string name) =>
        name.Length is > 0 and <= 100
        && name.All(character => character > ' ' && character != '+' && !char.IsWhiteSpace(character));

    private Key Loaded => key ??= Load();

    private Key Load()
    {
        var content = File.ReadAllBytes(file);
        if (KeySeal.IsSealed(content))
        {
            return Read(vault.TryRead(KeyVault.EvidenceLog, file)!);
        }

        // Of a release that did not seal it, or brought from elsewhere.
        var plain = Read(content);
        vault.Replace(KeyVault.EvidenceLog, file, content);
        return plain;
    }

    private static Key Read(byte[] written)
    {
        var text = Encoding.UTF8.GetString(written).TrimEnd('\n');
        var parts = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..].Split('+', 3) : [];
        if (
            parts is not [var name, var id, var base64]
            || !IsOrigin(name)
            || Convert.FromBase64String(base64) is not [Ed25519Type, .. { Length: SeedSize } seed]
            || id != Hex(IdOf(name, PublicOf(seed)))
        )
        {
            throw new InvalidDataException("The file of the evidence log's key holds no such key.");
        }

        return new(name, seed);
    }

    private static byte[] Kept(Key one) =>
        Encoding.UTF8.GetBytes($"{Prefix}{Written(one.Name, PublicOf(one.Seed), one.Seed)}\n");

    private static string Written(string name, byte[] publicKey, byte[] secretOrPublic) =>
        $"{name}+{Hex(IdOf(name, publicKey))}+{Convert.ToBase64String([Ed25519Type, .. secretOrPublic])}";

    private static string Hex(uint id) => id.ToString("x8", CultureInfo.InvariantCulture);

    internal static uint IdOf(string name, byte[] publicKey) =>
        BinaryPrimitives.ReadUInt32BigEndian(
            SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519Type, .. publicKey])
        );

    private static byte[] PublicOf(byte[] seed)
    {
        var publicKey = new byte[SeedSize];
        Ed25519.GeneratePublicKey(seed, 0, publicKey, 0);
        return publicKey;
    }

    private sealed record Key(string Name, byte[] Seed);
}
