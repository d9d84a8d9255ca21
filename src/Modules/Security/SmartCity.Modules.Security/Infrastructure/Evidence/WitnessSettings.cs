using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Org.BouncyCastle.Math.EC.Rfc8032;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.Modules.Security.Application.Evidence;

namespace SmartCity.Modules.Security.Infrastructure.Evidence;

/// <summary>A witness of the log: where it is asked, and the key by which its answer is known.</summary>
internal sealed record WitnessSettings(Uri Address, string Name, uint KeyId, byte[] PublicKey)
{
    private const string Section = MissingWitnessSettings.WitnessesSection;
    private const byte CosignatureType = 0x04;
    private const int PublicKeySize = 32;
    private const int SignatureSize = 64;

    /// <summary>Those in the configuration, each with <c>Url</c> and <c>Key</c> (NAME+ID+BASE64).</summary>
    /// <exception cref="FormatException">A key or an address is malformed.</exception>
    public static IReadOnlyList<WitnessSettings> Read(IConfiguration configuration) =>
        [.. configuration.GetSection(Section).GetChildren().Select(one => Of(one["Url"], one["Key"]))];

    /// <summary>Whether a line is this witness's cosignature of the text.</summary>
    public bool Signed(string text, string line)
    {
        var prefix = $"— {Name} ";
        var bytes = new byte[sizeof(uint) + sizeof(ulong) + SignatureSize];
        if (
            !line.StartsWith(prefix, StringComparison.Ordinal)
            || !Convert.TryFromBase64String(line[prefix.Length..], bytes, out var length)
            || length != bytes.Length
            || BinaryPrimitives.ReadUInt32BigEndian(bytes) != KeyId
        )
        {
            return false;
        }

        var time = BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(sizeof(uint)));
        var message = Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time}\n{text}")
        );
        return Ed25519.Verify(bytes, sizeof(uint) + sizeof(ulong), PublicKey, 0, message, 0, message.Length);
    }

    /// <summary>Whether this witness's cosignature is kept with the head.</summary>
    public bool HasCosigned(LogCheckpoint head) =>
        head.Cosignatures.Split('\n').Any(line => Signed(TextOf(head), line));

    /// <summary>The text that the log and its witnesses sign: it ends where the empty line stands before the signatures.</summary>
    public static string TextOf(LogCheckpoint head) =>
        head.Note[..(head.Note.IndexOf("\n\n", StringComparison.Ordinal) + 1)];

    private static WitnessSettings Of(string? url, string? key)
    {
        if (
            key?.Split('+', 3) is not [var name, var id, var base64]
            || !Uri.TryCreate(url?.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            || !uint.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var keyId)
            || Convert.FromBase64String(base64) is not [CosignatureType, .. { Length: PublicKeySize } publicKey]
        )
        {
            throw new FormatException($"{Section}: each witness has an Url and a Key of the form NAME+ID+BASE64.");
        }

        return new(address, name, keyId, publicKey);
    }
}
