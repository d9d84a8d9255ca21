using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Modules.Security.Domain.Evidence;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Security.Domain.Rules;

/// <summary>
/// Identity is proved together with the city's CA: who passes one check less is nobody, so no control can switch that off.
/// Security audit and integrity: an act whose entry nobody outside vouches for rests on the operator's word alone; the
/// article names no witness, that is the city's own safeguard.
/// </summary>
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

    internal sealed record ConfirmationFacts(bool RegisteredIt);

    internal static Rule<ConfirmationFacts> AccountConfirmedByAnother { get; } =
        new(
            "ACCOUNT_SELF_CONFIRMATION",
            RuleKind.Refusal,
            32,
            Basis.Control("权限大的账号须由登记人以外的系统管理员确认后启用，一个人不能独自授出这样的权限。"),
            new("请由其他系统管理员核对后确认。", "Let another administrator look at it and confirm."),
            (facts, _) => !facts.RegisteredIt
        );

    /// <param name="Mode">What the operator configured for missing cosignatures.</param>
    /// <param name="Stake">What is lost where the act's entry cannot be relied on.</param>
    /// <param name="LastCosignedSize">How many leaves of the log the witnesses vouch for.</param>
    /// <param name="MissingSince">When the oldest entry came that is not cosigned.</param>
    /// <param name="MissingSeconds">How long ago that was.</param>
    /// <param name="ActsAfterSeconds">From when on the mode acts.</param>
    internal sealed record WitnessFacts(
        MissingWitnessMode Mode,
        Stake Stake,
        long LastCosignedSize,
        DateTimeOffset? MissingSince,
        long MissingSeconds,
        long ActsAfterSeconds
    );

    internal static Rule<WitnessFacts> WitnessIsThere { get; } =
        new(
            "WITNESS_MISSING",
            RuleKind.Refusal,
            32,
            Basis.Control("审计日志长时间得不到见证方签名的，按设定停办：条目没有外部见证，只凭运行单位自己的说法。"),
            new(
                "请运维人员恢复与见证方的连接（查看 /health），见证方补签后即可办理；内容没有丢失，届时重新提交。",
                "Operators restore the connection to the witness (see /health); once it has cosigned, send the request again."
            ),
            (facts, _) =>
                facts.MissingSince is null
                || facts.MissingSeconds < facts.ActsAfterSeconds
                || !HoldsBack(facts.Mode, facts.Stake)
        );

    /// <param name="Entry">The entry whose content is to be erased.</param>
    /// <param name="IsOwnAct">It is an act of the one who decides, or followed from one.</param>
    internal sealed record ErasureFacts(EntryId Entry, bool IsOwnAct);

    internal static Rule<ErasureFacts> ErasureByAnother { get; } =
        new(
            "ERASURE_OF_OWN_ACT",
            RuleKind.Refusal,
            32,
            Basis.Control("删除审计条目的内容，由该项办理者以外的人员决定：不得抹去自己办理的记录。"),
            new(
                "由市政府信息办的其他人员决定。",
                "Another officer of the municipal informatization office decides on it."
            ),
            (facts, _) => !facts.IsOwnAct
        );

    /// <param name="Command">What was done in the act whose entry it is.</param>
    internal sealed record StayingFacts(string Command);

    internal static Rule<StayingFacts> ErasureOfWhatIsNotNeeded { get; } =
        new(
            "CONTENT_MUST_STAY",
            RuleKind.Refusal,
            32,
            Basis.Control(
                "内容删除的决定本身、账号的登记、确认、注销和离任不得删除：前者是删除的依据，后者据以说明任何一日谁有何权限。"
            ),
            new(
                "这些条目不含业务内容，予以保留。",
                "These entries stay: they hold nothing of the business, and others rest on them."
            ),
            (facts, _) => !Staying.Contains(facts.Command)
        );

    private static readonly string[] Staying =
    [
        "security.erase-content",
        "security.register-account",
        "security.confirm-account",
        "security.close-account",
        "security.record-departure",
    ];

    /// <param name="IsInLog">The log holds the entry's leaf.</param>
    internal sealed record LoggedFacts(EntryId Entry, bool IsInLog);

    internal static Rule<LoggedFacts> ErasureOfWhatIsInTheLog { get; } =
        new(
            "ENTRY_NOT_IN_LOG",
            RuleKind.Refusal,
            32,
            Basis.Control("只删除已入审计日志的条目的内容：叶留在日志中，删除前后都能证明有过这一条。"),
            new(
                "条目入日志后（约一秒）再决定；日志没有密钥的，请运维人员先建立。",
                "Decide once the entry is in the log, which takes about a second; where the log has no key, an operator makes it."
            ),
            (facts, _) => facts.IsInLog
        );

    private static bool HoldsBack(MissingWitnessMode mode, Stake stake) =>
        mode switch
        {
            MissingWitnessMode.RefuseMoneyAndRights => stake is Stake.Money or Stake.Rights,
            MissingWitnessMode.RefuseAll => stake is not Stake.Reading,
            _ => false,
        };
}
