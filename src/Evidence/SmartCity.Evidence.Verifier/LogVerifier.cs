using System.Buffers.Binary;
using SmartCity.Evidence.Dossiers;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence;

/// <summary>
/// Checks a whole log that lies in a folder as C2SP tlog-tiles lays it out: every entry against its hash, and the root over
/// all of them against the signed checkpoint. It reads anybody's log, not only this product's.
/// </summary>
internal sealed class LogVerifier(string folder, TrustPolicy policy, Report report)
{
    private static readonly byte[] SuccessionForm = System.Text.Encoding.UTF8.GetBytes(Succession.Form);
    private static readonly Words TheCheckpoint = new("日志的检查点", "The log's checkpoint");
    private static readonly Words TheKnown = new("您手中的检查点", "The checkpoint in your hands");

    /// <param name="known">A checkpoint that the person at the terminal holds himself, or null.</param>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="FormatException">The checkpoint is no signed note.</exception>
    public void Verify(SignedNote? known)
    {
        var note = SignedNote.Read(File.ReadAllBytes(Path.Combine(folder, "checkpoint")));
        if (CheckpointTrust.LogSigned(note, policy, TheCheckpoint, report) is not { } checkpoint)
        {
            return;
        }

        CheckpointTrust.TellSm2(note, checkpoint, policy, report);
        var seen = CheckpointTrust.Cosigners(note, policy, TheCheckpoint, report);
        var held = known is null ? null : CheckpointTrust.LogSigned(known, policy, TheKnown, report);
        if (held is not null)
        {
            seen = CheckpointTrust.Cosigners(known!, policy, TheKnown, report);
        }

        if (!policy.IsMetBy([.. seen.Keys]))
        {
            report.Contradicted("没有一个检查点得到您所要求的见证。", "No checkpoint is cosigned as your policy asks.");
        }

        if (held is not null && held.Origin == checkpoint.Origin && held.Size > checkpoint.Size)
        {
            report.Contradicted(
                $"日志被截短，或恢复了旧备份：最后一次见证时有 {held.Size} 条，现在只有 {checkpoint.Size} 条。",
                $"The log was truncated, or an old backup restored: the last cosigned size is {held.Size}, the log has {checkpoint.Size}."
            );
        }

        Grow(checkpoint, held);
    }

    private void Grow(Checkpoint checkpoint, Checkpoint? held)
    {
        var tree = new GrowingTree();
        var isSucceeded = held is null || held.Origin == checkpoint.Origin;
        CompareHeld(tree, held);
        for (ulong index = 0; TilePath.Width(index, checkpoint.Size) is var width and > 0; index++)
        {
            var hashes = Read(TilePath.OfHashes(0, index, width), TilePath.OfHashes(0, index, TilePath.FullWidth));
            var entries = Read(TilePath.OfEntries(index, width), TilePath.OfEntries(index, TilePath.FullWidth));
            if (hashes.Length < width * MerkleHash.Size)
            {
                throw new InvalidDataException($"Tile {index} is too short.");
            }

            var at = 0;
            for (var place = 0; place < width; place++)
            {
                var leaf = index * TilePath.FullWidth + (ulong)place;
                var expected = hashes.AsSpan(place * MerkleHash.Size, MerkleHash.Size);
                var found = NextEntry(entries, ref at);
                if (found is null || !expected.SequenceEqual(MerkleHash.OfLeaf(found.Value.Span)))
                {
                    report.Contradicted(
                        $"第 {leaf} 叶与其散列不符：条目被改动、删除、插入或换了位置。",
                        $"Leaf {leaf} does not match its hash: the entry was changed, deleted, inserted or moved."
                    );
                }

                if (found is { } bytes && SuccessionAt(leaf, bytes.Span) is { } succession)
                {
                    succession.Tell(report);
                    succession.TellLoss(report);
                    if (held?.Origin == succession.Predecessor.Name)
                    {
                        isSucceeded = true;
                        // Beyond what was kept there is nothing of the old log to compare with.
                        held = succession.Admits(held, report) && held.Size <= succession.Kept ? held : null;
                    }
                }

                tree.Add(expected.ToArray());
                CompareHeld(tree, held);
            }
        }

        if (!isSucceeded)
        {
            report.Contradicted(
                $"您手中的检查点属于另一个日志（{held!.Origin}），本日志没有接续它。",
                $"The checkpoint in your hands is another log's ({held!.Origin}), whose place this one did not take."
            );
        }

        if (!tree.Root().AsSpan().SequenceEqual(checkpoint.Root))
        {
            report.Contradicted(
                $"全部 {checkpoint.Size} 叶的根与检查点不符：散列被改写。",
                $"The root over all {checkpoint.Size} leaves is not the checkpoint's: hashes were rewritten."
            );
        }
        else if (report.ContradictionCount == 0)
        {
            report.Proved(
                $"日志 {checkpoint.Origin} 的 {checkpoint.Size} 条与其签名的检查点相符。",
                $"The {checkpoint.Size} entries of the log {checkpoint.Origin} are those of its signed checkpoint."
            );
        }
    }

    // A leaf that says it ends another log, and stands where it says.
    private Succession? SuccessionAt(ulong index, ReadOnlySpan<byte> leaf)
    {
        if (leaf.IndexOf(SuccessionForm) < 0)
        {
            return null;
        }

        try
        {
            var succession = Succession.Read(leaf);
            return succession.Kept == index ? succession : null;
        }
        catch (FormatException malformed)
        {
            report.Contradicted(
                $"第 {index} 叶的接续声明格式不对：{malformed.Message}",
                $"The statement of succession in leaf {index} is malformed: {malformed.Message}"
            );
            return null;
        }
    }

    private void CompareHeld(GrowingTree tree, Checkpoint? held)
    {
        if (held is null || held.Size != tree.Size)
        {
            return;
        }

        if (tree.Root().AsSpan().SequenceEqual(held.Root))
        {
            report.Proved(
                $"与您手中的检查点（{held.Size} 条）一致。",
                $"Consistent with the checkpoint in your hands ({held.Size} leaves)."
            );
        }
        else
        {
            report.Contradicted(
                $"日志的历史被改写：前 {held.Size} 条不是最后一次见证时的那些。",
                $"The log's history was rewritten: its first {held.Size} leaves are not those of the last cosigned size {held.Size}."
            );
        }
    }

    private static ReadOnlyMemory<byte>? NextEntry(byte[] bundle, ref int at)
    {
        if (at + sizeof(ushort) > bundle.Length)
        {
            return null;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(bundle.AsSpan(at));
        at += sizeof(ushort);
        if (at + length > bundle.Length)
        {
            at = bundle.Length;
            return null;
        }

        at += length;
        return bundle.AsMemory(at - length, length);
    }

    // A log may have thrown a partial tile away when the full one was there.
    private byte[] Read(string path, string full)
    {
        var file = Path.Combine(folder, path);
        return File.ReadAllBytes(File.Exists(file) ? file : Path.Combine(folder, full));
    }
}
