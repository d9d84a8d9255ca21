using System.IO.Compression;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Files;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Modules.Security.Application.Evidence;

/// <summary>
/// The documents that the entries of a dossier name: each once, streamed as the store holds it. It does not judge whether
/// that is what was named: the verifier does. What is not put in is listed with the reason.
/// </summary>
internal sealed class DossierDocuments(IEnumerable<IDocumentAccess> access, IFileStore files, RequestContext request)
{
    public const string ListName = "documents.jsonl";

    /// <summary>The reader may not have it.</summary>
    private const string Withheld = "withheld";

    /// <summary>The store does not have it, or cannot read it.</summary>
    private const string Gone = "gone";

    private static readonly LocalizedText NobodySays = new(
        "该模块的文件不随卷宗提供。",
        "Documents of this module are not given with a dossier."
    );

    private static readonly LocalizedText NotThere = new(
        "文件存储中没有此散列的文件。",
        "The file store holds no file of this hash."
    );

    private readonly Dictionary<string, IDocumentAccess> bySchema = access.ToDictionary(one => one.Schema);
    private readonly Dictionary<string, Wanted> wanted = new(StringComparer.Ordinal);
    private (string Schema, ObjectReference Owner, LocalizedText? WhyNot)? lastAsked;

    private sealed record Wanted(string Size, LocalizedText? WhyNot);

    /// <summary>A line of the list; <c>absent</c> and <c>reason</c> are null where the document is there.</summary>
    private sealed record DocumentLine(string Sha256, string Size, string? Absent, Reason? Reason);

    private sealed record Reason(string Zh, string En);

    /// <summary>Takes note of what an entry names. The hashes are all that is held.</summary>
    public async Task WantAsync(string schema, AuditEntry entry, CancellationToken cancellationToken)
    {
        foreach (var document in AuditContent.TryOf(entry)?.NamedDocuments ?? [])
        {
            // Where several objects have the same file, being allowed to read one of them is enough.
            if (!wanted.TryGetValue(document.Sha256, out var before) || before.WhyNot is not null)
            {
                var whyNot = await WhyNotAsync(schema, new(entry.ObjectType, entry.ObjectId), cancellationToken);
                wanted[document.Sha256] = new(document.Size, whyNot);
            }
        }
    }

    /// <summary>Puts the documents in, and then the list of them all.</summary>
    /// <param name="writeList">Writes the list's lines.</param>
    public async Task AddAsync(
        ZipArchive zip,
        Func<string, IEnumerable<object>, Task> writeList,
        CancellationToken cancellationToken
    )
    {
        if (wanted.Count == 0)
        {
            return;
        }

        var lines = new List<object>();
        foreach (var (sha256, (size, whyNot)) in wanted.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            lines.Add(
                whyNot is not null
                    ? new DocumentLine(sha256, size, Withheld, new(whyNot.Chinese, whyNot.English))
                    : await AddAsync(zip, sha256, size, cancellationToken)
            );
        }

        await writeList(ListName, lines);
    }

    private async Task<DocumentLine> AddAsync(
        ZipArchive zip,
        string sha256,
        string size,
        CancellationToken cancellationToken
    )
    {
        var (content, fault) = Open(sha256);
        if (content is null)
        {
            return new(sha256, size, Gone, new(fault.Chinese, fault.English));
        }

        await using (content)
        {
            // Most of what offices exchange is compressed already.
            var member = zip.CreateEntry($"documents/{sha256}", CompressionLevel.Fastest);
            await using var target = await member.OpenAsync(cancellationToken);
            await content.CopyToAsync(target, cancellationToken);
        }

        return new(sha256, size, null, null);
    }

    private (Stream? Content, LocalizedText Fault) Open(string sha256)
    {
        try
        {
            return (files.Open(sha256), NotThere);
        }
        catch (FileStoreException fault)
        {
            return (null, fault.Text);
        }
        catch (ArgumentException)
        {
            // An entry that was tampered with may name what is no hash at all.
            return (null, NotThere);
        }
    }

    // Entries come object by object.
    private async Task<LocalizedText?> WhyNotAsync(
        string schema,
        ObjectReference owner,
        CancellationToken cancellationToken
    )
    {
        if (lastAsked is { } last && last.Schema == schema && last.Owner == owner)
        {
            return last.WhyNot;
        }

        var whyNot = bySchema.TryGetValue(schema, out var module)
            ? await module.WhyNotAsync(request.Actor, owner, cancellationToken)
            : NobodySays;
        lastAsked = (schema, owner, whyNot);
        return whyNot;
    }
}
