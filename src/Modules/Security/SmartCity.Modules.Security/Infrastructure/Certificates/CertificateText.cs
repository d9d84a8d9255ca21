using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Domain.Certificates;

namespace SmartCity.Modules.Security.Infrastructure.Certificates;

/// <summary>Certificates as texts: PEM, or base64 of DER, one behind the other.</summary>
internal sealed partial class CertificateText : ICertificateReader
{
    /// <summary>The certificate and its issuers; more are no chain.</summary>
    public const int MostCertificates = 8;

    // Twenty octets (RFC 5280, 4.1.2.2).
    private const int MostSerialBits = 160;

    public Result<CertificateIdentity> Read(string text) =>
        ChainIn(text) is [var first, ..]
            ? Algorithms.FamilyOf(first.SubjectPublicKeyInfo) is null
                ? Error.Unprocessable(
                    "CERTIFICATE_ALGORITHM",
                    new(
                        "证书的密钥不被接受。可用：RSA 2048 位以上、ECDSA P-256/P-384、SM2。",
                        "The certificate's key is not accepted: RSA from 2048 bits, ECDSA P-256 and P-384, and SM2 are."
                    )
                )
                : IdentityOf(first)
            : Error.Unprocessable(
                "CERTIFICATE_UNREADABLE",
                new("读不出证书，应为 PEM 或 base64。", "No certificate can be read; send it in PEM or base64.")
            );

    /// <summary>The certificates in the text, or null where it is not made of certificates alone.</summary>
    public static IReadOnlyList<X509Certificate>? ChainIn(string text)
    {
        var blocks = Armour().Matches(text) is { Count: > 0 } armoured
            ? [.. armoured.Select(block => block.Groups["base64"].Value)]
            : text.Split(["\n\n", "\r\n\r\n"], StringSplitOptions.RemoveEmptyEntries);
        if (blocks.Length is 0 or > MostCertificates)
        {
            return null;
        }

        var certificates = new List<X509Certificate>();
        foreach (var block in blocks)
        {
            if (BytesIn(block) is not { Length: > 0 } bytes || CertificateIn(bytes) is not { } certificate)
            {
                return null;
            }

            certificates.Add(certificate);
        }

        return certificates;
    }

    /// <summary>Base64 with white space in it, as people paste it; null where it is none.</summary>
    public static byte[]? BytesIn(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(
            string.Concat(base64.Where(one => !char.IsWhiteSpace(one))),
            bytes,
            out var length
        )
            ? bytes[..length]
            : null;
    }

    public static X509Certificate? CertificateIn(byte[] der)
    {
        try
        {
            var certificate = new X509Certificate(der);
            // Each is read now, so that a certificate that is broken somewhere is none.
            _ = (
                certificate.NotBefore,
                certificate.NotAfter,
                certificate.GetEncoded(),
                certificate.GetExtendedKeyUsage()
            );
            return certificate.SerialNumber.BitLength <= MostSerialBits ? certificate : null;
        }
        catch (Exception malformed)
            when (malformed
                    is ArgumentException
                        or IOException
                        or Asn1ParsingException
                        or InvalidOperationException
                        or InvalidCastException
                        or FormatException
                        or GeneralSecurityException
            )
        {
            return null;
        }
    }

    public static CertificateIdentity IdentityOf(X509Certificate certificate)
    {
        var key = certificate.SubjectPublicKeyInfo.GetDerEncoded();
        byte[] all =
        [
            .. certificate.IssuerDN.GetDerEncoded(),
            .. new DerInteger(certificate.SerialNumber).GetDerEncoded(),
            .. key,
        ];
        return new(
            Shortened(certificate.IssuerDN.ToString(reverse: true, X509Name.RFC2253Symbols)),
            certificate.SerialNumber.ToString(16).ToUpper(CultureInfo.InvariantCulture),
            Convert.ToHexStringLower(SHA256.HashData(key)),
            Convert.ToHexStringLower(SHA256.HashData(all)),
            Instant(certificate.NotBefore),
            Instant(certificate.NotAfter),
            IsForTlsClients(certificate)
        );
    }

    // .NET's TLS knows no SM2.
    private static bool IsForTlsClients(X509Certificate certificate) =>
        Algorithms.FamilyOf(certificate.SubjectPublicKeyInfo)
            is KeyFamily.Rsa
                or KeyFamily.EcdsaP256
                or KeyFamily.EcdsaP384
        && certificate.GetKeyUsage() is not [false, ..]
        && (
            certificate.GetExtendedKeyUsage() is not { } purposes
            || purposes.Contains(KeyPurposeID.id_kp_clientAuth)
            || purposes.Contains(KeyPurposeID.AnyExtendedKeyUsage)
        );

    public static DateTimeOffset Instant(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    // What it is known by is the hash; the name is for people.
    private static string Shortened(string name) => name.Length <= 1000 ? name : name[..1000];

    [GeneratedRegex("-----BEGIN CERTIFICATE-----(?<base64>[A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----")]
    private static partial Regex Armour();
}
