using SmartCity.Evidence.Log;

namespace SmartCity.Evidence.Dossiers;

/// <summary>
/// Checks the statements by which the dossier's log took the place of others: that they stand in the log, that the old heads
/// are signed and cosigned, and that the old log's leaves are still there.
/// </summary>
/// <param name="proofFrom">The consistency proof from a size to the dossier's checkpoint; null where there is none.</param>
internal sealed class SuccessionCheck(
    Checkpoint checkpoint,
    TrustPolicy policy,
    Func<ulong, List<byte[]>?> proofFrom,
    Report report
)
{
    private readonly List<Succession> successions = [];

    public void Check(LineReader lines)
    {
        while (lines.Next() is { } line)
        {
            try
            {
                CheckLine(DossierJson.Read<SuccessionLine>(line.Span));
            }
            catch (FormatException malformed)
            {
                report.Contradicted(
                    $"接续声明格式不对：{malformed.Message}",
                    $"A statement of succession is malformed: {malformed.Message}"
                );
            }
        }
    }

    /// <summary>The succession by which the log of this name ended; null where there is none.</summary>
    public Succession? Of(string origin) => successions.Find(one => one.Predecessor.Name == origin);

    private void CheckLine(SuccessionLine line)
    {
        var leaf = System.Text.Encoding.UTF8.GetBytes(line.Leaf);
        var succession = Succession.Read(leaf);
        var proof = new List<byte[]>();
        foreach (var text in line.Proof)
        {
            proof.Add(
                Base64Text.TryReadHash(text, out var hash) && proof.Count < MerkleProof.LongestProof
                    ? hash
                    : throw new FormatException("a line of the proof is no hash")
            );
        }

        if (
            line.Index != succession.Leaf.Kept
            || !MerkleProof.Includes(checkpoint.Root, MerkleHash.OfLeaf(leaf), succession.Kept, checkpoint.Size, proof)
        )
        {
            report.Contradicted(
                $"接续声明不在日志第 {line.Index} 叶。",
                $"The statement of succession does not stand in the log as leaf {line.Index}."
            );
            return;
        }

        successions.Add(succession);
        succession.Tell(report);
        CheckTrust(succession);
        CheckBeginning(succession);
        succession.TellLoss(report);
    }

    private void CheckTrust(Succession succession)
    {
        var old = succession.Predecessor.Name;
        if (policy.Logs.All(key => key.ToString() != succession.Predecessor.ToString()))
        {
            report.Missing(
                $"您没有给出旧日志 {old} 的公钥（--log-key），它的检查点只按接续声明所写的公钥核对。",
                $"You did not give the key of the old log {old} (--log-key): its heads are checked by the key that the statement names."
            );
        }

        foreach (var note in new[] { succession.LastNote, succession.WithinNote }.OfType<SignedNote>().Distinct())
        {
            var what = new Words($"旧日志 {old} 的检查点", $"The head of the old log {old}");
            var seen = CheckpointTrust.Cosigners(note, policy, what, report);
            if (!policy.IsMetBy([.. seen.Keys]))
            {
                report.Contradicted(
                    $"{what.Chinese}没有您所要求的见证。",
                    $"{what.English} is not cosigned as your policy asks."
                );
            }
        }
    }

    private void CheckBeginning(Succession succession)
    {
        if (succession.Within is not { } within)
        {
            report.Missing(
                $"承接的前 {succession.Kept} 条没有旧日志的见证可以核对。",
                $"Nothing cosigned of the old log vouches for the first {succession.Kept} leaves that were kept."
            );
            return;
        }

        var proof = within.Size == checkpoint.Size ? [] : proofFrom(within.Size);
        if (proof is null && within.Size > 0)
        {
            report.Missing(
                $"卷宗没有从旧日志 {within.Size} 条起的一致性证明。",
                $"The dossier has no consistency proof from {within.Size} leaves of the old log."
            );
        }
        else if (MerkleProof.IsConsistent(within.Size, within.Root, checkpoint.Size, checkpoint.Root, proof ?? []))
        {
            report.Proved(
                $"日志的前 {within.Size} 条就是旧日志 {succession.Predecessor.Name} 签名时的那些。",
                $"The log's first {within.Size} leaves are those that the old log {succession.Predecessor.Name} had signed."
            );
        }
        else
        {
            report.Contradicted(
                $"日志的前 {within.Size} 条不是旧日志 {succession.Predecessor.Name} 签名时的那些：历史被改写。",
                $"The log's first {within.Size} leaves are not those that the old log {succession.Predecessor.Name} had signed: history was rewritten."
            );
        }
    }
}
