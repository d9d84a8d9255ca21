using System.Text;
using Org.BouncyCastle.X509;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Domain.Certificates;

namespace SmartCity.Modules.Security.Infrastructure.Certificates;

/// <summary>
/// Possession first, so that nobody is told anything of another's certificate; then the path, which costs only this process;
/// and only for a certificate of a trusted authority is anybody else asked.
/// </summary>
internal sealed class CertificateJudge(CertificateSettings settings, RevocationLookup revocation) : ICertificateJudge
{
    private readonly CertificatePath paths = new(settings.Anchors, settings.ClockSkew);

    public bool IsOn => settings.Anchors.Count > 0;

    public async Task<CertificateFinding> JudgeAsync(
        PresentedProof proof,
        string challenge,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        if (
            CertificateText.ChainIn(proof.Chain) is not [var certificate, ..] chain
            || CertificateText.BytesIn(proof.Signature) is not { Length: > 0 } signature
        )
        {
            return new(CertificateCheck.Readable);
        }

        var finding = new CertificateFinding(null, CertificateText.IdentityOf(certificate));
        if (Algorithms.FamilyOf(certificate.SubjectPublicKeyInfo) is not { } family)
        {
            return finding with { FailedCheck = CertificateCheck.Algorithm };
        }

        var signed = Encoding.ASCII.GetBytes(challenge);
        if (!Algorithms.IsSignedBy(certificate.SubjectPublicKeyInfo, family, signed, signature))
        {
            return finding with { FailedCheck = CertificateCheck.Possession };
        }

        var (failed, path) = paths.Find(chain, at);
        return failed is null
            ? await WithRevocationAsync(finding, path, at, cancellationToken)
            : finding with
            {
                FailedCheck = failed,
            };
    }

    // The weakest answer of the path is what the sign-in rests on.
    private async Task<CertificateFinding> WithRevocationAsync(
        CertificateFinding finding,
        IReadOnlyList<X509Certificate> path,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var weakest = RevocationSource.Ocsp;
        foreach (var (certificate, issuer) in path.Zip(path.Skip(1)))
        {
            var found = await revocation.FindAsync(certificate, issuer, at, cancellationToken);
            if (found.RevokedAt is not null)
            {
                return finding with
                {
                    FailedCheck = CertificateCheck.NotRevoked,
                    RevokedAt = found.RevokedAt,
                    RevocationReason = found.Reason,
                    Revocation = found.Source,
                };
            }

            if (found.Source is not { } source)
            {
                return finding with { FailedCheck = CertificateCheck.RevocationKnown };
            }

            weakest = source > weakest ? source : weakest;
        }

        return finding with
        {
            Revocation = weakest,
        };
    }
}
