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

    /// <summary>The certificate of a TLS connection, where it is bound to this account; whether it is in time is not asked.</summary>
    public Task<AccountCertificate?> OfAsync(
        CertificateIdentity certificate,
        AccountId account,
        CancellationToken cancellationToken
    ) =>
        database
            .AccountCertificates.AsNoTracking()
            .FirstOrDefaultAsync(
                one => one.BoundIdentity == certificate.Sha256 && one.Account == account,
                cancellationToken
            );

    public Task<bool> HasAnyAsync(AccountId account, CancellationToken cancellationToken) =>
        database.AccountCertificates.AnyAsync(
            one => one.Account == account && one.BoundIdentity != null,
            cancellationToken
        );

    /// <summary>False where it is a partner's system's: that does not come through the sign-in page.</summary>
    public Task<bool> IsOfAPersonAsync(AccountCertificate certificate, CancellationToken cancellationToken) =>
        database.Accounts.AnyAsync(
            account => account.Id == certificate.Account && account.IsNaturalPerson,
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
