using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Pkix;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using SmartCity.Modules.Security.Domain.Certificates;

namespace SmartCity.Modules.Security.Infrastructure.Certificates;

/// <summary>What came of looking for a way from a certificate to a trust anchor.</summary>
/// <param name="FailedCheck">Null where a way was found that all checks passed.</param>
/// <param name="Path">The certificate first, the anchor last; empty where there is none.</param>
internal sealed record PathFinding(CertificateCheck? FailedCheck, IReadOnlyList<X509Certificate> Path);

/// <summary>
/// The way from a certificate to a trust anchor at an instant. BouncyCastle validates it (RFC 5280, section 6); what fails is
/// looked for before, so that people are told which check it was. .NET's own chain knows no SM2.
/// </summary>
internal sealed class CertificatePath(IReadOnlyList<DatedAnchor> anchors, TimeSpan clockSkew)
{
    // Roots of like-named certificates that sign each other would be many ways.
    private const int MostSteps = 64;
    private const int DigitalSignature = 0;

    /// <param name="chain">The certificate first, then whatever else was sent.</param>
    public PathFinding Find(IReadOnlyList<X509Certificate> chain, DateTimeOffset at)
    {
        var search = new Search([.. chain.Skip(1)], [.. anchors.Where(anchor => anchor.IsInForce(at))]);
        search.From([chain[0]]);
        if (search.Paths.Count == 0)
        {
            return new(search.WhyNone(chain[0], anchors), []);
        }

        // Where a certificate was cross-signed there are several ways, and one that is good is enough.
        var findings = search.Paths.Select(path => new PathFinding(WhyNot(path, at), path)).ToList();
        return findings.FirstOrDefault(finding => finding.FailedCheck is null) ?? findings[0];
    }

    /// <summary>Whether one was signed by the key of the other, and by an algorithm that fits it.</summary>
    public static bool IsSignedBy(X509Certificate certificate, X509Certificate issuer) =>
        certificate.IssuerDN.Equivalent(issuer.SubjectDN) && Verifies(certificate, issuer);

    private CertificateCheck? WhyNot(IReadOnlyList<X509Certificate> path, DateTimeOffset at)
    {
        if (!AlgorithmsFit(path))
        {
            return CertificateCheck.Algorithm;
        }

        var dated = path.SkipLast(1).ToList();
        if (dated.Any(one => at < CertificateText.Instant(one.NotBefore) - clockSkew))
        {
            return CertificateCheck.Begun;
        }

        if (dated.Any(one => at > CertificateText.Instant(one.NotAfter) + clockSkew))
        {
            return CertificateCheck.NotExpired;
        }

        return !IsValid(path, at) ? CertificateCheck.Path
            : !IsForSigningIn(path[0]) ? CertificateCheck.Usage
            : null;
    }

    private static bool AlgorithmsFit(IReadOnlyList<X509Certificate> path) =>
        path.Zip(path.Skip(1))
            .All(pair =>
                Algorithms.FamilyOf(pair.First.SubjectPublicKeyInfo) is not null
                && Algorithms.FamilyOf(pair.Second.SubjectPublicKeyInfo) is { } signer
                && Algorithms.Fit(signer, pair.First.SignatureAlgorithm)
            );

    private static bool IsValid(IReadOnlyList<X509Certificate> path, DateTimeOffset at)
    {
        // The validator takes an anchor for a mere name and key: how deep and under which names it may issue is told apart.
        if (path.Count - 2 > path[^1].GetBasicConstraints())
        {
            return false;
        }

        var names = path[^1].GetExtensionValue(X509Extensions.NameConstraints)?.GetOctets();
        var anchor = new TrustAnchor(path[^1], names);
        var parameters = new PkixParameters(new HashSet<TrustAnchor> { anchor })
        {
            // Revocation is looked up beside it: OCSP first, and from hosts that are allowed.
            IsRevocationEnabled = false,
            Date = WithinAll(path.SkipLast(1), at),
        };
        try
        {
            new PkixCertPathValidator().Validate(new PkixCertPath([.. path.SkipLast(1)]), parameters);
            return true;
        }
        catch (Exception broken)
            when (broken is GeneralSecurityException or ArgumentException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    // Clocks that differ a little were allowed for before: the validator knows no such tolerance.
    private static DateTime WithinAll(IEnumerable<X509Certificate> certificates, DateTimeOffset at)
    {
        var within = at.UtcDateTime;
        foreach (var one in certificates)
        {
            within =
                within < one.NotBefore ? one.NotBefore
                : within > one.NotAfter ? one.NotAfter
                : within;
        }

        return DateTime.SpecifyKind(within, DateTimeKind.Utc);
    }

    private static bool IsForSigningIn(X509Certificate certificate) =>
        certificate.GetKeyUsage() is { } usage
        && usage[DigitalSignature]
        && (certificate.GetExtendedKeyUsage() is not { } purposes || purposes.Contains(KeyPurposeID.id_kp_clientAuth));

    private static bool Verifies(X509Certificate certificate, X509Certificate issuer)
    {
        try
        {
            certificate.Verify(issuer.GetPublicKey());
            return true;
        }
        catch (Exception wrong)
            when (wrong
                    is GeneralSecurityException
                        or CryptoException
                        or ArgumentException
                        or InvalidOperationException
                        or InvalidCastException
                        or IOException
            )
        {
            return false;
        }
    }

    private sealed class Search(IReadOnlyList<X509Certificate> others, IReadOnlyList<DatedAnchor> inForce)
    {
        private int steps;

        public List<IReadOnlyList<X509Certificate>> Paths { get; } = [];

        public void From(IReadOnlyList<X509Certificate> way)
        {
            if (++steps > MostSteps)
            {
                return;
            }

            var last = way[^1];
            Paths.AddRange(
                inForce
                    .Where(anchor => IsSignedBy(last, anchor.Certificate))
                    .Select(anchor => (IReadOnlyList<X509Certificate>)[.. way, anchor.Certificate])
            );
            foreach (var issuer in others.Where(one => !way.Contains(one) && IsSignedBy(last, one)))
            {
                From([.. way, issuer]);
            }
        }

        /// <summary>Goes up as far as it goes and tells what is there.</summary>
        public CertificateCheck WhyNone(X509Certificate certificate, IReadOnlyList<DatedAnchor> all)
        {
            if (IsSignedBy(certificate, certificate))
            {
                return CertificateCheck.IssuedByAnother;
            }

            var way = new List<X509Certificate> { certificate };
            while (others.FirstOrDefault(one => !way.Contains(one) && IsSignedBy(way[^1], one)) is { } issuer)
            {
                way.Add(issuer);
            }

            // A root that is none of ours, or one of ours that is not in force today.
            return IsSignedBy(way[^1], way[^1]) || all.Any(anchor => IsSignedBy(way[^1], anchor.Certificate))
                ? CertificateCheck.Anchor
                : CertificateCheck.Chain;
        }
    }
}
