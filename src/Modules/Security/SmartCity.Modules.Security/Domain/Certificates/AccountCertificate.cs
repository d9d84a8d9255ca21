using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;

namespace SmartCity.Modules.Security.Domain.Certificates;

/// <summary>The database compares them where a list goes on after one.</summary>
internal readonly record struct AccountCertificateId(Guid Value) : IStrongId<AccountCertificateId>
{
    public static AccountCertificateId From(Guid value) => new(value);

    public static bool operator <(AccountCertificateId left, AccountCertificateId right) => left.Value < right.Value;

    public static bool operator >(AccountCertificateId left, AccountCertificateId right) => left.Value > right.Value;
}

/// <summary>
/// What tells a certificate from every other one. The subject is not among it: it names a person, and an account never does.
/// </summary>
/// <param name="Issuer">The issuer's name (RFC 4514).</param>
/// <param name="SerialNumber">Upper-case hex.</param>
/// <param name="KeySha256">SHA-256 of the public key with its algorithm (SubjectPublicKeyInfo), lower-case hex.</param>
/// <param name="Sha256">SHA-256 over issuer, serial number and public key as they are encoded, lower-case hex.</param>
internal sealed record CertificateIdentity(
    string Issuer,
    string SerialNumber,
    string KeySha256,
    string Sha256,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter
);

/// <summary>
/// That a certificate signs in to an account: <c>bound → unbound</c>, and unbound for ever. A certificate is bound to one
/// account at a time; an account has several, one after the other or side by side.
/// </summary>
[ObjectName("account-certificate", "证书绑定", "bound certificate")]
internal sealed class AccountCertificate : AggregateRoot<AccountCertificateId>
{
    private AccountCertificate() { }

    public AccountId Account { get; private init; }

    public string Issuer { get; private init; } = "";

    public string SerialNumber { get; private init; } = "";

    public string KeySha256 { get; private init; } = "";

    public DateTimeOffset NotBefore { get; private init; }

    public DateTimeOffset NotAfter { get; private init; }

    public DateTimeOffset BoundAt { get; private init; }

    public DateTimeOffset? UnboundAt { get; private set; }

    /// <summary>The certificate's identity while it is bound and nothing afterwards: the database holds it unique.</summary>
    public string? BoundIdentity { get; private set; }

    public bool IsBound => BoundIdentity is not null;

    /// <summary>Binds it, or tells why this account can have none.</summary>
    public static Result<AccountCertificate> Bind(
        AccountCertificateId id,
        Account account,
        CertificateIdentity certificate,
        DateTimeOffset at
    )
    {
        if (!account.IsActive)
        {
            return Error.Unprocessable(
                "ACCOUNT_CLOSED",
                new(
                    "账号尚待确认或者已经注销，不能绑定证书。",
                    "The account awaits confirmation or is closed; no certificate can be bound to it."
                )
            );
        }

        if (!account.IsNaturalPerson)
        {
            return Error.Unprocessable(
                "CERTIFICATE_NEEDS_A_PERSON",
                new(
                    "业务系统账号不用证书登录，只有自然人账号可以绑定证书。",
                    "A partner's system does not sign in with a certificate; bind it to a person's account."
                )
            );
        }

        if (certificate.NotAfter < at)
        {
            return Error.Unprocessable(
                "CERTIFICATE_EXPIRED",
                new(
                    "证书已经过期，请换发新证书后再绑定。",
                    "The certificate has expired; bind the one that replaces it."
                )
            );
        }

        return new AccountCertificate
        {
            Id = id,
            Account = account.Id,
            Issuer = certificate.Issuer,
            SerialNumber = certificate.SerialNumber,
            KeySha256 = certificate.KeySha256,
            NotBefore = certificate.NotBefore,
            NotAfter = certificate.NotAfter,
            BoundAt = at,
            BoundIdentity = certificate.Sha256,
        };
    }

    /// <summary>From now on it signs in to nothing.</summary>
    public Result Unbind(DateTimeOffset at)
    {
        if (!IsBound)
        {
            return Error.IllegalTransition(new("该证书已经解除绑定。", "The certificate is not bound any more."));
        }

        (BoundIdentity, UnboundAt) = (null, at);
        return Result.Success;
    }
}
