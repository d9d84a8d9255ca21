using System.Globalization;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Modules.Security.Domain.Rules;

namespace SmartCity.Modules.Security.Application.Certificates;

/// <summary>What is told of each check that failed, and what cures it.</summary>
internal static class CertificateTexts
{
    public static LocalizedText Of(Article32.CertificateFacts facts) =>
        facts is { FailedCheck: CertificateCheck.NotRevoked, RevokedAt: { } at }
            ? Revoked(at, facts.RevocationReason)
            : Of(facts.FailedCheck ?? throw new ArgumentException("Nothing failed.", nameof(facts)));

    private static LocalizedText Of(CertificateCheck failed) =>
        failed switch
        {
            CertificateCheck.Challenge => new(
                "登录挑战不是本系统发出的，或者已经损坏。请用页面上新的挑战重新签名。",
                "The challenge is none of this service's, or damaged. Sign the new one on the page."
            ),
            CertificateCheck.ChallengeUnused => new(
                "登录挑战已经用过，每个挑战只能用一次。请用页面上新的挑战重新签名。",
                "The challenge was used before; each counts once. Sign the new one on the page."
            ),
            CertificateCheck.ChallengeInTime => new(
                "登录挑战已经过期，须在一分钟内签名并提交。请用页面上新的挑战重新签名。",
                "The challenge has expired: sign and send it within a minute. Sign the new one on the page."
            ),
            CertificateCheck.Readable => new(
                "证书或签名读不出来。证书应为 PEM 或 base64，签名应为 base64。",
                "The certificate or the signature cannot be read. Send certificates in PEM or base64, the signature in base64."
            ),
            CertificateCheck.Algorithm => new(
                "证书的密钥或签名算法不被接受，或者两者不相符。可用：RSA 2048 位以上、ECDSA P-256/P-384、SM2（SM3）。请到发证机构换发。",
                "The key or a signature algorithm of the certificate is not accepted, or they do not fit each other. "
                    + "Accepted are RSA from 2048 bits, ECDSA P-256 and P-384, and SM2 with SM3. Ask the issuer for another."
            ),
            CertificateCheck.Possession => new(
                "签名与证书不符：不是用该证书的私钥对这个挑战签名的。请选对证书，对挑战原文（不加换行）重新签名。",
                "The signature was not made over this challenge with the certificate's key. Choose the right certificate and sign the text as it is, without a line break."
            ),
            CertificateCheck.IssuedByAnother => new(
                "证书是自签的，没有发证机构。请使用咸阳市CA认证平台发的证书。",
                "The certificate is self-signed. Use one that the city's CA has issued."
            ),
            CertificateCheck.Chain => new(
                "证书链不完整或者对不上：缺少上级证书，或者上级证书没有签发过它。请连同上级证书一起提交。",
                "The chain is broken: an issuer's certificate is missing, or did not sign it. Send the issuers' certificates too."
            ),
            CertificateCheck.Anchor => new(
                "证书的根不在本系统当日信任的发证机构之列。请使用咸阳市CA认证平台发的证书。",
                "The chain ends at no authority that this service trusts today. Use a certificate that the city's CA has issued."
            ),
            CertificateCheck.Begun => new(
                "证书还没有生效。请核对电脑时间，或者等到生效之日。",
                "The certificate is not valid yet. Check the clock, or wait for its first day."
            ),
            CertificateCheck.NotExpired => new(
                "证书或其上级证书已经过期。请到发证机构换发，再由系统管理员绑定。",
                "The certificate, or an issuer's, has expired. Have it replaced, and bound by an administrator."
            ),
            CertificateCheck.Path => new(
                "证书路径不符合规则：上级证书不能签发证书，或者超出路径长度、名称约束。请到发证机构核实。",
                "The path breaks the rules: an issuer may not issue, or not so deep, or not under this name. Ask the issuer."
            ),
            CertificateCheck.Usage => new(
                "证书用途不对：登录要用签名证书（digitalSignature；限定用途的须含 clientAuth），不能用加密证书或服务器证书。",
                "The certificate is for something else: sign in with one for digital signatures (and clientAuth, where it names purposes)."
            ),
            CertificateCheck.NotRevoked => new(
                "证书已经吊销。请到发证机构办理新证书，再由系统管理员绑定。",
                "The certificate was revoked. Get a new one, and have it bound by an administrator."
            ),
            CertificateCheck.RevocationKnown => new(
                "查不到证书是否已经吊销，发证机构的服务暂时不可用，所以不能登录。请稍后再试，或者改用密码登录。",
                "Whether the certificate was revoked cannot be found out: the issuer's service is not available. Try again later, or sign in with the password."
            ),
            CertificateCheck.Bound => new(
                "证书有效，但没有绑定有效的账号。请系统管理员绑定。",
                "The certificate is good, but bound to no open account. Ask an administrator to bind it."
            ),
            CertificateCheck.NotLocked => new(
                "账号因连续输错密码暂时锁定，请 15 分钟后再试。",
                "The account is locked because of wrong passwords; try again in 15 minutes."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(failed), failed, null),
        };

    private static LocalizedText Revoked(DateTimeOffset at, string? reason)
    {
        var instant = at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return new(
            $"证书已于 {instant}（北京时间）吊销{(reason is null ? "" : $"，原因：{reason}")}。请到发证机构办理新证书，再由系统管理员绑定。",
            $"The certificate was revoked at {instant} (Beijing time){(reason is null ? "" : $": {reason}")}. Get a new one, and have it bound by an administrator."
        );
    }
}
