using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Certificates;

namespace SmartCity.Modules.Security.Application.Certificates;

/// <summary>Reads what people hand in as a certificate.</summary>
internal interface ICertificateReader
{
    /// <summary>Long enough for a chain of RSA certificates in PEM.</summary>
    const int LongestText = 40_000;

    /// <summary>The identity of the one certificate, or of the first of a chain, in PEM or base64 DER.</summary>
    Result<CertificateIdentity> Read(string text);
}

/// <summary>What was sent to sign in with: texts, unread as yet.</summary>
/// <param name="Chain">The certificate and those of its issuers, in PEM, or each in base64 on lines of its own.</param>
/// <param name="Signature">Base64.</param>
internal sealed record PresentedProof(string Chain, string Signature);

/// <summary>What was found out of a certificate and a signature made with its key.</summary>
/// <param name="FailedCheck">The first check that failed; null where all were passed.</param>
internal sealed record CertificateFinding(
    CertificateCheck? FailedCheck,
    CertificateIdentity? Certificate = null,
    DateTimeOffset? RevokedAt = null,
    string? RevocationReason = null,
    RevocationSource? Revocation = null
);

/// <summary>Judges certificates by the trust anchors in force and what their issuers tell.</summary>
internal interface ICertificateJudge
{
    /// <summary>False where no trust anchor is set: then nobody signs in with a certificate.</summary>
    bool IsOn { get; }

    /// <summary>Possession, path, validity, usage and revocation, in the order of <see cref="CertificateCheck"/>.</summary>
    /// <param name="challenge">The text that was to be signed.</param>
    Task<CertificateFinding> JudgeAsync(
        PresentedProof proof,
        string challenge,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );
}

/// <summary>A challenge as the page shows it.</summary>
/// <param name="Text">One line of ASCII, which is signed byte by byte.</param>
/// <param name="Token">The same protected, to come back with the answer.</param>
internal sealed record IssuedChallenge(string Text, string Token);

/// <summary>A challenge that came back.</summary>
/// <param name="Text">What was to be signed; null where it is none of ours.</param>
/// <param name="FailedCheck">Why it counts for nothing; null where it counts.</param>
internal sealed record SpentChallenge(string? Text, CertificateCheck? FailedCheck);

/// <summary>Challenges, each good for one answer within a minute, at whichever instance it comes.</summary>
internal interface IChallenges
{
    IssuedChallenge Issue(string service);

    /// <summary>From now on it counts for nothing, whatever becomes of the answer.</summary>
    Task<SpentChallenge> SpendAsync(string token, DateTimeOffset at, CancellationToken cancellationToken);
}
