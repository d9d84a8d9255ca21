using System.Security.Cryptography;
using System.Text;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence.Dossiers;

/// <summary>
/// Checks the entries one after the other: content against commitment, leaf against the log, number and hash against the
/// entry before, each object's last number against what the log states, and the documents that are named.
/// </summary>
internal sealed class EntryCheck(Checkpoint checkpoint, StatedHeads heads, DocumentCheck documents, Report report)
{
    private const int FirstForm = 1;

    /// <summary>Its content names documents, or a content that it erases.</summary>
    private const int FormThatNames = 2;

    private static readonly string NoPrevious = new('0', 64);
    private readonly long faultsBefore = report.MissingCount + report.ContradictionCount;
    private ObjectKey? current;
    private ulong number;
    private string hash = NoPrevious;
    private ulong? lastIndex;
    private long line;
    private long proved;
    private long objects;
    private bool hasDisorder;

    public void Next(ReadOnlySpan<byte> bytes)
    {
        line++;
        EntryLine entry;
        Leaf leaf;
        byte[] leafBytes;
        ulong stated;
        try
        {
            entry = DossierJson.Read<EntryLine>(bytes);
            leafBytes = Encoding.UTF8.GetBytes(entry.Leaf);
            leaf = DossierJson.Read<Leaf>(leafBytes);
            if (
                leaf.Form is not (FirstForm or FormThatNames)
                || !Checkpoint.TryReadSize(leaf.Number, out stated)
                || stated == 0
            )
            {
                throw new FormatException("unknown form or number");
            }
        }
        catch (FormatException malformed)
        {
            report.Contradicted(
                $"entries.jsonl 第 {line} 行格式不对：{malformed.Message}",
                $"Line {line} of entries.jsonl is malformed: {malformed.Message}"
            );
            return;
        }

        var what = new ObjectKey(leaf.Schema, leaf.ObjectType, leaf.ObjectId);
        if (current != what)
        {
            Turn(what);
        }

        var leafHash = MerkleHash.OfLeaf(leafBytes);
        var isProved = CheckPlace(entry, stated, leafHash);
        isProved &= CheckContent(entry, leaf, stated, leafHash);
        isProved &= CheckChain(leaf, stated);
        (number, hash) = (stated, Convert.ToHexStringLower(leafHash));
        proved += isProved ? 1 : 0;
    }

    public void End()
    {
        EndObject();
        while (heads.Object is { } forgotten)
        {
            TellAbsent(forgotten, heads.Number);
            heads.Advance();
        }

        report.Proved(
            $"{objects} 个对象的 {proved} 条审计条目与日志相符。",
            $"{proved} audit entries of {objects} objects are in the log as they stand here."
        );
        // What was found of the checkpoint itself is another matter.
        if (heads.AreStated && report.MissingCount + report.ContradictionCount - documents.Faults == faultsBefore)
        {
            report.Proved(
                $"条目齐全，截至第 {checkpoint.Size} 条的检查点。",
                $"No entry is missing, up to the checkpoint of {checkpoint.Size} leaves."
            );
        }
    }

    private void Turn(ObjectKey what)
    {
        EndObject();
        if (current is { } before && before.CompareTo(what) >= 0 && !hasDisorder)
        {
            hasDisorder = true;
            report.Contradicted(
                $"条目次序被打乱：{what} 不应在 {before} 之后（第 {line} 行）。",
                $"The entries are out of order: {what} does not stand after {before} (line {line})."
            );
        }

        while (heads.Object is { } stated && stated.CompareTo(what) < 0)
        {
            TellAbsent(stated, heads.Number);
            heads.Advance();
        }

        (current, number, hash, lastIndex) = (what, 0, NoPrevious, null);
        objects++;
    }

