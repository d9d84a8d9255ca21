using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace SmartCity.Modules.Security.Infrastructure.Certificates;

/// <summary>A list of revoked certificates that their issuer has signed (RFC 5280, section 5): whole and direct, no delta.</summary>
internal sealed class IssuersList
{
    private const int SignsLists = 6;

    private readonly X509Crl list;
    private readonly IssuingDistributionPoint? scope;

    private IssuersList(X509Crl list, IssuingDistributionPoint? scope)
    {
        (this.list, this.scope) = (list, scope);
        CountsUntil = CertificateText.Instant(list.NextUpdate!.Value);
    }

    public DateTimeOffset CountsUntil { get; }

    /// <summary>The list, or null where it is none that counts: of another, unsigned, old, early, or of a kind not known here.</summary>
    public static IssuersList? Read(byte[] content, X509Certificate issuer, DateTimeOffset at, TimeSpan clockSkew)
    {
        try
        {
            return
                new X509CrlParser().ReadCrl(content) is { NextUpdate: { } next } list
                && CertificateText.Instant(list.ThisUpdate) - clockSkew <= at
                && at <= CertificateText.Instant(next) + clockSkew
                && IsSignedBy(list, issuer)
                && ScopeOf(list, out var scope)
                ? new(list, scope)
                : null;
        }
        catch (Exception malformed)
            when (malformed
                    is GeneralSecurityException
                        or CryptoException
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

    /// <summary>What it tells of a certificate of its issuer; null where it is not about such certificates.</summary>
    /// <param name="addresses">Where the certificate says that its list is.</param>
    public RevocationAnswer? Of(X509Certificate certificate, IReadOnlyList<string> addresses)
    {
        if (!IsAbout(certificate, addresses))
        {
            return null;
        }

        return list.GetRevokedCertificate(certificate.SerialNumber) is { } revoked
            ? new(CountsUntil, CertificateText.Instant(revoked.RevocationDate), ReasonOf(revoked))
            : new(CountsUntil, RevokedAt: null, Reason: null);
    }

    private static bool IsSignedBy(X509Crl list, X509Certificate issuer) =>
        list.IssuerDN.Equivalent(issuer.SubjectDN)
        && issuer.GetKeyUsage() is not [_, _, _, _, _, _, false, ..]
        && Algorithms.FamilyOf(issuer.SubjectPublicKeyInfo) is { } family
        && Algorithms.Fit(family, list.SignatureAlgorithm)
        && list.IsSignatureValid(issuer.GetPublicKey());

    // What is critical and not known here could change what the list means; a delta list is told by such an extension.
    private static bool ScopeOf(X509Crl list, out IssuingDistributionPoint? scope)
    {
        scope = list.GetExtensionParsedValue(X509Extensions.IssuingDistributionPoint) is { } point
            ? IssuingDistributionPoint.GetInstance(point)
            : null;
        return (list.GetCriticalExtensionOids() ?? new HashSet<string>()).All(oid =>
                oid == X509Extensions.IssuingDistributionPoint.Id
            ) && scope is null or { IsIndirectCrl: false, OnlyContainsAttributeCerts: false, OnlySomeReasons: null };
    }

    private bool IsAbout(X509Certificate certificate, IReadOnlyList<string> addresses)
    {
        if (scope is null)
        {
            return true;
        }

        var isAuthority = certificate.GetBasicConstraints() >= 0;
        return !(scope.OnlyContainsUserCerts && isAuthority)
            && !(scope.OnlyContainsCACerts && !isAuthority)
            && (
                scope.DistributionPoint is not { } point
                || Addresses.In(point).Any(address => addresses.Contains(address, StringComparer.Ordinal))
            );
    }

    private static string? ReasonOf(X509CrlEntry revoked) =>
        revoked.GetExtensionParsedValue(X509Extensions.ReasonCode) is { } reason
            ? RevocationReasons.Of(DerEnumerated.GetInstance(reason).IntValueExact)
            : null;
}

/// <summary>Where a certificate says that it can be asked about.</summary>
internal static class Addresses
{
    public static IReadOnlyList<string> OfResponders(X509Certificate certificate) =>
        certificate.GetExtensionParsedValue(X509Extensions.AuthorityInfoAccess) is { } access
            ?
            [
                .. AuthorityInformationAccess
                    .GetInstance(access)
                    .GetAccessDescriptions()
                    .Where(one => one.AccessMethod.Equals(AccessDescription.IdADOcsp))
                    .SelectMany(one => In(one.AccessLocation)),
            ]
            : [];

    public static IReadOnlyList<string> OfLists(X509Certificate certificate) =>
        certificate.GetExtensionParsedValue(X509Extensions.CrlDistributionPoints) is { } points
            ?
            [
                .. CrlDistPoint
                    .GetInstance(points)
                    .GetDistributionPoints()
                    // Of another issuer, or for some reasons only: such lists are not read here.
                    .Where(point => point is { CrlIssuer: null, Reasons: null })
                    .SelectMany(point => point.DistributionPointName is { } name ? In(name) : []),
            ]
            : [];

    public static IEnumerable<string> In(DistributionPointName point) =>
        point.Type == DistributionPointName.FullName
            ? GeneralNames.GetInstance(point.Name).GetNames().SelectMany(In)
            : [];

    private static IEnumerable<string> In(GeneralName name) =>
        name.TagNo == GeneralName.UniformResourceIdentifier ? [name.Name.ToString()!] : [];
}
