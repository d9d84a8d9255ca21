using System.Globalization;
using System.Security.Cryptography;

namespace SmartCity.Evidence.Dossiers;

/// <summary>
/// Hashes the documents of a dossier again and holds them against what the entries name. Each is read once, however many
/// entries name it.
/// </summary>
/// <param name="open">Opens a member of the dossier; null where there is none.</param>
internal sealed class DocumentCheck(Func<string, Stream?> open, Report report)
{
    public const string ListName = "documents.jsonl";
    public const string Folder = "documents/";
    private const string Withheld = "withheld";

    private readonly HashSet<string> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentReason> withheld = new(StringComparer.Ordinal);
    private readonly Dictionary<Finding, long> counts = [];

    private enum Finding
    {
        AsItWas,
        Differs,
        Missing,
        Withheld,
    }

    /// <summary>How many documents are not proved: that is told of them, and takes nothing from the entries.</summary>
    public long Faults => found.Count - Count(Finding.AsItWas);

    /// <summary>What is said of the documents that are not there. It is the service's word and proves nothing.</summary>
    public void ReadReasons(LineReader lines)
    {
        while (lines.Next() is { } line)
        {
            try
            {
                var told = DossierJson.Read<DocumentLine>(line.Span);
                if (told is { Absent: Withheld, Reason: { } reason })
                {
                    withheld[told.Sha256] = reason;
                }
            }
            catch (FormatException malformed)
            {
                report.Contradicted(
                    $"文件清单有一行格式不对：{malformed.Message}",
                    $"A line of the documents is malformed: {malformed.Message}"
                );
            }
        }
    }

    /// <param name="owner">The object whose entry names it.</param>
    /// <param name="entry">The entry's number.</param>
    public void Check(ObjectKey owner, ulong entry, NamedDocument document)
    {
        // What was named before was told then.
        if (found.Add(document.Sha256))
        {
            var finding = Find(owner, entry, document);
            counts[finding] = Count(finding) + 1;
        }
    }

    /// <param name="members">The names of all members of the dossier.</param>
    public void End(IEnumerable<string> members)
    {
        foreach (
            var unnamed in members.Where(name =>
                name.StartsWith(Folder, StringComparison.Ordinal) && !found.Contains(name[Folder.Length..])
            )
        )
        {
            report.Contradicted(
                $"卷宗中的“{unnamed}”没有条目提到，不能证明什么。",
                $"No entry names '{unnamed}', which the dossier holds: it proves nothing."
            );
        }

        if (found.Count > 0)
        {
            var (same, differing, missing, kept) = (
                Count(Finding.AsItWas),
                Count(Finding.Differs),
                Count(Finding.Missing),
                Count(Finding.Withheld)
            );
            report.Proved(
                $"条目提到 {found.Count} 份文件：与当时相符 {same} 份，不符 {differing} 份，缺失 {missing} 份，未提供 {kept} 份。",
                $"The entries name {found.Count} documents: {same} as they were, {differing} differ, {missing} are missing, {kept} are withheld."
            );
        }
    }

    private long Count(Finding finding) => counts.GetValueOrDefault(finding);

    private Finding Find(ObjectKey owner, ulong entry, NamedDocument document)
    {
        // A member's name is a hash and nothing else, whatever the entry calls it.
        using var content = open(Folder + document.Sha256);
        if (content is null)
        {
            return TellAbsent(owner, entry, document);
        }

        if (IsAsNamed(content, document))
        {
            return Finding.AsItWas;
        }

        report.Contradicted(
            $"{owner} 第 {entry} 条的文件 {document.Id}（SHA-256 {document.Sha256}）已不是当时的文件：内容被改动。",
            $"{owner}: the document {document.Id} of entry {entry} (SHA-256 {document.Sha256}) is not what it was: its content was changed."
        );
        return Finding.Differs;
    }

    private Finding TellAbsent(ObjectKey owner, ulong entry, NamedDocument document)
    {
        if (withheld.TryGetValue(document.Sha256, out var reason))
        {
            report.Missing(
                $"{owner} 第 {entry} 条的文件 {document.Id}（SHA-256 {document.Sha256}）未随卷宗提供：{reason.Zh}",
                $"{owner}: the document {document.Id} of entry {entry} (SHA-256 {document.Sha256}) is withheld: {reason.En}"
            );
            return Finding.Withheld;
        }

        report.Missing(
            $"{owner} 第 {entry} 条的文件 {document.Id}（SHA-256 {document.Sha256}）缺失。",
            $"{owner}: the document {document.Id} of entry {entry} (SHA-256 {document.Sha256}) is missing."
        );
        return Finding.Missing;
    }

    // What a zip cannot even unpack is not what was named either.
    private static bool IsAsNamed(Stream content, NamedDocument document)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        var length = 0L;
        try
        {
            for (int read; (read = content.Read(buffer)) > 0; length += read)
            {
                hash.AppendData(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset()) == document.Sha256
            && length.ToString(CultureInfo.InvariantCulture) == document.Size;
    }
}
