using Org.BouncyCastle.X509;

namespace SmartCity.Modules.Security.Infrastructure.Certificates;

/// <summary>An authority whose certificates are believed, from one day to another, both included.</summary>
internal sealed record DatedAnchor(X509Certificate Certificate, DateOnly? From, DateOnly? Until)
{
    // The days are Xianyang's, as the operator means them.
    private static readonly TimeSpan BeijingTime = TimeSpan.FromHours(8);

    /// <summary>Not before its first day nor after its last, nor outside of its own validity.</summary>
    public bool IsInForce(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.ToOffset(BeijingTime).DateTime);
        return (From is not { } first || first <= day)
            && (Until is not { } last || day <= last)
            && CertificateText.Instant(Certificate.NotBefore) <= at
            && at <= CertificateText.Instant(Certificate.NotAfter);
    }
}
