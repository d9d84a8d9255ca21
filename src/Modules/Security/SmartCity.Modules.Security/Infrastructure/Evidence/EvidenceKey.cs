using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Org.BouncyCastle.Math.EC.Rfc8032;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Infrastructure.Tokens;

namespace SmartCity.Modules.Security.Infrastructure.Evidence;

/// <summary>
/// The log's Ed25519 key, in a file for the owner alone, written as Go's package note writes one:
/// <c>PRIVATE+KEY+NAME+ID+BASE64</c>. All instances of the service share it. It is never made by itself: losing it or having
/// two of them ends the log, so an operator makes it once and keeps it.
/// </summary>
internal sealed class EvidenceKey(string file) : ILogSigner
{
    public const string FileSetting = "Evidence:KeyFile";

    private const string FileName = "evidence-log.key";
    private const string NextEnding = ".next";
    private const string SupersededEnding = ".superseded";
    private const string Prefix = "PRIVATE+KEY+";
    private const byte Ed25519Type = 0x01;
    private const int SeedSize = 32;
    private const int SignatureSize = 64;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private volatile Key? key;

    public static string FileOf(IConfiguration configuration) =>
        configuration[FileSetting] is { Length: > 0 } named
            ? Path.GetFullPath(named)
            : Path.Combine(SecurityKeys.FolderOf(configuration), FileName);

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

    public string Sign(string text)
    {
        var (name, seed) = Loaded;
        var message = Encoding.UTF8.GetBytes(text);
        var line = new byte[sizeof(uint) + SignatureSize];
        BinaryPrimitives.WriteUInt32BigEndian(line, IdOf(name, PublicOf(seed)));
        Ed25519.Sign(seed, 0, message, 0, message.Length, line, sizeof(uint));
        return $"{text}\n— {name} {Convert.ToBase64String(line)}\n";
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

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var seed = RandomNumberGenerator.GetBytes(SeedSize);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var stream = new FileStream(file, options);
        stream.Write(Encoding.UTF8.GetBytes($"{Prefix}{Written(origin, PublicOf(seed), seed)}\n"));
        stream.Flush(flushToDisk: true);
        return true;
    }

    /// <summary>Where the key lies that will take this one's place, while a succession is under way.</summary>
    public string NextFile => file + NextEnding;

    /// <summary>That key; null while no succession is under way.</summary>
    public EvidenceKey? Next => File.Exists(NextFile) ? new(NextFile) : null;

    /// <summary>Makes the key of the log that will take this one's place, or finds the one that was made for it.</summary>
    /// <returns>Null where there is one for another name.</returns>
    public EvidenceKey? MakeNext(string origin)
    {
        var next = new EvidenceKey(NextFile);
        next.Make(origin);
        return next.Origin == origin ? next : null;
    }

    /// <summary>The key that was made takes this one's place; this one, where it is still there, is put aside.</summary>
    public void TakeNext()
    {
        if (File.Exists(file))
        {
            var (name, seed) = Loaded;
            File.Move(file, $"{file}.{Hex(IdOf(name, PublicOf(seed)))}{SupersededEnding}", overwrite: true);
        }

        File.Move(NextFile, file);
        key = null;
    }

    public bool HasSigned(string note) => SignedHead.TryRead(note) is { } head && HasSigned(head);

    /// <summary>Whether this very key signed a head.</summary>
    public bool HasSigned(SignedHead head) => LogPublicKey.TryRead(PublicKey)!.HasSigned(head);

    public static bool IsOrigin(string name) =>
        name.Length is > 0 and <= 100
        && name.All(character => character > ' ' && character != '+' && !char.IsWhiteSpace(character));

    private Key Loaded => key ??= Read(File.ReadAllText(file).TrimEnd('\n'));

    private static Key Read(string text)
    {
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
