using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence.Dossiers;

/// <summary>
/// Checks a dossier offline, holding one line of it at a time. The format is described in docs/evidence.md.
/// </summary>
internal sealed class DossierVerifier(ZipArchive dossier, TrustPolicy policy, Report report)
{
    private const string CheckpointFile = "checkpoint";
    private const string CosignedFile = "cosigned-checkpoint";
    private const string ConsistencyFile = "consistency";
    private const string HeadsNoteFile = "heads";
    private const string HeadsFile = "heads.jsonl";
    private const string SuccessionsFile = "successions.jsonl";
    private const string EntriesFile = "entries.jsonl";
    private const string HeadsForm = "smartcity.evidence/heads/v1";
    private static readonly Words TheCheckpoint = new("卷宗的检查点", "The dossier's checkpoint");
    private static readonly Words TheCosigned = new("卷宗中有见证的检查点", "The dossier's cosigned checkpoint");
    private static readonly Words TheKnown = new("您手中的检查点", "The checkpoint in your hands");

    /// <param name="known">A checkpoint that the person at the terminal holds himself, or null.</param>
    /// <exception cref="InvalidDataException">The file is no dossier.</exception>
    public void Verify(SignedNote? known)
    {
        var note = ReadNote(CheckpointFile) ?? throw new InvalidDataException($"The file holds no '{CheckpointFile}'.");
        if (CheckpointTrust.LogSigned(note, policy, TheCheckpoint, report) is not { } checkpoint)
        {
            return;
        }

        report.Proved(
            $"检查点由日志 {checkpoint.Origin} 签名，共 {checkpoint.Size} 条。",
            $"The checkpoint is signed by the log {checkpoint.Origin}, over {checkpoint.Size} leaves."
        );
        CheckpointTrust.TellSm2(note, checkpoint, policy, report);
        CheckWitnesses(note, checkpoint);
        var successions = CheckSuccessions(checkpoint);
        if (known is not null)
        {
            CheckKnown(known, checkpoint, successions);
        }

        CheckEntries(checkpoint);
    }

    // The newest checkpoint is often not cosigned yet: then the last cosigned one must be consistent with it.
    private void CheckWitnesses(SignedNote note, Checkpoint checkpoint)
    {
        var seen = CheckpointTrust.Cosigners(note, policy, TheCheckpoint, report);
        if (policy.IsMetBy([.. seen.Keys]))
        {
            TellWitnesses(seen, checkpoint);
            return;
        }

        if (ReadNote(CosignedFile) is not { } cosigned)
        {
            report.Contradicted(
                "卷宗里没有一个检查点得到您所要求的见证。",
                "No checkpoint in the dossier is cosigned as your policy asks."
            );
            return;
        }

        if (CheckpointTrust.LogSigned(cosigned, policy, TheCosigned, report) is not { } earlier)
        {
            return;
        }

        seen = CheckpointTrust.Cosigners(cosigned, policy, TheCosigned, report);
        if (!policy.IsMetBy([.. seen.Keys]))
        {
            report.Contradicted(
                "卷宗里没有一个检查点得到您所要求的见证。",
                "No checkpoint in the dossier is cosigned as your policy asks."
            );
        }
        else if (IsBeginningOf(earlier, checkpoint))
        {
            TellWitnesses(seen, earlier);
            if (earlier.Size < checkpoint.Size)
            {
                report.Missing(
                    $"第 {earlier.Size} 条以后的 {checkpoint.Size - earlier.Size} 条还没有见证方签名，目前只有日志自己的签名。",
                    $"The {checkpoint.Size - earlier.Size} leaves after the first {earlier.Size} are not cosigned yet; so far only the log itself vouches for them."
                );
            }
        }
        else
        {
            TellRewritten(earlier, checkpoint);
        }
    }

    private SuccessionCheck CheckSuccessions(Checkpoint checkpoint)
    {
        var check = new SuccessionCheck(checkpoint, policy, ProofFrom, report);
        if (Open(SuccessionsFile) is { } file)
        {
            using var lines = new LineReader(file);
            check.Check(lines);
        }

        return check;
    }