    private void EndObject()
    {
        if (current is not { } what || heads.Object != what)
        {
            return;
        }

        if (number < heads.Number)
        {
            report.Missing(
                $"{what}：日志有 {heads.Number} 条，卷宗只到第 {number} 条，缺第 {number + 1} 至 {heads.Number} 条。",
                $"{what}: the log holds {heads.Number} entries, the dossier ends with {number}; {number + 1} to {heads.Number} are missing."
            );
        }
        else if (number == heads.Number && hash != heads.Hash)
        {
            report.Contradicted(
                $"{what}：第 {number} 条与日志所声明的最后一条不是同一条。",
                $"{what}: entry {number} is not the one that the log states as the last."
            );
        }

        heads.Advance();
    }

    private bool CheckPlace(EntryLine entry, ulong stated, byte[] leafHash)
    {
        if (entry.Index is null)
        {
            if (heads.AreStated && heads.Object == current && stated <= heads.Number)
            {
                report.Contradicted(
                    $"{current} 第 {stated} 条不在日志中，而日志在此位置已有另一条：是事后插入的。",
                    $"{current}: entry {stated} is not in the log, which holds another in its place: it was inserted afterwards."
                );
            }
            else
            {
                report.Missing(
                    $"{current} 第 {stated} 条还不在检查点所含的日志中，未获证明。",
                    $"{current}: entry {stated} is not in the log up to the checkpoint; it is not proved."
                );
            }

            return false;
        }

        if (!IsInLog(entry, leafHash, out var index))
        {
            report.Contradicted(
                $"{current} 第 {stated} 条（日志第 {entry.Index} 叶）与日志不符：条目被改动、插入或换了位置。",
                $"{current}: entry {stated} (leaf {entry.Index}) is not what the log holds there: it was changed, inserted or moved."
            );
            return false;
        }

        if (lastIndex >= index)
        {
            report.Contradicted(
                $"{current} 第 {stated} 条在日志中不在前一条之后。",
                $"{current}: entry {stated} does not stand after the one before it in the log."
            );
            return false;
        }

        lastIndex = index;
        return true;
    }

    private bool IsInLog(EntryLine entry, byte[] leafHash, out ulong index)
    {
        var proof = new List<byte[]>(entry.Proof?.Count ?? 0);
        foreach (var text in (entry.Proof ?? []).Take(MerkleProof.LongestProof + 1))
        {
            proof.Add(Base64Text.TryReadHash(text, out var sibling) ? sibling : []);
        }

        return Checkpoint.TryReadSize(entry.Index ?? "", out index)
            && MerkleProof.Includes(checkpoint.Root, leafHash, index, checkpoint.Size, proof);
    }

    private bool CheckContent(EntryLine entry, Leaf leaf, ulong stated, byte[] leafHash)
    {
        if (entry.Erased is { } erased)
        {
            return CheckErasure(entry, leaf, stated, leafHash, erased);
        }

        if (entry.Content is null || entry.Salt is null)
        {
            report.Missing(
                $"{current} 第 {stated} 条只有叶，没有内容，也没有删除它的条目。",
                $"{current}: of entry {stated} there is the leaf only, the content is missing, and no entry erased it."
            );
            return true;
        }

        if (Commitment(entry.Salt, entry.Content) == leaf.Commitment)
        {
            return leaf.Form == FirstForm || CheckNamed(entry.Content, stated);
        }

        report.Contradicted(
            $"{current} 第 {stated} 条的内容已被改动：与叶中的承诺不符。",
            $"{current}: the content of entry {stated} was changed: it is not what the leaf commits to."
        );
        return false;
    }

