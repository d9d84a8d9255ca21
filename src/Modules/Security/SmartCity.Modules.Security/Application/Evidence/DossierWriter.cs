using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;

namespace SmartCity.Modules.Security.Application.Evidence;

/// <summary>
/// Writes a dossier as docs/evidence.md describes it. Entries are read a page at a time and documents are streamed: what is
/// sent is never held.
/// </summary>
internal sealed class DossierWriter(AuditTrail trail, LogReader log, ILogSigner signer, DossierDocuments documents)
{
    private const int PageSize = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// One entry; without index and proof while the log does not hold it under the checkpoint. Where its content was erased, the
    /// entry that did so.
    /// </summary>
    private sealed record EntryLine(
        string? Index,
        string Leaf,
        string? Salt,
        string? Content,
        EntryLine? Erased,
        IReadOnlyList<string>? Proof
    );

    private sealed record SuccessionLine(string Index, string Leaf, IReadOnlyList<string> Proof);

    private sealed record HeadLine(string Schema, string ObjectType, string ObjectId, string Number, string Hash);

    /// <returns>The number of entries written.</returns>
    public async Task<long> WriteAsync(Dossier dossier, Stream output, CancellationToken cancellationToken)
    {
        var zip = await ZipArchive.CreateAsync(
            output,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            cancellationToken
        );
        await using (zip)
        {
            await AddAsync(zip, "checkpoint", dossier.Checkpoint.SignedNote, cancellationToken);
            if (dossier.Cosigned is { } cosigned)
            {
                await AddAsync(zip, "cosigned-checkpoint", cosigned.SignedNote, cancellationToken);
            }

            if (dossier.Proofs.Count > 0)
            {
                await AddAsync(zip, "consistency", Told(dossier.Proofs), cancellationToken);
            }

            var heads = string.Concat(dossier.Heads.Select(head => Line(Told(head))));
            await AddAsync(zip, "heads.jsonl", heads, cancellationToken);
            var successions = await SuccessionsAsync(dossier, cancellationToken);
            await AddAsync(
                zip,
                "heads",
                signer.Sign(HeadsText(dossier.Checkpoint, heads, successions)),
                cancellationToken
            );
            if (successions.Length > 0)
            {
                await AddAsync(zip, "successions.jsonl", successions, cancellationToken);
            }

            var count = await AddEntriesAsync(zip, dossier, cancellationToken);
            await documents.AddAsync(
                zip,
                (name, lines) => AddAsync(zip, name, string.Concat(lines.Select(Line)), cancellationToken),
                cancellationToken
            );
            return count;
        }
    }

    private async Task<string> SuccessionsAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var lines = new StringBuilder();
        foreach (var (index, leaf) in dossier.Successions)
        {
            var proof = await log.Proofs.InclusionAsync(index, dossier.Checkpoint.Size, cancellationToken);
            lines.Append(
                Line(
                    new SuccessionLine(
                        index.ToString(CultureInfo.InvariantCulture),
                        leaf,
                        [.. proof.Select(hash => Convert.ToBase64String(hash))]
                    )
                )
            );
        }

        return lines.ToString();
    }

    private static string HeadsText(LogCheckpoint checkpoint, string heads, string successions)
    {
        // The first three lines of the checkpoint, under a title of their own: neither can be shown as the other.
        var head = string.Concat(checkpoint.Note.Split('\n').Take(3).Select(line => $"{line}\n"));
        var text = $"smartcity.evidence/heads/v1\n{head}{HashOf(heads)}\n";
        // A log that took another one's place says so here too, so that nobody leaves the statement out.
        return successions.Length == 0 ? text : $"{text}successions {HashOf(successions)}\n";
    }

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task<long> AddEntriesAsync(ZipArchive zip, Dossier dossier, CancellationToken cancellationToken)
    {
        var count = 0L;
        await using var member = await zip.CreateEntry("entries.jsonl").OpenAsync(cancellationToken);
        foreach (var schema in trail.Schemas.Order(StringComparer.Ordinal))
        {
            foreach (
                var target in dossier
                    .Objects.OrderBy(one => one.Type, StringComparer.Ordinal)
                    .ThenBy(one => one.Id, StringComparer.Ordinal)
            )
            {
                count += await AddChainAsync(member, dossier, schema, target, cancellationToken);
            }
        }

        return count;
    }

    private async Task<long> AddChainAsync(
        Stream member,
        Dossier dossier,
        string schema,
        ObjectReference target,
        CancellationToken cancellationToken
    )
    {
        var (count, after) = (0L, 0L);
        while (await trail.ReadChainAsync(schema, target, after, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            var places = await log.PlacesAsync(page.Select(entry => entry.Id), cancellationToken);
            foreach (var entry in page)
            {
                await documents.WantAsync(schema, entry, cancellationToken);
                var line = await LineOfAsync(entry, places, dossier.Checkpoint.Size, cancellationToken);
                await member.WriteAsync(Encoding.UTF8.GetBytes(line), cancellationToken);
            }

            count += page.Count;
            after = page[^1].Number;
        }

        return count;
    }

    private async Task<string> LineOfAsync(
        AuditEntry entry,
        Dictionary<Guid, long> places,
        long size,
        CancellationToken cancellationToken
    )
    {
        var told = await ToldAsync(entry, places, size, cancellationToken);
        // What only says that it was erased is sent as it stands: the verifier finds that it is not what the leaf commits to.
        if (await trail.ErasureOfAsync(entry, cancellationToken) is { By.Entry: var by })
        {
            var place = await log.PlacesAsync([by.Id], cancellationToken);
            told = told with
            {
                Salt = null,
                Content = null,
                Erased = await ToldAsync(by, place, size, cancellationToken),
            };
        }

        return Line(told);
    }

    private async Task<EntryLine> ToldAsync(
        AuditEntry entry,
        Dictionary<Guid, long> places,
        long size,
        CancellationToken cancellationToken
    )
    {
        if (!places.TryGetValue(entry.Id, out var index) || index >= size)
        {
            return new(null, entry.Leaf, entry.Salt, entry.Content, null, null);
        }

        var proof = await log.Proofs.InclusionAsync(index, size, cancellationToken);
        return new(
            index.ToString(CultureInfo.InvariantCulture),
            entry.Leaf,
            entry.Salt,
            entry.Content,
            null,
            [.. proof.Select(hash => Convert.ToBase64String(hash))]
        );
    }

    private static HeadLine Told(LoggedHead head) =>
        new(
            head.Schema,
            head.Target.Type,
            head.Target.Id,
            head.Number.ToString(CultureInfo.InvariantCulture),
            AuditEntryFactory.LeafHash(head.LastLeaf)
        );

    private static string Told(IReadOnlyDictionary<long, List<byte[]>> proofs)
    {
        var text = new StringBuilder();
        foreach (var (from, hashes) in proofs)
        {
            text.Append(CultureInfo.InvariantCulture, $"old {from}\n");
            hashes.ForEach(hash => text.Append(Convert.ToBase64String(hash)).Append('\n'));
        }

        return text.ToString();
    }

    private static string Line<T>(T value) => JsonSerializer.Serialize(value, Json) + "\n";

    private static async Task AddAsync(ZipArchive zip, string name, string text, CancellationToken cancellationToken)
    {
        await using var member = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await member.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }
}