    private void CheckKnown(SignedNote known, Checkpoint checkpoint, SuccessionCheck successions)
    {
        if (CheckpointTrust.LogSigned(known, policy, TheKnown, report) is not { } held)
        {
            return;
        }

        var seen = CheckpointTrust.Cosigners(known, policy, TheKnown, report);
        if (!policy.IsMetBy([.. seen.Keys]))
        {
            report.Contradicted(
                "您手中的检查点没有您所要求的见证。",
                "The checkpoint in your hands is not cosigned as your policy asks."
            );
        }
        else if (held.Origin != checkpoint.Origin && successions.Of(held.Origin) is { } succession)
        {
            // What was lost of the old log has been told; within what was kept it must be the same tree.
            if (succession.Admits(held, report) && held.Size <= succession.Kept)
            {
                CheckConsistency(held, checkpoint);
            }
        }
        else if (held.Size > checkpoint.Size)
        {
            report.Contradicted(
                $"日志被截短，或恢复了旧备份：最后一次见证时有 {held.Size} 条，卷宗的检查点只有 {checkpoint.Size} 条。",
                $"The log was truncated, or an old backup restored: the last cosigned size is {held.Size}, the dossier's checkpoint has {checkpoint.Size}."
            );
        }
        else if (held.Origin != checkpoint.Origin)
        {
            report.Contradicted(
                $"您手中的检查点属于另一个日志（{held.Origin}），卷宗没有接续它的声明。",
                $"The checkpoint in your hands is another log's ({held.Origin}), and the dossier states no succession to it."
            );
        }
        else
        {
            CheckConsistency(held, checkpoint);
        }
    }

    private void CheckConsistency(Checkpoint held, Checkpoint checkpoint)
    {
        if (IsPrefixOf(held, checkpoint))
        {
            report.Proved(
                $"与您手中的检查点（{held.Size} 条）一致。",
                $"Consistent with the checkpoint in your hands ({held.Size} leaves)."
            );
        }
        else if (ProofFrom(held.Size) is null && held.Size != checkpoint.Size)
        {
            report.Missing(
                $"卷宗没有从 {held.Size} 条到 {checkpoint.Size} 条的一致性证明，请用 ?since={held.Size} 重新取卷宗。",
                $"The dossier has no consistency proof from {held.Size} to {checkpoint.Size}; take it again with ?since={held.Size}."
            );
        }
        else
        {
            TellRewritten(held, checkpoint);
        }
    }

    private bool IsBeginningOf(Checkpoint earlier, Checkpoint later) =>
        earlier.Origin == later.Origin && IsPrefixOf(earlier, later);

    private bool IsPrefixOf(Checkpoint earlier, Checkpoint later) =>
        MerkleProof.IsConsistent(
            earlier.Size,
            earlier.Root,
            later.Size,
            later.Root,
            earlier.Size == later.Size ? [] : ProofFrom(earlier.Size) ?? []
        );

    // A file may hold several proofs, each begun by the size it starts from: "old N", then hashes, as C2SP tlog-witness
    // writes them.
    private List<byte[]>? ProofFrom(ulong size)
    {
        if (ReadSmall(ConsistencyFile) is not { } bytes)
        {
            return null;
        }

        var proof = (List<byte[]>?)null;
        var begin = string.Create(CultureInfo.InvariantCulture, $"old {size}");
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n'))
        {
            if (line == begin)
            {
                proof = [];
            }
            else if (proof is not null)
            {
                if (!Base64Text.TryReadHash(line, out var hash) || proof.Count == MerkleProof.LongestProof)
                {
                    break;
                }

                proof.Add(hash);
            }
        }

        return proof;
    }

    private void TellWitnesses(Dictionary<string, ulong> seen, Checkpoint checkpoint)
    {
        foreach (var (name, time) in seen)
        {
            var witness = policy.Witnesses[name].Name;
            report.Proved(
                $"见证方 {witness} 于 {CheckpointTrust.Told(time)} 见证了前 {checkpoint.Size} 条。",
                $"The witness {witness} cosigned the first {checkpoint.Size} leaves at {CheckpointTrust.Told(time)}."
            );
        }

        if (!policy.AsksForWitnesses)
        {
            report.Missing(
                "没有要求见证：日志自己重写历史不会被发现。",
                "No witness was asked for: the log rewriting its own history would not be noticed."
            );
        }
    }

