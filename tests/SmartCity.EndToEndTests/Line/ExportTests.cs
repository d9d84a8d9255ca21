using System.Net;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;

namespace SmartCity.EndToEndTests.Line;

/// <summary>Every list as a file: the same rows in the same order, for the same readers, sent as they are read.</summary>
public sealed class ExportTests(DemonstrationFixture demonstration) : IClassFixture<DemonstrationFixture>
{
    private const string AuditEntries = "api/v1/security/audit-entries";
    private const string Exports = "api/v1/security/exports";
    private const string Auditor = "audit.officer";
    private const string Seeded = "seeded";

    /// <summary>More than what the buffers between the two sides hold.</summary>
    private const int Many = 50_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Export_WhenTheTourIsOver_ThenEveryListComesWholeToEachReader(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        await new Tour(stage).WalkAsync();

        var faults = new List<string>();
        var rows = 0;
        // Whoever oversees leaves an entry by each page that he reads: of entries the office's list stands still.
        foreach (
            var (account, isAsked) in new (string, Predicate<string>)[]
            {
                (Auditor, list => list != AuditEntries),
                ("informatization.officer", list => list == AuditEntries),
                ("health.officer", _ => true),
            }
        )
        {
            using var client = await service.ClientOfAsync(account);
            client.DefaultRequestHeaders.AcceptLanguage.Add(new("en"));
            foreach (var list in (await ListsAsync(service)).Where(list => isAsked(list)))
            {
                var items = await AllItemsAsync(client, list);
                if (items is null)
                {
                    continue;
                }

                rows += items.Count;
                var csv = ExportedFile.LinesOf(await BytesAsync(client, $"{list}/export?format=csv"));
                faults.AddRange(Differences(items, csv[1..]).Select(one => $"{account} {list}: {one}"));
                var xlsx = await BytesAsync(client, $"{list}/export?format=xlsx");
                faults.AddRange(
                    FaultsOf(xlsx, csv, LinesLeftByAnExport(list)).Select(one => $"{account} {list}: {one}")
                );
            }
        }

        faults.ShouldBeEmpty();
        rows.ShouldBeGreaterThan(200);
    }

    [Fact]
    public async Task Export_WhenAskedByAnybody_ThenAnsweredAsTheListIs()
    {
        string[] accounts =
        [
            "",
            "administrator",
            Auditor,
            "health.officer",
            "finance.officer",
            "contractor.officer",
            "enterprise.officer",
            "sanyuan.officer",
        ];
        var answers = new List<(string Who, string List, string Export)>();
        foreach (var account in accounts)
        {
            using var client =
                account.Length == 0
                    ? new HttpClient { BaseAddress = demonstration.Service.Address }
                    : await demonstration.Service.ClientOfAsync(account);
            foreach (var list in await ListsAsync(demonstration.Service))
            {
                answers.Add(
                    (
                        $"{account} {list}",
                        await AnswerAsync(client, list),
                        await AnswerAsync(client, $"{list}/export?format=csv")
                    )
                );
            }
        }

        answers.Where(one => one.List != one.Export).ShouldBeEmpty();
        answers
            .Select(one => one.List)
            .Distinct()
            .Order()
            .ShouldBe(["200", "401 UNAUTHENTICATED", "403 WRONG_AUTHORITY"]);
    }

    [Fact]
    public async Task Export_WhenTheFilterIsWrong_ThenAnsweredAsTheListIs()
    {
        var wrong = $"text={new string('a', 500)}";

        var list = await AnswerAsync(demonstration.Health, $"api/v1/approval/declarations?{wrong}");
        var export = await AnswerAsync(demonstration.Health, $"api/v1/approval/declarations/export?format=csv&{wrong}");

        (list, export).ShouldBe(("400 INVALID_INPUT", "400 INVALID_INPUT"));
    }

    [Fact]
    public async Task Export_WhenANameIsAFormula_ThenDefusedInCsvAndTextInXlsx()
    {
        const string Formula = "=HYPERLINK(\"http://example.invalid\",\"甲\")";
        using var stage = demonstration.Service.StageFor(new Narrator(TextWriter.Null));
        await stage.StartAsync();
        var sheet = new JsonObject { ["projectName"] = Formula };
        var made = await stage.MakeAsync(
            "health.officer",
            "起草",
            "api/v1/approval/declarations",
            new JsonObject { ["sheet"] = sheet }
        );
        made.Codes.ShouldBeEmpty();

        const string Path = "api/v1/approval/declarations/export?text=HYPERLINK&format=";
        var csv = ExportedFile.LinesOf(await BytesAsync(demonstration.Health, Path + "csv"));
        var xlsx = await BytesAsync(demonstration.Health, Path + "xlsx");

        csv[0].Take(4).ShouldBe(["系统编号", "申报编号", "状态", "项目名称"]);
        csv[0].ShouldContain("总投资（元）");
        csv[1].ShouldContain("草拟");
        csv[1].ShouldContain("'" + Formula);
        TextsOf(xlsx)[1].ShouldContain(Formula);
    }

