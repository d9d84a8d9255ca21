using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SmartCity.Demonstration;
using SmartCity.EndToEndTests.Away;

namespace SmartCity.EndToEndTests.Evidence;

/// <summary>What a program said, and what it ended with.</summary>
internal sealed record Said(int ExitCode, string Text);

/// <summary>
/// The service in the demonstration, a witness beside it and the verifier, each a process of its own. What the auditor does
/// he does over HTTP and offline.
/// </summary>
internal sealed partial class EvidencePrograms : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(120);
    private readonly Uri witnessAddress;
    private readonly (string Key, string Value)[] settings;
    private Process witness;
    private ProcessGuard guard;

    private EvidencePrograms(
        string folder,
        string logKey,
        string witnessKey,
        Process witness,
        Uri witnessAddress,
        (string Key, string Value)[] settings
    )
    {
        (Folder, LogKey, WitnessKey, this.settings) = (folder, logKey, witnessKey, settings);
        (this.witness, guard, this.witnessAddress) = (witness, new(witness), witnessAddress);
    }

    public string Folder { get; }

    public string LogKey { get; private set; }

    /// <summary>Of the logs whose place this one took.</summary>
    public List<string> OlderLogKeys { get; } = [];

    public string WitnessKey { get; }

    /// <summary>The log's SM2 key, where the auditor demands that line too.</summary>
    public string? Sm2Key { get; set; }

    public string Database => Path.Combine(Folder, "smartcity.db");

    public StandingService Service { get; private set; } = null!;

    public HttpClient Auditor { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string WitnessData => Path.Combine(Folder, "witness");

    /// <param name="settings">What the service has otherwise than by default.</param>
    public static async Task<EvidencePrograms> StartAsync(params (string Key, string Value)[] settings)
    {
        var folder = TestFolder.New();
        var database = Path.Combine(folder, "smartcity.db");
        // The first start makes the log's key; the witness has to know its public half before it is asked.
        string logKey;
        await using (var first = await StandingService.StartAsync(database, folder))
        {
            using var auditor = await AuditorAsync(first, folder);
            logKey = (await LogAsync(auditor)).GetProperty("publicKey").GetString()!;
        }

        var data = Path.Combine(folder, "witness");
        var made = await RunAsync("smartcity-witness.dll", "create-key", "witness.example/audit", "--data", data);
        made.ExitCode.ShouldBe(0, made.Text);
        var (process, address) = await ServeWitnessAsync(data, "http://127.0.0.1:0", logKey);
        var programs = new EvidencePrograms(folder, logKey, made.Text.Trim(), process, address, settings);
        await programs.StartServiceAsync();
        return programs;
    }

    public async Task StartServiceAsync()
    {
        Service = await StandingService.StartAsync(
            Database,
            Folder,
            [
                ("Evidence:Witnesses:0:Url", witnessAddress.ToString()),
                ("Evidence:Witnesses:0:Key", WitnessKey),
                .. settings,
            ]
        );
        Auditor = await AuditorAsync(Service, Folder);
    }

    public async Task StopServiceAsync()
    {
        Auditor.Dispose();
        await Service.DisposeAsync();
    }

    /// <summary>The operator puts a copy of the database in its place; the service is stopped.</summary>
    public void Restore(string backup)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var ending in new[] { "-wal", "-shm" })
        {
            File.Delete(Database + ending);
        }

        File.Copy(backup, Database, overwrite: true);
    }

    /// <summary>The operator lets a new log take the log's place, with the service stopped.</summary>
    /// <returns>What the command said; where it was done, the log is the new one.</returns>
    public async Task<ProgramRun> SucceedAsync(string origin, string head, string reason)
    {
        var said = await ProgramRun.OfAsync(
            [
                "succeed-evidence-log",
                origin,
                LogKey,
                head,
                "市政府信息办主任",
                "网络安全法第二十一条",
                reason,
                "--database",
                Database,
                "--environment",
                "Demonstration",
            ],
            Folder,
            ("Security:KeysFolder", Path.Combine(Folder, "keys")),
            ("Files:Folder", Path.Combine(Folder, "files")),
            ("Evidence:Witnesses:0:Url", witnessAddress.ToString()),
            ("Evidence:Witnesses:0:Key", WitnessKey)
        );
        if (said.Exit == 0)
        {
            OlderLogKeys.Add(LogKey);
            LogKey = said.Output.Split("Public key: ")[1].Trim();
        }

        return said;
    }

    /// <summary>The audit office switches its machine off.</summary>
    public async Task StopWitnessAsync()
    {
        witness.Kill();
        await witness.WaitForExitAsync(Cancellation);
    }

    /// <summary>And on again, with what it remembers.</summary>
    /// <param name="logKeys">The logs that it cosigns; the one it began with where none is named.</param>
    public async Task StartWitnessAsync(params string[] logKeys)
    {
        string[] keys = logKeys.Length == 0 ? [.. OlderLogKeys, LogKey] : logKeys;
        await guard.DisposeAsync();
        witness.Dispose();
        (witness, _) = await ServeWitnessAsync(WitnessData, witnessAddress.GetLeftPart(UriPartial.Authority), keys);
        guard = new(witness);
    }

    /// <summary>What <c>/health/ready</c> tells of the log.</summary>
    public async Task<JsonElement> EvidenceHealthAsync()
    {
        var report = await Auditor.GetFromJsonAsync<JsonElement>("health/ready", Cancellation);
        return report.GetProperty("evidence");
    }

    /// <summary>
    /// Waits until the log holds every entry so far and the witness has cosigned it. The office looks, whose reading leaves
    /// no entry: an auditor who looked would himself make the log grow.
    /// </summary>
    /// <returns>The cosigned size.</returns>
    public async Task<long> CosignedAsync(Guid lastReceipt)
    {
        var newest = (await LookAsync("audit-entries?limit=1"))["items"]![0]!["id"]!.GetValue<Guid>();
        var size = 0L;
        await StandingService.UntilAsync(async () =>
        {
            foreach (var receipt in new[] { lastReceipt, newest })
            {
                if ((await LookAsync($"evidence/receipts/{receipt}"))["state"]!.GetValue<string>() != "sequenced")
                {
                    return false;
                }
            }

            var log = await LookAsync("evidence/log");
            size = log["size"]!.GetValue<long>();
            return size == log["cosignedSize"]!.GetValue<long>();
        });
        return size;

        Task<JsonNode> LookAsync(string path) =>
            Service.Stage.ReadAsync("informatization.officer", $"api/v1/security/{path}");
    }

    /// <summary>The newest entry of a command, as the list tells it.</summary>
    public async Task<JsonElement> NewestEntryAsync(string command)
    {
        var page = await Auditor.GetFromJsonAsync<JsonElement>(
            $"api/v1/security/audit-entries?command={command}&limit=1",
            Cancellation
        );
        return page.GetProperty("items")[0];
    }

    public Task<JsonElement> ReceiptAsync(Guid entry) =>
        Auditor.GetFromJsonAsync<JsonElement>($"api/v1/security/evidence/receipts/{entry}", Cancellation);

    /// <summary>Takes the dossier of an object and verifies it offline.</summary>
    /// <param name="alter">What somebody does to the file before it is verified.</param>
    public async Task<Said> VerifyDossierAsync(
        string objectType,
        string objectId,
        string? known = null,
        Action<string>? alter = null
    )
    {
        var file = Path.Combine(Folder, "dossier.zip");
        await File.WriteAllBytesAsync(
            file,
            await Auditor.GetByteArrayAsync($"api/v1/security/dossiers/{objectType}/{objectId}", Cancellation),
            Cancellation
        );
        alter?.Invoke(file);
        return await VerifyAsync("verify", file, known);
    }

    /// <summary>Copies the whole log as anybody may, and verifies it offline.</summary>
    public async Task<Said> VerifyWholeLogAsync(string? known = null)
    {
        var mirror = Directory.CreateDirectory(Path.Combine(Folder, Path.GetRandomFileName())).FullName;
        using var anybody = new HttpClient { BaseAddress = Service.Address };
        var checkpoint = await anybody.GetStringAsync("tlog/checkpoint", Cancellation);
        var size = int.Parse(checkpoint.Split('\n')[1], System.Globalization.CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(Path.Combine(mirror, "checkpoint"), checkpoint, Cancellation);
        for (var tile = 0; tile * 256 < size; tile++)
        {
            var width = Math.Min(256, size - (tile * 256));
            var place = width == 256 ? $"{tile:d3}" : $"{tile:d3}.p/{width}";
            foreach (var path in new[] { $"tile/0/{place}", $"tile/entries/{place}" })
            {
                var target = Path.Combine(mirror, path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                await File.WriteAllBytesAsync(
                    target,
                    await anybody.GetByteArrayAsync($"tlog/{path}", Cancellation),
                    Cancellation
                );
            }
        }

        return await VerifyAsync("verify-log", mirror, known);
    }

    /// <summary>The last checkpoint that the witness has cosigned, fetched from the witness itself.</summary>
    public async Task<string> KnownAsync()
    {
        using var client = new HttpClient { BaseAddress = witnessAddress };
        var origin = LogKey.Split('+')[0];
        var hash = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(origin))
        );
        var file = Path.Combine(Folder, "known-checkpoint");
        await File.WriteAllTextAsync(
            file,
            await client.GetStringAsync($"{hash}/checkpoint", Cancellation),
            Cancellation
        );
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        await StopServiceAsync();
        if (!witness.HasExited)
        {
            witness.Kill();
            await witness.WaitForExitAsync(CancellationToken.None);
        }

        await guard.DisposeAsync();
        witness.Dispose();
    }

    private Task<Said> VerifyAsync(string command, string what, string? known)
    {
        List<string> arguments = [command, what, "--language", "en", "--witness-key", WitnessKey];
        foreach (var key in OlderLogKeys.Append(LogKey))
        {
            arguments.AddRange(["--log-key", key]);
        }

        if (Sm2Key is not null)
        {
            arguments.AddRange(["--sm2-key", Sm2Key]);
        }

        if (known is not null)
        {
            arguments.AddRange(["--known", known]);
        }

        return RunAsync("smartcity-verifier.dll", [.. arguments]);
    }

    private static Task<JsonElement> LogAsync(HttpClient client) =>
        client.GetFromJsonAsync<JsonElement>("api/v1/security/evidence/log", Cancellation);

    private static async Task<HttpClient> AuditorAsync(StandingService service, string folder)
    {
        var accounts = await DemonstrationAccount.ReadAsync(
            Path.Combine(folder, "demonstration-accounts.json"),
            Cancellation
        );
        var auditor = accounts["audit.officer"];
        var token = await new PersonSignIn(service.Address).SignInAsync(
            auditor.UserName,
            auditor.Password,
            Cancellation
        );
        var client = new HttpClient { BaseAddress = service.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.AccessToken);
        return client;
    }

    private static async Task<(Process Process, Uri Address)> ServeWitnessAsync(
        string data,
        string urls,
        params string[] logKeys
    )
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(LongestWait);
        var process = Start(
            "smartcity-witness.dll",
            ["serve", "--data", data, "--urls", urls, .. logKeys.SelectMany(key => new[] { "--log-key", key })]
        );
        while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                return (process, new(match.Groups["address"].Value));
            }
        }

        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(deadline.Token));
    }

    private static async Task<Said> RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var (output, errors) = (
            process.StandardOutput.ReadToEndAsync(Cancellation),
            process.StandardError.ReadToEndAsync(Cancellation)
        );
        await process.WaitForExitAsync(Cancellation);
        return new(process.ExitCode, await output + await errors);
    }

    private static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)")]
    private static partial Regex Listening();
}