    private void TellRewritten(Checkpoint cosigned, Checkpoint checkpoint) =>
        report.Contradicted(
            $"日志的历史被改写，或给不同的人看不同的日志：卷宗的检查点（{checkpoint.Size} 条）与最后一次见证的前 {cosigned.Size} 条不一致。",
            $"The log's history was rewritten, or different people are shown different logs: the dossier's checkpoint ({checkpoint.Size} leaves) is not consistent with the last cosigned size {cosigned.Size}."
        );

    private void CheckEntries(Checkpoint checkpoint)
    {
        using var heads = new StatedHeads(OpenHeads(checkpoint));
        using var lines = new LineReader(Open(EntriesFile) ?? throw new InvalidDataException("No entries."));
        var documents = new DocumentCheck(Open, report);
        if (Open(DocumentCheck.ListName) is { } list)
        {
            using var reasons = new LineReader(list);
            documents.ReadReasons(reasons);
        }

        var check = new EntryCheck(checkpoint, heads, documents, report);
        while (lines.Next() is { } line)
        {
            check.Next(line.Span);
        }

        check.End();
        documents.End(dossier.Entries.Select(member => member.FullName));
    }

    /// <summary>The signed statement of each object's head; null, with the reason told, where there is none to rely on.</summary>
    private Stream? OpenHeads(Checkpoint checkpoint)
    {
        if (ReadNote(HeadsNoteFile) is not { } note || Open(HeadsFile) is not { } file)
        {
            report.Missing(
                "没有关于各对象条目数的签名声明，不能证明条目齐全。",
                "There is no signed statement of how many entries each object has: completeness is not proved."
            );
            return null;
        }

        byte[] hash;
        using (file)
        {
            hash = SHA256.HashData(file);
        }

        var expected = string.Create(
            CultureInfo.InvariantCulture,
            $"{HeadsForm}\n{checkpoint.Origin}\n{checkpoint.Size}\n{Convert.ToBase64String(checkpoint.Root)}\n{Convert.ToHexStringLower(hash)}\n{StatedSuccessions()}"
        );
        var signed = policy
            .Logs.Where(key => key.Name == checkpoint.Origin)
            .Any(key => key.Judge(note).Verdict == SignatureVerdict.Valid);
        if (!signed || note.Text != expected)
        {
            report.Contradicted(
                "关于各对象条目数的声明没有日志的有效签名，或者与检查点、与清单不符。",
                "The statement of how many entries each object has is not validly signed, or does not fit the checkpoint or the list."
            );
            return null;
        }

        return Open(HeadsFile);
    }

    // A log that took another one's place signs that here too, so that nobody leaves the statement out.
    private string StatedSuccessions()
    {
        if (Open(SuccessionsFile) is not { } file)
        {
            return "";
        }

        using (file)
        {
            return $"successions {Convert.ToHexStringLower(SHA256.HashData(file))}\n";
        }
    }

    private SignedNote? ReadNote(string name)
    {
        try
        {
            return ReadSmall(name) is { } bytes ? SignedNote.Read(bytes) : null;
        }
        catch (FormatException malformed)
        {
            report.Contradicted(
                $"“{name}”不是签名文本：{malformed.Message}",
                $"'{name}' is no signed note: {malformed.Message}"
            );
            return null;
        }
    }

    private byte[]? ReadSmall(string name)
    {
        if (Open(name) is not { } stream)
        {
            return null;
        }

        using (stream)
        {
            var bytes = new byte[SignedNote.LargestNote + 1];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read <= SignedNote.LargestNote
                ? bytes[..read]
                : throw new InvalidDataException($"'{name}' is too large.");
        }
    }

    private Stream? Open(string name)
    {
        var members = dossier.Entries.Where(entry => entry.FullName == name).Take(2).ToList();
        return members switch
        {
            [] => null,
            [var one] => one.Open(),
            _ => throw new InvalidDataException($"The file holds '{name}' twice."),
        };
    }
}
