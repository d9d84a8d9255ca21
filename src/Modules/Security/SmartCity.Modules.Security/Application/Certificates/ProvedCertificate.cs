using System.Security.Claims;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Domain.Certificates;

namespace SmartCity.Modules.Security.Application.Certificates;

/// <summary>The bound certificate by which a partner's system has proved itself in the TLS of this request.</summary>
internal sealed record ProvedCertificate(AccountCertificateId Id)
{
    /// <summary>What the token is to remember of it.</summary>
    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity([new(CertificateClaim.Type, Id.Value.ToString())]));
}
