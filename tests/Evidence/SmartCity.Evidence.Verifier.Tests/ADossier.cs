using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SmartCity.Evidence.Log;

namespace SmartCity.Evidence.Tests;

/// <summary>
/// A dossier as the service exports it, of objects with a few entries each, in a log where other leaves stand between; a
/// test changes what it likes before it is written.
/// </summary>
internal sealed class ADossier
{
    private readonly List<(string Type, string Id, List<JsonObject> Lines)> objects = [];
    private readonly List<string> heads = [];

    public ALog Log { get; init; } = new();

    public Signer Witness { get; init; } = new("witness.example/audit", NoteKeyType.Cosignature);

    /// <summary>The checkpoint that the dossier is taken under.</summary>
    public string Checkpoint { get; set; } = "";

    public string? Cosigned { get; set; }

    public string? Consistency { get; set; }

    public string? HeadsNote { get; set; }

    /// <summary>The lines of <c>successions.jsonl</c>, where the log took another one's place.</summary>
    public List<string> Successions { get; } = [];

    /// <summary>The keys of logs that the person trusts beside this one's.</summary>
    public List<string> OlderLogKeys { get; } = [];

    public List<JsonObject> Lines { get; } = [];

    public Dictionary<string, byte[]> Documents { get; } = [];

    public List<string> DocumentLines { get; } = [];

    /// <summary>Two objects of three entries each, other leaves between them, the whole cosigned.</summary>
    public static ADossier OfTwoObjects(ALog? log = null, bool isCosigned = true)
    {
        var dossier = new ADossier { Log = log ?? new() };
        for (var number = 1; number <= 3; number++)
        {
            dossier.Append("declaration", "A", number);
            dossier.Log.Leaves.Add([(byte)number]);
            dossier.Append("declaration", "B", number);
        }

        dossier.Seal(isCosigned);
        return dossier;
    }

    /// <summary>Reads the entry of an object; the line of the dossier.</summary>
    public JsonObject Line(string id, int number) =>
        Lines.Single(line =>
            line["leaf"] is { } text
            && JsonNode.Parse((string)text!)! is var leaf
            && (string)leaf["objectId"]! == id
            && (string)leaf["number"]! == $"{number}"
        );

    /// <param name="content">What the entry tells; where it names something, the leaf is of form 2.</param>
    public void Append(string type, string id, int number, string? content = null)
    {
        var found = objects.FindIndex(one => one.Type == type && one.Id == id);
        if (found < 0)
        {
            found = objects.Count;
            objects.Add((type, id, []));
        }

        var lines = objects[found].Lines;
        var previous = lines.Count == 0 ? new string('0', 64) : HashOf((string)lines[^1]["leaf"]!);
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var form = content is null ? 1 : 2;
        content ??= $$"""{"command":"approval.submit","number":{{number}}}""";
        var leaf = LeafOf(type, id, number, previous, Commitment(salt, content), form);
        lines.Add(
            new()
            {
                ["index"] = Log.Leaves.Count.ToString(CultureInfo.InvariantCulture),
                ["leaf"] = leaf,
                ["salt"] = salt,
                ["content"] = content,
                ["erased"] = null,
                ["proof"] = null,
            }
        );
        Log.Leaves.Add(Encoding.UTF8.GetBytes(leaf));
    }

    /// <summary>A dossier whose last entry of A names these documents, and no other does.</summary>
    public static ADossier Naming(params (string Id, byte[] Content)[] documents)
    {
        var dossier = OfTwoObjects();
        dossier.Append("declaration", "A", 4, ContentNaming(documents));
        dossier.Seal(isCosigned: true);
        return dossier;
    }

    /// <summary>A dossier of two objects of whose entries one was erased by an entry that stands last in the log.</summary>
    /// <param name="names">The entry that the erasing one names, where it is another.</param>
    /// <param name="isBefore">The erasing entry stands before the one that it names.</param>
    public static ADossier Erasing(
        string id,
        int number,
        (string Id, int Number)? names = null,
        string outcome = "Accepted",
        int form = 2,
        bool isBefore = false
    )
    {
        var dossier = OfTwoObjects(isCosigned: false);
        var (namedId, namedNumber) = names ?? (id, number);
        var leaf = (string)dossier.Line(namedId, namedNumber)["leaf"]!;
        var entry = (string)JsonNode.Parse(leaf)!["entry"]!;
        var content =
            $$"""{"command":"security.erase-content","namedErasure":{"basis":"个人信息保护法第四十七条","document":"咸信办函〔2026〕8号","entry":"{{entry}}","hash":"{{HashOf(leaf)}}","reason":"撤回同意"},"outcome":"{{outcome}}"}""";
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var erasing = LeafOf("erasure", "E", 1, new string('0', 64), Commitment(salt, content), form);
        // In the place of a leaf that belongs to nobody, or behind them all.
        var index = isBefore ? 1 : dossier.Log.Leaves.Count;
        if (isBefore)
        {
            dossier.Log.Leaves[index] = Encoding.UTF8.GetBytes(erasing);
        }
        else
        {
            dossier.Log.Leaves.Add(Encoding.UTF8.GetBytes(erasing));
        }

        dossier.Seal(isCosigned: true);
        var line = dossier.Line(id, number);
        (line["salt"], line["content"]) = (null, null);
        line["erased"] = new JsonObject
        {
            ["index"] = index.ToString(CultureInfo.InvariantCulture),
            ["leaf"] = erasing,
            ["salt"] = salt,
            ["content"] = content,
            ["erased"] = null,
            ["proof"] = new JsonArray([
                .. dossier
                    .Log.InclusionProof(index, dossier.Log.Leaves.Count)
                    .Select(hash => JsonValue.Create(Convert.ToBase64String(hash))),
            ]),
        };
        return dossier;
    }

