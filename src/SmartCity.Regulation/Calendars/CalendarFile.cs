using System.Security.Cryptography;
using System.Text.Json;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Tables;

namespace SmartCity.Regulation.Calendars;

/// <summary>
/// A year's days off as a file: JSON in the shape that the public collection holiday-cn has
/// (<c>{ year, papers, days: [{ name, date, isOffDay }] }</c>), or CSV with the columns name, date, isOffDay.
/// </summary>
/// <param name="Year">The year that the file names; null where it names none.</param>
/// <param name="Sha256">Of the file as received, lower-case hex.</param>
internal sealed record CalendarFile(int? Year, string Sha256, IReadOnlyList<ListedDay> Days)
{
    /// <summary>A real one has five thousand bytes.</summary>
    private const int LargestFile = 1 << 20;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    private static readonly string[] NameColumns = ["name", "名称", "节日", "节日名称"];
    private static readonly string[] DateColumns = ["date", "日期"];
    private static readonly string[] KindColumns = ["isoffday", "类型", "是否放假"];

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <returns>What the file lists, or why it is refused whole.</returns>
    public static async Task<Result<CalendarFile>> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var bytes = new byte[LargestFile + 1];
        int length;
        try
        {
            length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        }
        // The reader of forms throws no kind of its own; what derives from it tells of the connection or of the size.
        catch (IOException cutOff) when (cutOff.GetType() == typeof(IOException))
        {
            return Error.Invalid(
                "FILE_INCOMPLETE",
                new("文件没有传完，请重新上传。", "The file did not arrive whole; send it again.")
            );
        }

        if (length is 0 or > LargestFile)
        {
            return length == 0
                ? Error.Invalid("FILE_EMPTY", new("文件是空的。", "The file is empty."))
                : Error.Invalid(
                    "FILE_TOO_LARGE",
                    new(
                        $"文件超过 {LargestFile >> 20} MB 的上限；一年的放假安排只有几千字节。",
                        $"The file is larger than {LargestFile >> 20} MB; a year's notice has a few thousand bytes."
                    )
                );
        }

        var file = bytes.AsMemory(0, length);
        var text = file.Span.StartsWith(ByteOrderMark) ? file[ByteOrderMark.Length..] : file;
        var start = text.Span.TrimStart(" \t\r\n"u8);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Span));
        if (start.StartsWith("{"u8) || start.StartsWith("["u8))
        {
            return ReadJson(text, sha256);
        }

        return file.Span.Contains((byte)0) ? WrongType() : await ReadCsvAsync(file, sha256, cancellationToken);
    }

    private static Result<CalendarFile> ReadJson(ReadOnlyMemory<byte> text, string sha256)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            if (
                document.RootElement is not { ValueKind: JsonValueKind.Object } root
                || !root.TryGetProperty("days", out var days)
                || days.ValueKind != JsonValueKind.Array
            )
            {
                return Error.Invalid(
                    "CALENDAR_FILE_MALFORMED",
                    new(
                        "应为一个 JSON 对象，其中 days 是列表，每项有 name、date、isOffDay。",
                        "It is a JSON object whose days is a list of name, date and isOffDay."
                    )
                );
            }

            int? year = root.TryGetProperty("year", out var told)
                ? told.ValueKind == JsonValueKind.Number && told.TryGetInt32(out var number)
                    ? number
                    : 0
                : null;
            return new CalendarFile(
                year,
                sha256,
                [.. days.EnumerateArray().Take(NoticeCheck.MostDays + 1).Select(LineOf)]
            );
        }
        // Text that is not Unicode is found when it is read.
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return Error.Invalid("CALENDAR_FILE_MALFORMED", new("不是正确的 JSON。", "It is not correct JSON."));
        }
    }

    private static ListedDay LineOf(JsonElement line, int index) =>
        new($"days[{index}]", Text(line, "name"), Text(line, "date"), Truth(line, "isOffDay"));

    private static string? Text(JsonElement line, string name) =>
        Member(line, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static bool? Truth(JsonElement line, string name) =>
        Member(line, name)?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private static JsonElement? Member(JsonElement line, string name) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty(name, out var member) ? member : null;

    private static async Task<Result<CalendarFile>> ReadCsvAsync(
        ReadOnlyMemory<byte> file,
        string sha256,
        CancellationToken cancellationToken
    )
    {
        using var stream = new MemoryStream(file.ToArray(), writable: false);
        var opened = await TableFile.OpenAsync(
            stream,
            new TableLimits { LargestFile = LargestFile, MostRows = 2 * NoticeCheck.MostDays },
            cancellationToken
        );
        if (opened.IsFailure)
        {
            return opened.Failure;
        }

        using var table = opened.Value;
        if (!await table.ReadAsync(cancellationToken))
        {
            return table.Fault ?? NoHeader();
        }

        var (name, date, kind) = (
            Column(table.Row, NameColumns),
            Column(table.Row, DateColumns),
            Column(table.Row, KindColumns)
        );
        if (name < 0 || date < 0 || kind < 0)
        {
            return NoHeader();
        }

        var days = new List<ListedDay>();
        while (await table.ReadAsync(cancellationToken))
        {
            var row = table.Row;
            days.Add(new($"line {row.Line}", row[name].Text, row[date].Text.Trim(), KindOf(row[kind].Text.Trim())));
        }

        return table.Fault is { } fault ? fault : new CalendarFile(null, sha256, days);
    }

    private static int Column(TableRow header, string[] names)
    {
        for (var index = 0; index < header.Cells.Count; index++)
        {
            if (names.Contains(header[index].Text.Trim(), StringComparer.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool? KindOf(string text) =>
        text switch
        {
            "true" or "True" or "TRUE" or "1" or "是" or "放假" or "休" => true,
            "false" or "False" or "FALSE" or "0" or "否" or "上班" or "调休上班" or "班" => false,
            _ => null,
        };

    private static Error NoHeader() =>
        Error.Invalid(
            "CALENDAR_FILE_MALFORMED",
            new(
                "第一行应有 name、date、isOffDay 三列（或名称、日期、类型）。",
                "The first line has the columns name, date and isOffDay."
            )
        );

    private static Error WrongType() =>
        Error.Invalid(
            "CALENDAR_TYPE_NOT_ACCEPTED",
            new(
                "只接收 JSON 和 CSV，按内容判断，与扩展名无关。",
                "Accepted are JSON and CSV, judged by content and not by name."
            )
        );
}