    [Theory, EveryDatabase]
    public async Task Export_WhenTheListIsLong_ThenItsBeginningArrivesBeforeItsEndIsRead(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        await service.LayDownAuditEntriesAsync(Seeded, Many);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        using var client = await service.ClientOfAsync(Auditor);

        using var response = await SeededAsync(client);
        var body = await response.Content.ReadAsStreamAsync(Cancellation);
        await body.ReadExactlyAsync(new byte[4096], Cancellation);
        var export = await ExportOfAsync(stage, response);
        var meanwhile = await stage.ReadAsync(Auditor, export);
        await DrainAsync(body);
        var afterwards = await stage.AwaitAsync(Auditor, export, one => StateOf(one) != "open");

        StateOf(meanwhile).ShouldBe("open");
        StateOf(afterwards).ShouldBe("complete");
        afterwards["rowsSent"]!.GetValue<long>().ShouldBe(Many);
        (afterwards["list"]!.GetValue<string>(), afterwards["filter"]!.GetValue<string>()).ShouldBe(
            ($"/{AuditEntries}", $"objectType={Seeded}")
        );
    }

    [Theory, EveryDatabase]
    public async Task Export_WhenTheClientBreaksOff_ThenTheRecordSaysHowFarItCame(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        await service.LayDownAuditEntriesAsync(Seeded, Many);
        using var stage = service.StageFor(new Narrator(TextWriter.Null));
        string export;
        using (var client = await service.ClientOfAsync(Auditor))
        using (var response = await SeededAsync(client))
        {
            export = await ExportOfAsync(stage, response);
        }

        var closed = await stage.AwaitAsync(Auditor, export, one => StateOf(one) != "open");
        var entries = await stage.ReadAsync(
            Auditor,
            $"{AuditEntries}?objectType=export&objectId={closed["id"]!.GetValue<string>()}"
        );

        StateOf(closed).ShouldBe("brokenOff");
        closed["rowsSent"]!.GetValue<long>().ShouldBeInRange(0, Many - 1);
        entries["items"]!
            .AsArray()
            .Select(entry => $"{entry!["command"]} {entry["outcome"]}")
            .ShouldBe(["security.complete-export accepted", "security.begin-export accepted"]);
    }

    [Fact]
    public async Task Export_WhenTooManyRunAtOnce_ThenTheNextWaits()
    {
        await using var service = await DemonstrationService.StartAsync(DatabaseKind.Sqlite);
        await service.LayDownAuditEntriesAsync(Seeded, Many);
        using var client = await service.ClientOfAsync(Auditor);
        using var other = await service.ClientOfAsync("informatization.officer");
        var running = new List<HttpResponseMessage>();
        for (var number = 1; number <= 4; number++)
        {
            running.Add(await SeededAsync(client));
        }

        using var fifth = await SeededAsync(client);
        using var others = await SeededAsync(other);

        running.Select(one => one.StatusCode).Distinct().ShouldBe([HttpStatusCode.OK]);
        fifth.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        fifth.Headers.RetryAfter.ShouldNotBeNull();
        others.StatusCode.ShouldBe(HttpStatusCode.OK);
        running.ForEach(one => one.Dispose());
    }

