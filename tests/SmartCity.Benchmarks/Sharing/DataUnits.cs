using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SmartCity.Benchmarks.Frame;
using SmartCity.Demonstration;

namespace SmartCity.Benchmarks.Sharing;

/// <summary>The unit that gives data and the one that takes it, over HTTP, as partner systems do.</summary>
internal sealed class DataUnits : IDisposable
{
    private const string DataSharing = "api/v1/data-sharing";
    private const string Purpose = "dataVerification";

    // Names, identifier and types of what is shared.
    private static readonly (string Name, string Type, string? Identifier)[] Items =
    [
        ("code", "text", "unifiedCode"),
        ("name", "text", null),
        ("level", "integer", null),
        ("amount", "decimal", null),
        ("day", "date", null),
    ];

    private readonly Office provider;
    private readonly Office demander;
    private readonly Office bureau;
    private readonly HttpClient sending;
    private readonly HttpClient taking;
    private string? csv;

    private DataUnits(Office provider, Office demander, Office bureau, HttpClient sending, HttpClient taking)
    {
        (this.provider, this.demander, this.bureau) = (provider, demander, bureau);
        (this.sending, this.taking) = (sending, taking);
    }

    // Beijing time, which the service counts days by.
    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));

    private static string Date(int days) => Today.AddDays(days).ToString("O", CultureInfo.InvariantCulture);

    public static async Task<DataUnits> SignInAsync(Uri service, string folder, CancellationToken cancellationToken)
    {
        var accounts = await Workbench.AccountsAsync(folder, cancellationToken);
        return new(
            await Office.SignInAsync(service, accounts["civil-affairs.officer"], new(), cancellationToken),
            await Office.SignInAsync(service, accounts["health.officer"], new(), cancellationToken),
            await Office.SignInAsync(service, accounts["big-data.officer"], new(), cancellationToken),
            await ClientAsync(service, accounts["civil-affairs.officer"], cancellationToken),
            await ClientAsync(service, accounts["health.officer"], cancellationToken)
        );
    }

    /// <summary>Writes a file of that many rows, all different, none of them wrong.</summary>
    public static void WriteFile(string path, int rows)
    {
        using var file = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 16);
        file.Write("code,name,level,amount,day\n");
        for (var row = 0; row < rows; row++)
        {
            file.Write(
                string.Create(CultureInfo.InvariantCulture, $"6104{row:00000000},街道{row % 100},3,{row % 1000}.50,")
            );
            file.Write(string.Create(CultureInfo.InvariantCulture, $"2026-{(row % 12) + 1:00}-{(row % 28) + 1:00}\n"));
        }
    }

    /// <returns>The id of a published resource.</returns>
    public async Task<Guid> PublishAsync(CancellationToken cancellationToken)
    {
        var items = Items.Select(item =>
            (JsonNode)
                new JsonObject
                {
                    ["name"] = item.Name,
                    ["title"] = item.Name,
                    ["type"] = item.Type,
                    ["identifier"] = item.Identifier,
                }
        );
        var sheet = new JsonObject
        {
            ["title"] = "街道台账",
            ["summary"] = "街道及其年度金额。",
            ["subject"] = "cityComponent",
            ["items"] = new JsonArray([.. items]),
            ["cadence"] = "monthly",
            ["cadenceNotice"] = "咸民函〔2026〕12号",
            ["shareType"] = "unconditional",
            ["recipients"] = new JsonArray(),
            ["scope"] = "全市行政机关和公共企事业单位",
            ["uses"] = new JsonArray(Purpose),
            ["channels"] = new JsonArray("batchDownload"),
            ["secrecyReview"] = "不涉及国家秘密。",
        };
        var made = await MakeAsync(provider, "resources", new() { ["sheet"] = sheet }, cancellationToken);
        await ActAsync(provider, $"resources/{made}", "publication", cancellationToken);
        return made;
    }

    /// <summary>Agrees with the bureau and takes a grant for every item.</summary>
    public async Task GrantAsync(Guid resource, CancellationToken cancellationToken)
    {
        var terms = new JsonObject
        {
            ["purposes"] = new JsonArray(Purpose),
            ["retentionDays"] = 365,
            ["channels"] = new JsonArray("batchDownload"),
            ["protectionDuties"] = "专人保管。",
            ["validFrom"] = Date(0),
            ["validUntil"] = Date(30),
        };
        var agreement = await MakeAsync(demander, "agreements", new() { ["terms"] = terms }, cancellationToken);
        await ActAsync(bureau, $"agreements/{agreement}", "signature", cancellationToken);
        var asked = new JsonObject
        {
            ["resource"] = resource,
            ["agreement"] = agreement,
            ["terms"] = new JsonObject
            {
                ["purpose"] = Purpose,
                ["duty"] = "核对台账。",
                ["items"] = new JsonArray([.. Items.Select(item => (JsonNode)item.Name)]),
                ["users"] = new JsonArray(),
            },
        };
        var grant = await MakeAsync(demander, "grants", asked, cancellationToken);
        csv = $"{DataSharing}/resources/{resource}/rows.csv?grant={grant}&purpose={Purpose}";
    }

    /// <summary>Sends a file as the next version of the data.</summary>
    public async Task SendAsync(Guid resource, string path, CancellationToken cancellationToken)
    {
        var before = await provider.ReadAsync($"{DataSharing}/resources/{resource}", cancellationToken);
        await using var file = File.OpenRead(path);
        using var form = new MultipartFormDataContent { { new StreamContent(file, 1 << 16), "file", "rows.csv" } };
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"{DataSharing}/resources/{resource}/data-versions?dataAsOf={Date(0)}"
        );
        request.Content = form;
        request.Headers.IfMatch.Add(new($"\"{before.Version}\""));
        using var answer = await sending.SendAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(cancellationToken));
        }
    }

    /// <summary>Takes everything as CSV and counts its lines.</summary>
    public async Task<long> TakeAsync(CancellationToken cancellationToken)
    {
        using var answer = await taking.GetAsync(
            new Uri(csv!, UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        return await LinesAsync(body, cancellationToken);
    }

    /// <summary>Reads to the end, as the baseline is read too.</summary>
    public static async Task<long> LinesAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        long lines = 0;
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0; )
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        return lines;
    }

    public void Dispose()
    {
        provider.Dispose();
        demander.Dispose();
        bureau.Dispose();
        sending.Dispose();
        taking.Dispose();
    }

    private static async Task<HttpClient> ClientAsync(
        Uri service,
        DemonstrationAccount account,
        CancellationToken cancellationToken
    )
    {
        var token = await new PersonSignIn(service).SignInAsync(account.UserName, account.Password, cancellationToken);
        var client = new HttpClient { BaseAddress = service, Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        return client;
    }

    private static async Task<Guid> MakeAsync(
        Office office,
        string what,
        JsonObject body,
        CancellationToken cancellationToken
    )
    {
        var answer = await office.MakeAsync(
            $"{DataSharing}/{what}",
            body,
            $"{what}-{TimeProvider.System.GetTimestamp()}",
            cancellationToken
        );
        return answer.IsAccepted ? answer.Id : throw new InvalidOperationException(answer.Body.ToJsonString());
    }

    private static async Task ActAsync(Office office, string path, string act, CancellationToken cancellationToken)
    {
        var before = await office.ReadAsync($"{DataSharing}/{path}", cancellationToken);
        var answer = await office.ChangeAsync(
            HttpMethod.Post,
            $"{DataSharing}/{path}/{act}",
            null,
            before.Version,
            cancellationToken
        );
        if (!answer.IsAccepted)
        {
            throw new InvalidOperationException(answer.Body.ToJsonString());
        }
    }
}
