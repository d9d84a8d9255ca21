using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;

namespace SmartCity.EndToEndTests.Line;

/// <summary>Shared data over HTTP: sent as a file, taken by pages or as CSV, refused the moment a ground for it is gone.</summary>
public sealed class DataSharingTests
{
    private const string DataSharing = "api/v1/data-sharing";
    private const string Provider = "civil-affairs.officer";
    private const string Demander = "health.officer";
    private const string Bureau = "big-data.officer";
    private const string Header = "code,name,level,parent_code\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Divisions =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "administrative-divisions-2023.csv"));

    [Theory, EveryDatabase]
    public async Task Upload_WhenOneRowIsBad_ThenToldByLineAndColumnAndNothingIsStored(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var stage = await StageAsync(service);
        var resource = await PublishedAsync(stage);

        var answer = await UploadAsync(stage, resource, Header + "610000,陕西省,1,\n610400,咸阳市,二,610000\n");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        var error = answer.Body["errors"]!.AsArray().ShouldHaveSingleItem()!;
        error["field"]!.GetValue<string>().ShouldBe("lines[3].level");
        error["code"]!.GetValue<string>().ShouldBe("NOT_AN_INTEGER");
        (await stage.ReadAsync(Provider, resource))["dataVersions"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Upload_WhenTheFormIsCutOffOrTooLargeOrNone_ThenToldSo()
    {
        await using var service = await DemonstrationService.StartAsync(DatabaseKind.Sqlite);
        using var stage = await StageAsync(service);
        var resource = await PublishedAsync(stage);
        const string Part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";

        var cutOff = await SendFormAsync(service, stage, resource, Encoding.UTF8.GetBytes(Part + Header));
        var tooLarge = await SendFormAsync(service, stage, resource, new byte[(50 << 20) + (1 << 20)]);
        var none = await SendFormAsync(service, stage, resource, "--b--\r\n"u8.ToArray());

        (cutOff.Status, cutOff.Code).ShouldBe((HttpStatusCode.BadRequest, "FILE_INCOMPLETE"));
        (tooLarge.Status, tooLarge.Code).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "BODY_TOO_LARGE"));
        (none.Status, none.Code).ShouldBe((HttpStatusCode.BadRequest, "FILE_REQUIRED"));
        (await stage.ReadAsync(Provider, resource))["dataVersions"]!.AsArray().ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Rows_WhenTheDivisionsAreTaken_ThenPagesAndCsvGiveThemAllWithAReceiptEach(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var stage = await StageAsync(service);
        var divisions = Divisions;
        var shared = await SharedAsync(stage, divisions);

        var receipts = new List<string>();
        var byPages = new StringBuilder("code,name\r\n");
        var after = "";
        do
        {
            var page = await stage.ReadAsync(Demander, $"{shared.Rows}&limit=1000{after}");
            receipts.Add(page["receipt"]!.GetValue<string>());
            foreach (var row in page["rows"]!.AsArray())
            {
                byPages.Append(CultureInfo.InvariantCulture, $"{row!["code"]},{row["name"]}\r\n");
            }

            after = page["next"] is { } next ? $"&after={next}" : "";
        } while (after.Length > 0);

        using var client = await service.ClientOfAsync(Demander);
        using var csv = await client.GetAsync(new Uri(shared.Csv, UriKind.Relative), Cancellation);
        receipts.Add(csv.Headers.GetValues("Receipt").Single());
        var text = await csv.Content.ReadAsStringAsync(Cancellation);

        string[] lines = divisions.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3349);
        text.ShouldBe(string.Concat(lines.Select(line => string.Join(',', line.Split(',')[..2]) + "\r\n")));
        byPages.ToString().ShouldBe(text);
        receipts.Distinct().Count().ShouldBe(5);
        foreach (var receipt in receipts)
        {
            var entry = await stage.ReadAsync(Demander, $"api/v1/security/audit-entries/{receipt}");
            entry["command"]!.GetValue<string>().ShouldBe("data-sharing.begin-retrieval");
        }
    }

