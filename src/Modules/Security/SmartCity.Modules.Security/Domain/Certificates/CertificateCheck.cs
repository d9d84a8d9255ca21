using System.ComponentModel;

namespace SmartCity.Modules.Security.Domain.Certificates;

/// <summary>What is looked at when somebody signs in with a certificate, in this order; the first that fails is told.</summary>
internal enum CertificateCheck
{
    /// <summary>The challenge is one of ours, and whole.</summary>
    [Description("登录挑战")]
    Challenge,

    /// <summary>Nobody has answered the challenge before.</summary>
    [Description("登录挑战只用一次")]
    ChallengeUnused,

    /// <summary>The challenge is not older than a minute.</summary>
    [Description("登录挑战未过期")]
    ChallengeInTime,

    /// <summary>What was sent can be read as certificates and a signature.</summary>
    [Description("证书可读")]
    Readable,

    /// <summary>Key and signature algorithms are among those accepted, and fit each other.</summary>
    [Description("密钥和算法")]
    Algorithm,

    /// <summary>The challenge was signed with the certificate's key.</summary>
    [Description("挑战签名")]
    Possession,

    /// <summary>Another has issued the certificate.</summary>
    [Description("非自签")]
    IssuedByAnother,

    /// <summary>Each certificate was signed by the next one, up to a root.</summary>
    [Description("证书链完整")]
    Chain,

    /// <summary>The chain ends at a trust anchor that is in force.</summary>
    [Description("信任锚")]
    Anchor,

    /// <summary>No certificate of the chain begins later.</summary>
    [Description("已生效")]
    Begun,

    /// <summary>No certificate of the chain has run out.</summary>
    [Description("未过期")]
    NotExpired,

    /// <summary>Issuers may issue, so deep, and under such names (RFC 5280).</summary>
    [Description("证书路径")]
    Path,

    /// <summary>It is for digital signatures, and for client authentication where it names purposes.</summary>
    [Description("证书用途")]
    Usage,

    /// <summary>Neither it nor one of its issuers was revoked.</summary>
    [Description("未吊销")]
    NotRevoked,

    /// <summary>Whether it was revoked could be found out.</summary>
    [Description("吊销状态可查")]
    RevocationKnown,

    /// <summary>It is bound to an open account.</summary>
    [Description("绑定账号")]
    Bound,

    /// <summary>The account is not locked by wrong passwords.</summary>
    [Description("账号未锁定")]
    NotLocked,
}

/// <summary>Who told that a certificate was not revoked.</summary>
internal enum RevocationSource
{
    /// <summary>The issuer's OCSP responder.</summary>
    [Description("OCSP")]
    Ocsp,

    /// <summary>The issuer's list.</summary>
    [Description("CRL")]
    List,

    /// <summary>An earlier answer that has run out, while the issuer could not be reached.</summary>
    [Description("过期的缓存")]
    Cached,

    /// <summary>Nobody: the issuer could not be reached, and an operator lets people in nevertheless.</summary>
    [Description("未查到")]
    Nobody,
}
