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
/// <param name="IsForTlsClients">Whether a client proves itself by it in TLS here: its key and the usages it names fit.</param>
internal sealed record CertificateIdentity(
    string Issuer,
    string SerialNumber,
    string KeySha256,
    string Sha256,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    bool IsForTlsClients
)
{
    public bool IsInTimeAt(DateTimeOffset instant) => NotBefore <= instant && instant <= NotAfter;
}

/// <summary>
/// That a certificate signs in to an account: <c>bound → unbound</c>, and unbound for ever. A certificate is bound to one
/// account at a time; an account has several, one after the other or side by side. A person signs a challenge with its key;
/// a partner's system speaks TLS with it.
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

    /// <summary>By what was bound: who has the key of a self-signed certificate can sign himself a longer life.</summary>
    public bool IsInTimeAt(DateTimeOffset instant) => NotBefore <= instant && instant <= NotAfter;

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

        if (!account.IsNaturalPerson && !certificate.IsForTlsClients)
        {
            return Error.Unprocessable(
                "CERTIFICATE_NOT_FOR_TLS",
                new(
                    "业务系统的证书用于 TLS 连接：密钥须为 RSA 2048 位以上或 ECDSA P-256/P-384，用途须含 digitalSignature，限定用途的须含 clientAuth。",
                    "A partner's system speaks TLS with its certificate: an RSA key from 2048 bits, or ECDSA P-256 or P-384, for digital signatures, and for clientAuth where it names purposes."
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