    [Theory, EveryDatabase]
    public async Task Csv_WhenTheClientBreaksOff_ThenTheRetrievalIsClosedAsBrokenOff(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var stage = await StageAsync(service);
        // More than what the buffers between the two sides hold, which would grow as long as the rows come fast.
        const int Rows = 4000;
        const int ReceiveBuffer = 64 * 1024;
        var many = new StringBuilder(Header);
        for (var number = 0; number < Rows; number++)
        {
            many.Append(number).Append(',').Append('长', 1200).Append(",4,610402\n");
        }

        var shared = await SharedAsync(stage, many.ToString());
        using (var client = await service.ClientOfAsync(Demander, ReceiveBuffer))
        using (
            var response = await client.GetAsync(
                new Uri(shared.Csv, UriKind.Relative),
                HttpCompletionOption.ResponseHeadersRead,
                Cancellation
            )
        )
        {
            var body = await response.Content.ReadAsStreamAsync(Cancellation);
            await body.ReadExactlyAsync(new byte[4096], Cancellation);
        }

        var closed = await stage.AwaitAsync(
            Demander,
            $"{DataSharing}/retrievals",
            list => list["items"]!.AsArray() is [{ } only] && only["state"]!.GetValue<string>() != "open"
        );

        closed["items"]![0]!["state"]!.GetValue<string>().ShouldBe("brokenOff");
        closed["items"]![0]!["rowsSent"]!.GetValue<long>().ShouldBeInRange(1, Rows - 1);
    }

    [Theory, EveryDatabase]
    public async Task Rows_WhenAGroundIsGone_ThenTheNextCallIsRefused(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var stage = await StageAsync(service);
        var lawful = await SharedAsync(stage, Header + "610000,陕西省,1,\n");
        var revoked = await SharedAsync(stage, Header + "610000,陕西省,1,\n");
        var ended = await SharedAsync(stage, Header + "610000,陕西省,1,\n");
        await RefusedAsync(stage, lawful, []);

        await RefusedAsync(stage, lawful with { Purpose = "workReference" }, ["PURPOSE_MISMATCH"]);
        await RefusedAsync(stage, lawful with { Grant = revoked.Grant }, ["NOT_FOUND"]);
        await ActAsync(stage, $"grants/{revoked.Grant}", "revocation", "职责划转。");
        await RefusedAsync(stage, revoked, ["GRANT_NOT_IN_FORCE"]);
        await ActAsync(stage, $"agreements/{ended.Agreement}", "end", "不再需要。");
        await RefusedAsync(stage, ended, ["AGREEMENT_REQUIRED"]);
        await stage.PassTimeAsync(stage.Today.AddDays(30), "协议的最后一天");
        await RefusedAsync(stage, lawful, []);
        await stage.PassTimeAsync(stage.Today.AddDays(1), "协议到期");
        await RefusedAsync(stage, lawful, ["AGREEMENT_EXPIRED"]);
    }

    private static async Task<Stage> StageAsync(DemonstrationService service)
    {
        var stage = service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();
        return stage;
    }

    /// <summary>By pages and as CSV alike.</summary>
    private static async Task RefusedAsync(Stage stage, Shared shared, string[] codes)
    {
        var page = await stage.TellAsync(Demander, "在线查询", shared.Rows);
        var csv = await (await stage.AtAsync(Demander)).DownloadAsync(shared.Csv, Cancellation);

        page.Codes.ShouldBe(codes);
        csv.Codes.ShouldBe(codes);
    }

    private static async Task ActAsync(Stage stage, string path, string act, string reason)
    {
        var done = await stage.ChangeAsync(
            Bureau,
            "办理",
            $"{DataSharing}/{path}",
            act,
            new JsonObject { ["reason"] = reason }
        );
        done.Codes.ShouldBeEmpty();
    }

