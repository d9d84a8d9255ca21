using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Security.Domain.Rules;

/// <summary>Identity is proved together with the city's CA. Who passes one check less is nobody, so no control can switch it off.</summary>
internal static class Article32
{
    /// <param name="FailedCheck">The first check that failed; null where all were passed.</param>
    /// <param name="Issuer">The certificate's issuer, where it could be read.</param>
    /// <param name="RevokedAt">When it was revoked, where it was.</param>
    /// <param name="RevocationReason">Why, as the issuer says (RFC 5280, 5.3.1).</param>
    /// <param name="Revocation">Who told that it was not revoked; the weakest answer of the chain.</param>
    internal sealed record CertificateFacts(
        CertificateCheck? FailedCheck,
        string? Issuer,
        string? SerialNumber,
        DateTimeOffset? RevokedAt,
        string? RevocationReason,
        RevocationSource? Revocation
    );

    internal static Rule<CertificateFacts> CertificateAccepted { get; } =
        new(
            "CERT_REJECTED",
            RuleKind.Refusal,
            32,
            Basis.Text("结合咸阳市CA认证平台，建立身份认证机制"),
            new(
                "按未通过的检查项补正后重新登录；证书本身的问题请到发证机构办理，绑定问题请找系统管理员。",
                "Cure what failed and sign in again; ask the issuer about the certificate itself, an administrator about its binding."
            ),
            (facts, _) => facts.FailedCheck is null
        );
}
