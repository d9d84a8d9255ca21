using System.Globalization;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence;

/// <summary>Judges the signatures under a checkpoint by the policy.</summary>
internal static class CheckpointTrust
{
    /// <summary>The checkpoint, if a log of the policy signed it; null, with the reason told, if not.</summary>
    public static Checkpoint? LogSigned(SignedNote note, TrustPolicy policy, Words what, Report report)
    {
        Checkpoint checkpoint;
        try
        {
            checkpoint = Checkpoint.Read(note);
        }
        catch (FormatException malformed)
        {
            report.Contradicted($"{what.Chinese}格式不对：{malformed.Message}", $"{what.English}: {malformed.Message}");
            return null;
        }

        var keys = policy.Logs.Where(key => key.Name == checkpoint.Origin).ToList();
        var verdicts = keys.Select(key => key.Judge(note).Verdict).ToList();
        if (verdicts.Contains(SignatureVerdict.Invalid) || !verdicts.Contains(SignatureVerdict.Valid))
        {
            report.Contradicted(
                $"{what.Chinese}没有您所信任的日志密钥的有效签名（日志 {checkpoint.Origin}）。",
                $"{what.English} bears no valid signature of a log key you trust (log {checkpoint.Origin})."
            );
            return null;
        }

        return checkpoint;
    }

    /// <summary>Tells whether the log's SM2 key signed the checkpoint too, where the person gave one.</summary>
    public static void TellSm2(SignedNote note, Checkpoint checkpoint, TrustPolicy policy, Report report)
    {
        if (policy.Sm2Keys.Count == 0)
        {
            return;
        }

        var verdicts = policy
            .Sm2Keys.Where(key => key.Name == checkpoint.Origin)
            .Select(key => key.Judge(note))
            .ToList();
        if (verdicts.Contains(SignatureVerdict.Invalid))
        {
            report.Contradicted(
                $"检查点上日志 {checkpoint.Origin} 的国密 SM2 签名是假的。",
                $"The checkpoint bears a false SM2 signature of the log {checkpoint.Origin}."
            );
        }
        else if (verdicts.Contains(SignatureVerdict.Valid))
        {
            report.Proved(
                $"检查点另有日志 {checkpoint.Origin} 的国密 SM2/SM3 签名，验证通过。",
                $"The checkpoint bears the SM2/SM3 signature of the log {checkpoint.Origin} as well, and it is valid."
            );
        }
        else
        {
            report.Missing(
                $"检查点没有您所给国密 SM2 公钥的签名（日志 {checkpoint.Origin}）。",
                $"The checkpoint bears no signature of the SM2 key you gave (log {checkpoint.Origin})."
            );
        }
    }

    /// <summary>The witnesses of the policy that cosigned, by the policy's names, with the time each states.</summary>
    public static Dictionary<string, ulong> Cosigners(SignedNote note, TrustPolicy policy, Words what, Report report)
    {
        var seen = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach (var (name, key) in policy.Witnesses)
        {
            var (verdict, time) = key.Judge(note);
            if (verdict == SignatureVerdict.Valid)
            {
                seen[name] = time ?? 0;
            }
            else if (verdict == SignatureVerdict.Invalid)
            {
                report.Contradicted(
                    $"{what.Chinese}上见证方 {key.Name} 的签名是假的。",
                    $"{what.English} bears a false signature of the witness {key.Name}."
                );
            }
        }

        return seen;
    }

    public static string Told(ulong time) =>
        time > (ulong)DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? "?"
            : DateTimeOffset
                .FromUnixTimeSeconds((long)time)
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