    // Somebody's word that it was erased is nothing: the entry that decided it must itself be in the log, behind this one, and
    // name it.
    private bool CheckErasure(EntryLine entry, Leaf leaf, ulong stated, byte[] leafHash, EntryLine erased)
    {
        Leaf erasing;
        EntryContent told;
        try
        {
            erasing = DossierJson.Read<Leaf>(Encoding.UTF8.GetBytes(erased.Leaf));
            told = EntryContent.Read(erased.Content ?? throw new FormatException("its content is missing"));
        }
        catch (FormatException malformed)
        {
            TellNotErased(stated, malformed.Message);
            return false;
        }

        if (erased.Index is null)
        {
            report.Missing(
                $"{current} 第 {stated} 条的内容不在；决定删除它的条目 {erasing.Entry} 还不在检查点所含的日志中，请重新取卷宗。",
                $"{current}: the content of entry {stated} is missing; the entry {erasing.Entry} that erased it is not in the log up to the checkpoint. Take the dossier again."
            );
            return true;
        }

        if (
            told.Erasure is not { } erasure
            || told.Outcome != EntryContent.Accepted
            || erasing.Form != FormThatNames
            || erasure.Entry != leaf.Entry
            || erasure.Hash != Convert.ToHexStringLower(leafHash)
            || Commitment(erased.Salt ?? "", erased.Content) != erasing.Commitment
        )
        {
            TellNotErased(stated, $"entry {erasing.Entry} does not say so");
            return false;
        }

        if (
            !IsInLog(erased, MerkleHash.OfLeaf(Encoding.UTF8.GetBytes(erased.Leaf)), out var index)
            || !Checkpoint.TryReadSize(entry.Index ?? "", out var own)
            || index <= own
        )
        {
            TellNotErased(stated, $"entry {erasing.Entry} is not in the log behind it");
            return false;
        }

        report.Missing(
            $"{current} 第 {stated} 条的内容已由条目 {erasing.Entry}（日志第 {index} 叶）依“{erasure.Basis}”（{erasure.Document}）删除：{erasure.Reason}",
            $"{current}: the content of entry {stated} was erased by entry {erasing.Entry} (leaf {index}) on the basis '{erasure.Basis}' ({erasure.Document}): {erasure.Reason}"
        );
        return true;
    }

    private void TellNotErased(ulong stated, string why) =>
        report.Contradicted(
            $"{current} 第 {stated} 条的内容不在，说是已经删除，但日志不能证明：{why}。",
            $"{current}: the content of entry {stated} is missing and said to be erased, but the log does not prove it: {why}."
        );

    private bool CheckNamed(string content, ulong stated)
    {
        EntryContent told;
        try
        {
            told = EntryContent.Read(content);
        }
        catch (FormatException malformed)
        {
            report.Contradicted(
                $"{current} 第 {stated} 条的内容格式不对：{malformed.Message}",
                $"{current}: the content of entry {stated} is malformed: {malformed.Message}"
            );
            return false;
        }

        foreach (var document in told.Documents)
        {
            documents.Check(current!.Value, stated, document);
        }

        return true;
    }

    private bool CheckChain(Leaf leaf, ulong stated)
    {
        if (stated == number + 1)
        {
            if (leaf.Previous == hash)
            {
                return true;
            }

            report.Contradicted(
                $"{current} 第 {stated} 条没有接上前一条：前一条被改动。",
                $"{current}: entry {stated} does not follow the entry before it, which was changed."
            );
            return false;
        }

        if (stated <= number)
        {
            report.Contradicted(
                $"{current} 第 {stated} 条重复或次序颠倒（前一条是第 {number} 条）。",
                $"{current}: entry {stated} is repeated or out of order (the one before is {number})."
            );
            return false;
        }

        report.Missing(
            number + 1 == stated - 1
                ? $"{current} 缺第 {number + 1} 条。"
                : $"{current} 缺第 {number + 1} 至 {stated - 1} 条。",
            number + 1 == stated - 1
                ? $"{current}: entry {number + 1} is missing."
                : $"{current}: entries {number + 1} to {stated - 1} are missing."
        );
        return true;
    }

    private void TellAbsent(ObjectKey what, ulong count) =>
        report.Missing(
            $"{what}：日志有 {count} 条，卷宗一条也没有。",
            $"{what}: the log holds {count} entries, the dossier none of them."
        );

    private static string Commitment(string salt, string content)
    {
        try
        {
            return Convert.ToHexStringLower(
                SHA256.HashData([.. Convert.FromHexString(salt), .. Encoding.UTF8.GetBytes(content)])
            );
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
