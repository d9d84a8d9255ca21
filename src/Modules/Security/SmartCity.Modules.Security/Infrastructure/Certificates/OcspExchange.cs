using System.Globalization;
using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace SmartCity.Modules.Security.Infrastructure.Certificates;

/// <summary>What an issuer told of one certificate.</summary>
/// <param name="CountsUntil">When its word runs out.</param>
/// <param name="RevokedAt">Null where it was not revoked.</param>
internal sealed record RevocationAnswer(DateTimeOffset CountsUntil, DateTimeOffset? RevokedAt, string? Reason);

/// <summary>One question to an OCSP responder and its answer (RFC 6960), bound to each other by a nonce.</summary>
internal sealed class OcspExchange
{
    private const int NonceBytes = 32;

    // An answer that names no end is about this moment.
    private static readonly TimeSpan CountsWithoutEnd = TimeSpan.FromMinutes(5);

    private readonly X509Certificate certificate;
    private readonly X509Certificate issuer;
    private readonly byte[] nonce = new DerOctetString(RandomNumberGenerator.GetBytes(NonceBytes)).GetDerEncoded();

    public OcspExchange(X509Certificate certificate, X509Certificate issuer)
    {
        (this.certificate, this.issuer) = (certificate, issuer);
        var request = new OcspReqGenerator();
        // Only names a certificate, and SHA-1 is what every responder knows here (RFC 5019, 2.1.1).
        request.AddRequest(new CertificateID(CertificateID.DigestSha1, issuer, certificate.SerialNumber));
        var extensions = new X509ExtensionsGenerator();
        extensions.AddExtension(OcspObjectIdentifiers.PkixOcspNonce, critical: false, nonce);
        request.SetRequestExtensions(extensions.Generate());
        Request = request.Generate().GetEncoded();
    }

    public byte[] Request { get; }

    /// <summary>The answer, or null where it is none that counts: unsigned, of another, old, of something else, or "unknown".</summary>
    public RevocationAnswer? Read(byte[] response, DateTimeOffset at, TimeSpan clockSkew)
    {
        try
        {
            return
                new OcspResp(response) is { Status: OcspRespStatus.Successful } successful
                && successful.GetResponseObject() is BasicOcspResp basic
                && HasOurNonce(basic, out var isBound)
                && IsSigned(basic, at, clockSkew)
                ? Of(basic, isBound, at, clockSkew)
                : null;
        }
        catch (Exception malformed)
            when (malformed
                    is OcspException
                        or GeneralSecurityException
                        or ArgumentException
                        or IOException
                        or InvalidOperationException
                        or InvalidCastException
                        or FormatException
            )
        {
            return null;
        }
    }

    // An answer made beforehand has none, and counts only as long as it says; another's nonce is another's answer.
    private bool HasOurNonce(BasicOcspResp basic, out bool isBound)
    {
        var told = basic.ResponseExtensions?.GetExtension(OcspObjectIdentifiers.PkixOcspNonce)?.Value.GetOctets();
        isBound = told is not null && told.AsSpan().SequenceEqual(nonce);
        return told is null || isBound;
    }

    private bool IsSigned(BasicOcspResp basic, DateTimeOffset at, TimeSpan clockSkew) =>
        basic
            .GetCerts()
            .Where(delegated => MayAnswer(delegated, at, clockSkew))
            .Prepend(issuer)
            .Any(signer =>
                Algorithms.FamilyOf(signer.SubjectPublicKeyInfo) is { } family
                && Algorithms.Fit(family, basic.SignatureAlgorithm)
                && basic.Verify(signer.GetPublicKey())
            );

    private bool MayAnswer(X509Certificate delegated, DateTimeOffset at, TimeSpan clockSkew) =>
        delegated.GetExtendedKeyUsage()?.Contains(KeyPurposeID.id_kp_OCSPSigning) == true
        && CertificateText.Instant(delegated.NotBefore) - clockSkew <= at
        && at <= CertificateText.Instant(delegated.NotAfter) + clockSkew
        && Algorithms.FamilyOf(issuer.SubjectPublicKeyInfo) is { } family
        && Algorithms.Fit(family, delegated.SignatureAlgorithm)
        && CertificatePath.IsSignedBy(delegated, issuer);

    private RevocationAnswer? Of(BasicOcspResp basic, bool isBound, DateTimeOffset at, TimeSpan clockSkew)
    {
        var single = basic.Responses.FirstOrDefault(one =>
            one.GetCertID().SerialNumber.Equals(certificate.SerialNumber) && one.GetCertID().MatchesIssuer(issuer)
        );
        if (single is null || (!isBound && single.NextUpdate is null))
        {
            return null;
        }

        var from = CertificateText.Instant(single.ThisUpdate);
        var until = single.NextUpdate is { } next ? CertificateText.Instant(next) : from + CountsWithoutEnd;
        if (at < from - clockSkew || at > until + clockSkew)
        {
            return null;
        }

        return single.GetCertStatus() switch
        {
            null => new(until, RevokedAt: null, Reason: null),
            RevokedStatus revoked => new(
                until,
                CertificateText.Instant(revoked.RevocationTime),
                revoked.HasRevocationReason ? RevocationReasons.Of(revoked.RevocationReason) : null
            ),
            _ => null,
        };
    }
}

/// <summary>The reasons of RFC 5280, section 5.3.1, by their names there.</summary>
internal static class RevocationReasons
{
    private static readonly string[] Names =
    [
        "unspecified",
        "keyCompromise",
        "cACompromise",
        "affiliationChanged",
        "superseded",
        "cessationOfOperation",
        "certificateHold",
        "",
        "removeFromCRL",
        "privilegeWithdrawn",
        "aACompromise",
    ];

    public static string Of(int number) =>
        number >= 0 && number < Names.Length && Names[number].Length > 0
            ? Names[number]
            : number.ToString(CultureInfo.InvariantCulture);
}