    public static string ContentNaming(params (string Id, byte[] Content)[] documents)
    {
        var named = documents.Select(one =>
            $$"""{"id":"{{one.Id}}","sha256":"{{Sha256(one.Content)}}","size":"{{one.Content.Length}}"}"""
        );
        return $$"""{"command":"approval.submit","namedDocuments":[{{string.Join(',', named)}}]}""";
    }

    public static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Takes the dossier under a checkpoint of the log as it now is.</summary>
    public void Seal(bool isCosigned)
    {
        var size = Log.Leaves.Count;
        Checkpoint = isCosigned ? Log.Checkpoint(size, Witness) : Log.Checkpoint(size);
        Lines.Clear();
        heads.Clear();
        foreach (
            var (type, id, lines) in objects
                .OrderBy(one => one.Type, StringComparer.Ordinal)
                .ThenBy(one => one.Id, StringComparer.Ordinal)
        )
        {
            foreach (var line in lines)
            {
                var index = int.Parse((string)line["index"]!, CultureInfo.InvariantCulture);
                line["proof"] = new JsonArray([
                    .. Log.InclusionProof(index, size).Select(hash => JsonValue.Create(Convert.ToBase64String(hash))),
                ]);
                Lines.Add((JsonObject)line.DeepClone());
            }

            heads.Add(
                $$"""{"schema":"approval","objectType":"{{type}}","objectId":"{{id}}","number":"{{lines.Count}}","hash":"{{HashOf((string)lines[^1]["leaf"]!)}}"}"""
            );
        }

        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"smartcity.evidence/heads/v1\n{Log.Name}\n{size}\n{Convert.ToBase64String(Log.Root(size))}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Joined(heads))))}\n"
        );
        if (Successions.Count > 0)
        {
            var stated = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Joined(Successions))));
            text += $"successions {stated}\n";
        }

        HeadsNote = $"{text}\n{Log.Key.Line(text)}";
    }

    public static string LeafOf(string type, string id, int number, string previous, string commitment, int form = 1) =>
        $$"""{"at":"2026-01-05T08:30:00.000000Z","commitment":"{{commitment}}","entry":"018f0000-0000-7000-8000-00000000{{number:d4}}","form":{{form}},"number":"{{number}}","objectId":"{{id}}","objectType":"{{type}}","previous":"{{previous}}","schema":"approval"}""";

    public static string HashOf(string leaf) =>
        Convert.ToHexStringLower(SHA256.HashData([0x00, .. Encoding.UTF8.GetBytes(leaf)]));

    public static string Commitment(string salt, string content) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(salt), .. Encoding.UTF8.GetBytes(content)]));

    public static string Joined(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + '\n'));

    /// <summary>Runs the verifier's command over the dossier.</summary>
    /// <param name="known">A checkpoint that the person holds.</param>
    /// <param name="asksWitness">Whether the policy demands the witness.</param>
    /// <param name="sm2Key">The log's SM2 key, where its line is demanded.</param>
    public (ExitCode ExitCode, string Output) Verify(
        string? known = null,
        bool asksWitness = true,
        string? sm2Key = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("smartcity-dossier-").FullName;
        try
        {
            var file = Path.Combine(folder, "dossier.zip");
            Write(file);
            List<string> arguments = ["verify", file, "--language", "en", "--log-key", Log.Key.Public.ToString()];
            foreach (var key in OlderLogKeys)
            {
                arguments.AddRange(["--log-key", key]);
            }

            if (asksWitness)
            {
                arguments.AddRange(["--witness-key", Witness.Public.ToString()]);
            }

            if (sm2Key is not null)
            {
                arguments.AddRange(["--sm2-key", sm2Key]);
            }

            if (known is not null)
            {
                File.WriteAllText(Path.Combine(folder, "known"), known);
                arguments.AddRange(["--known", Path.Combine(folder, "known")]);
            }

            var output = new StringWriter();
            var exitCode = VerifierCommandLine.Run(arguments, output, output);
            return (exitCode, output.ToString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Write(string file)
    {
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        Add("checkpoint", Checkpoint);
        Add("cosigned-checkpoint", Cosigned);
        Add("consistency", Consistency);
        Add("heads", HeadsNote);
        Add("heads.jsonl", Joined(heads));
        Add("successions.jsonl", Successions.Count == 0 ? null : Joined(Successions));
        Add("entries.jsonl", Joined(Lines.Select(line => (string?)line[DossierTests.RawLine] ?? line.ToJsonString())));
        Add("documents.jsonl", DocumentLines.Count == 0 ? null : Joined(DocumentLines));
        foreach (var (name, content) in Documents)
        {
            using var member = zip.CreateEntry($"documents/{name}").Open();
            member.Write(content);
        }

        void Add(string name, string? content)
        {
            if (content is not null)
            {
                using var member = zip.CreateEntry(name).Open();
                member.Write(Encoding.UTF8.GetBytes(content));
            }
        }
    }
}