    private static Task<HttpResponseMessage> SeededAsync(HttpClient client) =>
        client.GetAsync(
            new Uri($"{AuditEntries}/export?format=csv&objectType={Seeded}", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead,
            Cancellation
        );

    /// <summary>Where the record of the export stands, by the receipt that came before the first byte.</summary>
    private static async Task<string> ExportOfAsync(Stage stage, HttpResponseMessage response)
    {
        var receipt = response.Headers.GetValues("Receipt").Single();
        var entry = await stage.ReadAsync(Auditor, $"{AuditEntries}/{receipt}");
        return $"{Exports}/{entry["objectId"]!.GetValue<string>()}";
    }

    private static string StateOf(JsonNode export) => export["state"]!.GetValue<string>();

    private static async Task DrainAsync(Stream body)
    {
        var buffer = new byte[1 << 16];
        while (await body.ReadAsync(buffer, Cancellation) > 0)
        {
            // Until the end.
        }
    }

    /// <summary>The path of every list that the description knows; each has its export beside it.</summary>
    private static async Task<List<string>> ListsAsync(DemonstrationService service)
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        var document = JsonNode.Parse(
            await client.GetStringAsync(new Uri("openapi/v1.json", UriKind.Relative), Cancellation)
        )!;
        var paths = document["paths"]!.AsObject();
        // A list below one object is asked for where that object is made.
        var lists = paths
            .Where(path => !path.Key.Contains('{'))
            .Where(path =>
                path.Value!["get"]?["responses"]?["200"]?["content"]?["application/json"]?["schema"]?["$ref"]
                    is { } schema
                && schema.GetValue<string>().StartsWith("#/components/schemas/PageOf", StringComparison.Ordinal)
            )
            .Select(path => path.Key)
            .ToList();
        lists.Count.ShouldBeGreaterThanOrEqualTo(25);
        lists.Where(list => !paths.ContainsKey($"{list}/export")).ShouldBeEmpty();
        return [.. lists.Select(list => list.TrimStart('/'))];
    }

    /// <summary>Every item of a list, page by page; null where the account may not list it.</summary>
    private static async Task<List<JsonObject>?> AllItemsAsync(HttpClient client, string list)
    {
        var items = new List<JsonObject>();
        var after = "";
        do
        {
            using var response = await client.GetAsync(
                new Uri($"{list}?limit=7{after}", UriKind.Relative),
                Cancellation
            );
            if (response.StatusCode == HttpStatusCode.Forbidden)
            {
                return null;
            }

            response.EnsureSuccessStatusCode();
            var page = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
            items.AddRange(page["items"]!.AsArray().Select(item => item!.AsObject()));
            after = page["next"] is { } next ? $"&after={next.GetValue<string>()}" : "";
        } while (after.Length > 0);

        return items;
    }

    private static IEnumerable<string> Differences(List<JsonObject> items, List<List<string>> lines)
    {
        if (items.Count != lines.Count)
        {
            yield return $"{lines.Count} lines for {items.Count} items";
            yield break;
        }

        foreach (var (item, line) in items.Zip(lines))
        {
            if (item.Count != line.Count)
            {
                yield return $"{line.Count} cells for {item.Count} members";
                continue;
            }

            foreach (
                var (member, cell) in item.Zip(line)
                    // How far the log has come with an entry changes by itself between the list and its file.
                    .Where(pair => pair.First.Key != "log" && !ExportedFile.Shows(pair.Second, pair.First.Value))
            )
            {
                yield return $"{member.Key} {member.Value} is shown as {cell}";
            }
        }
    }

    // The CSV that came before stands in the lists of what was done, above what stood there.
    private static int LinesLeftByAnExport(string list) =>
        list switch
        {
            AuditEntries => 2,
            Exports => 1,
            _ => 0,
        };

    /// <summary>What another reader finds wrong with a workbook, and where it has not the lines of the CSV.</summary>
    private static List<string> FaultsOf(byte[] file, List<List<string>> csv, int newer)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var faults = new OpenXmlValidator()
            .Validate(workbook, Cancellation)
            .Select(error => $"{error.Path?.XPath} {error.Description}")
            .ToList();
        var lines = TextsOf(file);
        lines.RemoveRange(1, newer);
        // Ids and names are text in both; the heading is the same.
        if (lines.Count != csv.Count || !lines[0].SequenceEqual(csv[0]))
        {
            faults.Add($"{lines.Count} lines in the workbook, {csv.Count} in the CSV");
        }
        else if (!lines.Select(line => line[0]).SequenceEqual(csv.Select(line => line[0])))
        {
            faults.Add("the first column differs between workbook and CSV");
        }

        return faults;
    }

    private static List<List<string>> TextsOf(byte[] file)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return
        [
            .. workbook
                .WorkbookPart!.WorksheetParts.Single()
                .Worksheet!.Descendants<Row>()
                .Select(row =>
                    row.Elements<Cell>()
                        .Select(cell => cell.CellValue?.Text ?? cell.InlineString?.Text?.Text ?? "")
                        .ToList()
                ),
        ];
    }

    private static async Task<byte[]> BytesAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return bytes;
    }

    /// <summary>The status, and the code of a problem.</summary>
    private static async Task<string> AnswerAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        return response.IsSuccessStatusCode
            ? $"{(int)response.StatusCode}"
            : $"{(int)response.StatusCode} {JsonNode.Parse(text)!["code"]!.GetValue<string>()}";
    }
}