    private static async Task<(HttpStatusCode Status, string Code)> SendFormAsync(
        DemonstrationService service,
        Stage stage,
        string resource,
        byte[] form
    )
    {
        using var client = await service.ClientOfAsync(Provider);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{resource}/data-versions?dataAsOf={stage.Date()}")
        {
            Content = new ByteArrayContent(form),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        request.Headers.IfMatch.Add(new("\"2\""));
        // The service answers before a body that is too large was sent.
        request.Headers.ExpectContinue = true;
        using var response = await client.SendAsync(request, Cancellation);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
        var code = problem["errors"]?[0]?["code"] ?? problem["code"]!;
        return (response.StatusCode, code.GetValue<string>());
    }

    internal static async Task<Shared> SharedAsync(Stage stage, string csv)
    {
        var resource = await PublishedAsync(stage);
        (await UploadAsync(stage, resource, csv)).Codes.ShouldBeEmpty();
        var terms = new JsonObject
        {
            ["purposes"] = new JsonArray("dataVerification"),
            ["retentionDays"] = 365,
            ["channels"] = new JsonArray("onlineQuery", "batchDownload"),
            ["protectionDuties"] = "专人保管。",
            ["validFrom"] = stage.Date(),
            ["validUntil"] = stage.Date(30),
        };
        var agreement = await stage.MakeAsync(
            Demander,
            "提出协议",
            $"{DataSharing}/agreements",
            new JsonObject { ["terms"] = terms }
        );
        await stage.ChangeAsync(Bureau, "签订协议", $"{DataSharing}/agreements/{agreement.Id}", "signature");
        var grant = await stage.MakeAsync(
            Demander,
            "申请授权",
            $"{DataSharing}/grants",
            new JsonObject
            {
                ["resource"] = resource.Split('/')[^1],
                ["agreement"] = agreement.Id,
                ["terms"] = new JsonObject
                {
                    ["purpose"] = "dataVerification",
                    ["duty"] = "核对病例现住址。",
                    ["items"] = new JsonArray("code", "name"),
                    ["users"] = new JsonArray(),
                },
            }
        );
        return new(resource, agreement.Id, grant.Id, "dataVerification");
    }

    /// <returns>The path of a published resource, at version 2.</returns>
    private static async Task<string> PublishedAsync(Stage stage)
    {
        var sheet = new JsonObject
        {
            ["title"] = "行政区划代码",
            ["summary"] = "省、地、县三级行政区划。",
            ["subject"] = "cityComponent",
            ["items"] = new JsonArray(
                Item("code", "text", "unifiedCode"),
                Item("name", "text", null),
                Item("level", "integer", null),
                Item("parent_code", "text", null)
            ),
            ["cadence"] = "monthly",
            ["cadenceNotice"] = "咸民函〔2026〕12号",
            ["shareType"] = "unconditional",
            ["recipients"] = new JsonArray(),
            ["scope"] = "全市行政机关和公共企事业单位",
            ["uses"] = new JsonArray("workReference", "dataVerification"),
            ["channels"] = new JsonArray("onlineQuery", "batchDownload"),
            ["secrecyReview"] = "不涉及国家秘密。",
        };
        var made = await stage.MakeAsync(
            Provider,
            "登记资源",
            $"{DataSharing}/resources",
            new JsonObject { ["sheet"] = sheet }
        );
        var path = $"{DataSharing}/resources/{made.Id}";
        (await stage.ChangeAsync(Provider, "发布资源", path, "publication")).Codes.ShouldBeEmpty();
        return path;
    }

    private static Task<Answer> UploadAsync(Stage stage, string resource, string csv) =>
        stage.AttachAsync(
            Provider,
            "上传数据",
            resource,
            $"data-versions?dataAsOf={stage.Date()}",
            "divisions.csv",
            csv
        );

    private static JsonObject Item(string name, string type, string? identifier) =>
        new()
        {
            ["name"] = name,
            ["title"] = name,
            ["type"] = type,
            ["identifier"] = identifier,
        };

    /// <summary>A resource with data, and by what it may be taken.</summary>
    internal sealed record Shared(string Resource, Guid Agreement, Guid Grant, string Purpose)
    {
        public string Rows => $"{Resource}/rows?grant={Grant}&purpose={Purpose}";

        public string Csv => $"{Resource}/rows.csv?grant={Grant}&purpose={Purpose}";
    }
}
