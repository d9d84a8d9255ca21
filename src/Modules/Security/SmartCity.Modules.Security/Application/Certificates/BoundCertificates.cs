using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Certificates;

namespace SmartCity.Modules.Security.Application.Certificates;

/// <summary>Which certificates sign in to which accounts.</summary>
internal sealed class BoundCertificates(ISecurityDatabase database)
{
    public Task<AccountCertificate?> OfAsync(CertificateIdentity certificate, CancellationToken cancellationToken) =>
        database.AccountCertificates.FirstOrDefaultAsync(
            one => one.BoundIdentity == certificate.Sha256,
            cancellationToken
        );

    /// <summary>Whose it is.</summary>
    public Task<AccountId> AccountOfAsync(AccountCertificateId certificate, CancellationToken cancellationToken) =>
        database
            .AccountCertificates.Where(one => one.Id == certificate)
            .Select(one => one.Account)
            .SingleAsync(cancellationToken);

    /// <summary>Nothing signs in to a closed account; the act that closes it saves this.</summary>
    public async Task UnbindAllAsync(AccountId account, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var bound = await database
            .AccountCertificates.Where(one => one.Account == account && one.BoundIdentity != null)
            .ToListAsync(cancellationToken);
        bound.ForEach(one => one.Unbind(at));
    }
}
