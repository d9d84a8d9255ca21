using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Security.Domain.Rules;

/// <summary>
/// Security audit and integrity: an act whose entry nobody outside vouches for rests on the operator's word alone. The
/// article names no witness; this is the city's own safeguard.
/// </summary>
internal static class Article32
{
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

    private static bool HoldsBack(MissingWitnessMode mode, Stake stake) =>
        mode switch
        {
            MissingWitnessMode.RefuseMoneyAndRights => stake is Stake.Money or Stake.Rights,
            MissingWitnessMode.RefuseAll => stake is not Stake.Reading,
            _ => false,
        };
}
