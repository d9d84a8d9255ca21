using SmartCity.Evidence.Log;

namespace SmartCity.Evidence.Dossiers;

/// <summary>The statement with which a log begins that took another one's place, docs/evidence.md.</summary>
internal sealed record SuccessionLeaf(
    string Form,
    string At,
    string Origin,
    string Predecessor,
    string Kept,
    string LastHead,
    string ProvedHead,
    string Reason,
    string Basis,
    string OrderedBy
);

/// <summary>
/// A log taking another one's place: where in the tree, what was known of the old log's end, and up to where its leaves can be
/// proved. The new log's leaves go on where those of the old one ended that were kept.
/// </summary>
/// <param name="Kept">How many of the old log's leaves the new one begins with; the statement stands right behind them.</param>
/// <param name="Last">The last head known of the old log.</param>
/// <param name="Within">The largest head of the old log of no more leaves than were kept; null where none is stated.</param>
internal sealed record Succession(
    SuccessionLeaf Leaf,
    NoteKey Predecessor,
    ulong Kept,
    SignedNote LastNote,
    Checkpoint Last,
    SignedNote? WithinNote,
    Checkpoint? Within
)
{
    public const string Form = "smartcity.evidence/succession/v1";

    /// <exception cref="FormatException">The leaf is no such statement, or one of its parts is malformed.</exception>
    public static Succession Read(ReadOnlySpan<byte> bytes)
    {
        var leaf = DossierJson.Read<SuccessionLeaf>(bytes);
        if (leaf.Form != Form || !Checkpoint.TryReadSize(leaf.Kept, out var kept))
        {
            throw new FormatException("unknown form or number");
        }

        var predecessor = NoteKey.Read(leaf.Predecessor);
        var (lastNote, last) = HeadOf(leaf.LastHead, predecessor);
        if (last.Size <= kept)
        {
            return new(leaf, predecessor, kept, lastNote, last, lastNote, last);
        }

        if (leaf.ProvedHead.Length == 0)
        {
            return new(leaf, predecessor, kept, lastNote, last, null, null);
        }

        var (withinNote, within) = HeadOf(leaf.ProvedHead, predecessor);
        return within.Size <= kept
            ? new(leaf, predecessor, kept, lastNote, last, withinNote, within)
            : throw new FormatException("the proved head is of more leaves than were kept");
    }

    /// <summary>What is lost, in plain words.</summary>
    public void TellLoss(Report report)
    {
        if (Last.Size > Kept)
        {
            report.Missing(
                $"旧日志 {Predecessor.Name} 最后一次见证时有 {Last.Size} 条，接续时只剩前 {Kept} 条：旧日志第 {Kept} 叶（从 0 起）以后的 {Last.Size - Kept} 条可能缺失。",
                $"From leaf {Kept} of the old log {Predecessor.Name} on entries may be missing: it had {Last.Size} leaves when it was last cosigned, and only the first {Kept} were left when this log took its place."
            );
        }
    }

    public void Tell(Report report) =>
        report.Proved(
            $"日志 {Leaf.Origin} 于 {Leaf.At} 接续日志 {Predecessor.Name} 的前 {Kept} 条。决定：{Leaf.OrderedBy}；依据：{Leaf.Basis}；原因：{Leaf.Reason}。",
            $"The log {Leaf.Origin} took the place of the log {Predecessor.Name} at {Leaf.At}, with its first {Kept} leaves. Ordered by: {Leaf.OrderedBy}; basis: {Leaf.Basis}; reason: {Leaf.Reason}."
        );

    /// <summary>Judges a head of the old log that somebody holds himself against what the statement says of its end.</summary>
    /// <returns>False where the statement conceals something, which is told.</returns>
    public bool Admits(Checkpoint held, Report report)
    {
        if (held.Size > Last.Size || (held.Size == Last.Size && !held.Root.AsSpan().SequenceEqual(Last.Root)))
        {
            report.Contradicted(
                $"接续声明隐瞒了旧日志的末尾：声明说旧日志到 {Last.Size} 条为止，您手中的检查点有 {held.Size} 条。",
                $"The succession conceals the old log's end: it says {Last.Size} leaves, and the checkpoint in your hands has {held.Size}."
            );
            return false;
        }

        return true;
    }

    private static (SignedNote Note, Checkpoint Head) HeadOf(string text, NoteKey key)
    {
        var note = SignedNote.Read(text);
        var head = Checkpoint.Read(note);
        return head.Origin == key.Name && key.Judge(note).Verdict == SignatureVerdict.Valid
            ? (note, head)
            : throw new FormatException("a head of the old log does not bear its signature");
    }
}
