using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.EndToEndTests.Host;

namespace SmartCity.EndToEndTests.Line;

/// <summary>The sample lists over HTTP: every row that is taken, and every one that is not with its place and reason.</summary>
public sealed class ImportTests
{
    private const string Imports = "api/v1/approval/declaration-imports";

    /// <summary>The faulty rows of the samples: place among the rows, column, code, article.</summary>
    private static readonly (int Place, string Column, string Code, int Article)[] Faulty =
    [
        (8, "E", "NATURE_UNKNOWN", 3),
        (11, "L", "DATE_UNREADABLE", 6),
        (19, "H", "AMOUNT_NEGATIVE", 6),
        (28, "D", "PROJECT_KIND_UNKNOWN", 3),
        (34, "F", "UNIT_UNKNOWN", 2),
        (52, "H", "AMOUNT_FINER_THAN_FEN", 6),
        (54, "F", "UNIT_OUT_OF_SCOPE", 2),
        (55, "F", "UNIT_OUT_OF_SCOPE", 2),
        (56, "F", "UNIT_UNKNOWN", 2),
        (62, "C", "REQUIRED", 6),
        (64, "F", "UNIT_UNKNOWN", 2),
        (65, "H", "AMOUNT_UNREADABLE", 6),
        (66, "B", "ROW_TWICE", 6),
        (70, "M", "OUT_OF_RANGE", 6),
        (72, "H", "AMOUNT_UNIT_CONTRADICTS", 6),
        (74, "F", "UNIT_UNKNOWN", 2),
        (77, "F", "UNIT_UNKNOWN", 2),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Import_WhenTheSamplesAreSentInEveryForm_ThenEachRowIsInOnceAndEachFaultIsTold(DatabaseKind kind)
    {
        await using var service = await DemonstrationService.StartAsync(kind);
        using var office = await service.ClientOfAsync("informatization.officer");

        var spreadsheet = await ImportAsync(office, "declaration-list-2026.xlsx");
        var chinese = await ImportAsync(office, "declaration-list-2026-gb18030.csv");
        var unicode = await ImportAsync(office, "declaration-list-2026-utf8.csv");

        Counts(spreadsheet).ShouldBe((79, 62, 0, 0, 17));
        Counts(chinese).ShouldBe((79, 0, 62, 0, 17));
        Counts(unicode).ShouldBe((79, 0, 62, 0, 17));
        Faults(spreadsheet, firstLine: 7).ShouldBe(Faulty);
        Faults(chinese, firstLine: 5).ShouldBe(Faulty);
        Faults(unicode, firstLine: 5).ShouldBe(Faulty);
    }

    [Fact]
    public async Task Import_WhenTheFileIsNoList_ThenAProblemAndNothingElse()
    {
        await using var service = await DemonstrationService.StartAsync(DatabaseKind.Sqlite);
        using var office = await service.ClientOfAsync("informatization.officer");
        using var expert = await service.ClientOfAsync("expert-1");
        byte[] old =
        [
            0xD0,
            0xCF,
            0x11,
            0xE0,
            0xA1,
            0xB1,
            0x1A,
            0xE1,
            .. System.Text.Encoding.Unicode.GetBytes("Workbook"),
        ];

        using var refused = await SendAsync(office, "清单.xlsx", old);
        using var denied = await SendAsync(expert, "清单.csv", "项目名称"u8.ToArray());
        using var empty = await office.PostAsync(new Uri(Imports, UriKind.Relative), null, Cancellation);

        await refused.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "OLD_SPREADSHEET");
        await denied.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "WRONG_AUTHORITY");
        await empty.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "FILE_REQUIRED");
    }

    [Fact]
    public async Task Import_WhenTheTemplateIsSentBack_ThenItsHeaderIsUnderstood()
    {
        await using var service = await DemonstrationService.StartAsync(DatabaseKind.Sqlite);
        using var office = await service.ClientOfAsync("informatization.officer");
        var template = await office.GetByteArrayAsync(new Uri($"{Imports}/template", UriKind.Relative), Cancellation);

        using var answer = await SendAsync(office, "模板.csv", template);

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "NO_ROWS");
    }

    private static (int, int, int, int, int) Counts(JsonElement report) =>
        (
            report.GetProperty("rows").GetInt32(),
            report.GetProperty("drafted").GetInt32(),
            report.GetProperty("alreadyImported").GetInt32(),
            report.GetProperty("differing").GetInt32(),
            report.GetProperty("refused").GetInt32()
        );

    private static List<(int, string, string, int)> Faults(JsonElement report, int firstLine) =>
        [
            .. from line in report.GetProperty("lines").EnumerateArray()
            from reason in line.GetProperty("reasons").EnumerateArray()
            select (
                line.GetProperty("line").GetInt32() - firstLine + 1,
                reason.GetProperty("column").GetString()!,
                reason.GetProperty("code").GetString()!,
                reason.GetProperty("article").GetInt32()
            ),
        ];

    private static async Task<JsonElement> ImportAsync(HttpClient client, string sample)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Samples", sample);
        using var response = await SendAsync(client, sample, await File.ReadAllBytesAsync(file, Cancellation));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Cancellation));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string name, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", name } };
        return await client.PostAsync(new Uri(Imports, UriKind.Relative), form, Cancellation);
    }
}
