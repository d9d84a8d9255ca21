using System.Buffers.Binary;
using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence;

/// <summary>The witness's own Ed25519 key, in a file for the owner alone: name, space, seed in base64.</summary>
internal sealed class WitnessKey
{
    private const string FileName = "witness.key";
    private const int SeedSize = 32;
    private const int SignatureSize = 64;
    private readonly byte[] seed;

    private WitnessKey(string name, byte[] seed)
    {
        this.seed = seed;
        var publicKey = new byte[SeedSize];
        Ed25519.GeneratePublicKey(seed, 0, publicKey, 0);
        Public = NoteKey.Of(name, NoteKeyType.Cosignature, publicKey);
    }

    public NoteKey Public { get; }

    /// <exception cref="IOException">There is one already, or it cannot be written.</exception>
    public static WitnessKey Make(DirectoryInfo folder, string name)
    {
        var key = new WitnessKey(name, RandomNumberGenerator.GetBytes(SeedSize));
        folder.Create();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(Path.Combine(folder.FullName, FileName), options);
        using var writer = new StreamWriter(file);
        writer.Write($"{name} {Convert.ToBase64String(key.seed)}\n");
        writer.Flush();
        file.Flush(flushToDisk: true);
        return key;
    }

    /// <exception cref="FormatException">The file holds no key.</exception>
    public static WitnessKey Read(DirectoryInfo folder)
    {
        var parts = File.ReadAllText(Path.Combine(folder.FullName, FileName)).TrimEnd('\n').Split(' ');
        return parts is [var name, var base64] && Base64Text.TryRead(base64, out var seed) && seed.Length == SeedSize
            ? new(name, seed)
            : throw new FormatException($"{FileName} holds no key.");
    }

    /// <summary>The signature line that states: at this time this was the largest consistent head seen of the log.</summary>
    public string Cosign(string text, ulong time)
    {
        var message = NoteKey.CosignedMessage(text, time);
        var timed = new byte[sizeof(ulong) + SignatureSize];
        BinaryPrimitives.WriteUInt64BigEndian(timed, time);
        Ed25519.Sign(seed, 0, message, 0, message.Length, timed, sizeof(ulong));
        return SignedNote.SignatureLine(Public, timed) + "\n";
    }
}
