using System.Globalization;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence;

/// <summary>What the witness answers to a log.</summary>
/// <param name="Status">The HTTP status of C2SP tlog-witness.</param>
/// <param name="Body">Signature lines with 200, the last size with 409, a reason otherwise.</param>
internal sealed record WitnessAnswer(int Status, string Body);

/// <summary>
/// Cosigns a checkpoint only if the log merely grew since the last one it cosigned, as C2SP tlog-witness says. What it
/// cosigned it remembers before it answers.
/// </summary>
internal sealed class Witness(IReadOnlyList<NoteKey> logs, WitnessKey key, WitnessMemory memory, TimeProvider time)
{
    private readonly Lock oneAtATime = new();

    /// <summary>The last checkpoint of a log, with the cosignature; null where none was cosigned.</summary>
    public string? Last(string originHash) => memory.Last(originHash)?.ToString();

    public WitnessAnswer Add(byte[] body)
    {
        Submission submission;
        try
        {
            submission = Submission.Read(body);
        }
        catch (FormatException malformed)
        {
            return new(400, malformed.Message);
        }

        var (oldSize, proof, note, checkpoint) = submission;
        var keys = logs.Where(one => one.Name == checkpoint.Origin).ToList();
        if (keys.Count == 0)
        {
            return new(404, "This witness does not know the log.");
        }

        var verdicts = keys.Select(one => one.Judge(note).Verdict).ToList();
        if (verdicts.Contains(SignatureVerdict.Invalid) || !verdicts.Contains(SignatureVerdict.Valid))
        {
            return new(403, "No valid signature of the log.");
        }

        if (oldSize > checkpoint.Size)
        {
            return new(400, "The old size is larger than the checkpoint's.");
        }

        // Two requests at once could otherwise both be consistent with the last checkpoint, and the smaller be kept last.
        lock (oneAtATime)
        {
            return AddInTurn(oldSize, proof, note, checkpoint, keys);
        }
    }

    private WitnessAnswer AddInTurn(
        ulong oldSize,
        List<byte[]> proof,
        SignedNote note,
        Checkpoint checkpoint,
        List<NoteKey> keys
    )
    {
        var originHash = WitnessMemory.HashOf(checkpoint.Origin);
        var last = memory.Last(originHash) is { } kept ? Checkpoint.Read(kept) : null;
        var lastSize = last?.Size ?? 0;
        if (oldSize != lastSize)
        {
            return new(409, string.Create(CultureInfo.InvariantCulture, $"{lastSize}\n"));
        }

        if (checkpoint.Size == 0 && !checkpoint.Root.AsSpan().SequenceEqual(MerkleHash.Empty))
        {
            return new(422, "The root of an empty log is the hash of nothing.");
        }

        var isConsistent =
            oldSize == 0
                ? proof.Count == 0
                : MerkleProof.IsConsistent(oldSize, last!.Root, checkpoint.Size, checkpoint.Root, proof);
        if (!isConsistent)
        {
            return new(422, "The checkpoint is not consistent with the last one cosigned.");
        }

        var line = key.Cosign(note.Text, (ulong)time.GetUtcNow().ToUnixTimeSeconds());
        var ofLog = note
            .Signatures.Where(one => keys.Any(log => log.Name == one.KeyName && log.Id == one.KeyId))
            .Select(one => one.Line + "\n");
        memory.Keep(originHash, $"{note.Text}\n{string.Concat(ofLog)}{line}");
        return new(200, line);
    }
}

/// <summary>The body of <c>add-checkpoint</c>.</summary>
internal sealed record Submission(ulong OldSize, List<byte[]> Proof, SignedNote Note, Checkpoint Checkpoint)
{
    private const string Old = "old ";

    /// <exception cref="FormatException">The body is none.</exception>
    public static Submission Read(byte[] body)
    {
        var split = body.AsSpan().IndexOf("\n\n"u8);
        if (split < 0)
        {
            throw new FormatException("There is no empty line after the proof.");
        }

        var lines = System.Text.Encoding.UTF8.GetString(body.AsSpan(0, split)).Split('\n');
        if (
            !lines[0].StartsWith(Old, StringComparison.Ordinal)
            || !Checkpoint.TryReadSize(lines[0][Old.Length..], out var oldSize)
        )
        {
            throw new FormatException("The first line is not 'old SIZE'.");
        }

        if (lines.Length - 1 > MerkleProof.LongestProof)
        {
            throw new FormatException("The proof is too long.");
        }

        var proof = new List<byte[]>();
        foreach (var line in lines.Skip(1))
        {
            proof.Add(
                Base64Text.TryReadHash(line, out var hash)
                    ? hash
                    : throw new FormatException("A line of the proof is no hash.")
            );
        }

        var note = SignedNote.Read(body.AsSpan(split + 2));
        return new(oldSize, proof, note, Checkpoint.Read(note));
    }
}
