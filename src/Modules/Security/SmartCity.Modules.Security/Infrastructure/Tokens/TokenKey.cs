using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using SmartCity.Modules.Security.Infrastructure.Keys;

namespace SmartCity.Modules.Security.Infrastructure.Tokens;

/// <summary>
/// One generation of keys: the ECDSA P-256 key that signs tokens (ES256), and the AES-256 key that encrypts what only the
/// service itself reads, codes and refresh tokens.
/// </summary>
internal sealed class TokenKey
{
    private const int EncryptionKeyBytes = 32;

    private readonly Content content;

    private TokenKey(Content content)
    {
        this.content = content;
        // Lives as long as the process: tokens may be checked with it while the ring has moved on.
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(content.SigningKey, out _);
        Signing = new(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256);
        Encryption = new(
            new SymmetricSecurityKey(content.EncryptionKey),
            SecurityAlgorithms.Aes256KW,
            SecurityAlgorithms.Aes256CbcHmacSha512
        );
    }

    /// <summary>Counted from 1; the higher one is used from its instant on.</summary>
    public int Number => content.Number;

    public DateTimeOffset UsedFrom => content.UsedFrom;

    public string FileName => FileNameOf(Number);

    public SigningCredentials Signing { get; }

    public EncryptingCredentials Encryption { get; }

    public static string FileNameOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:000000}{KeyVault.Extension}");

    public static TokenKey Make(int number, DateTimeOffset usedFrom)
    {
        using var signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(
            new(number, usedFrom, signing.ExportPkcs8PrivateKey(), RandomNumberGenerator.GetBytes(EncryptionKeyBytes))
        );
    }

    /// <summary>The keys of a release that knew one generation only.</summary>
    public static TokenKey TakenOver(DateTimeOffset madeAt, byte[] signing, byte[] encryption) =>
        new(new(1, madeAt, signing, encryption));

    public static TokenKey Read(byte[] written) => new(JsonSerializer.Deserialize<Content>(written)!);

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(content);

    private sealed record Content(int Number, DateTimeOffset UsedFrom, byte[] SigningKey, byte[] EncryptionKey);
}
