using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using SmartCity.BuildingBlocks.Files;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Tables;
using SmartCity.Modules.DataSharing.Domain.Catalogue;

namespace SmartCity.Modules.DataSharing.Application.Catalogue;

/// <summary>A CSV file in the file store, read against the items of its resource, record by record.</summary>
internal sealed class DataFile(IFileStore files, string sha256, IReadOnlyList<ResourceItem> items, Language language)
{
    // Enough to see what is wrong with a file, and no more than a person reads.
    private const int MostErrors = 20;

    private const int BytesAtOnce = 64 * 1024;

    /// <summary>Keeps what is sent; a file that was cut off is refused, and text that is not UTF-8 with its line.</summary>
    public static async Task<Result<StoredFile>> KeepAsync(
        IFileStore files,
        Stream content,
        Language language,
        CancellationToken cancellationToken
    )
    {
        await using var watched = new Utf8Watch(content);
        var stored = await files.SaveAsync(watched, cancellationToken);
        if (watched.IsCutOff)
        {
            return Error.Invalid(
                "FILE_INCOMPLETE",
                new("文件没有传完，请重新上传。", "The file did not arrive whole; send it again.")
            );
        }

        if (watched.BrokenLine is { } line)
        {
            var text = new LocalizedText(
                $"第 {line} 行不是 UTF-8 编码，请另存为 UTF-8 的 CSV 后重新上传。",
                $"Line {line} is not UTF-8; save the file as CSV in UTF-8 and send it again."
            );
            return Error.Invalid([new($"lines[{line}]", "NOT_UTF8", text.In(language))]);
        }

        return stored;
    }

    /// <summary>Reads the whole file; every wrong cell is told by line and item, up to a screenful.</summary>
    public async Task<Result> CheckAsync(CancellationToken cancellationToken)
    {
        using var reader = Open();
        var csv = new CsvReader(reader);
        var errors = new List<FieldError>();
        var isHeader = true;
        var hasRows = false;
        while (errors.Count < MostErrors)
        {
            if (!await csv.ReadAsync(cancellationToken))
            {
                break;
            }

            if (isHeader && !IsHeader(csv))
            {
                errors.Add(HeaderWrong(csv.Line));
                break;
            }

            if (!isHeader)
            {
                CheckRow(csv, errors);
            }

            hasRows = !isHeader;
            isHeader = false;
        }

        if (csv.Fault is { } fault)
        {
            errors.Add(new($"lines[{csv.Line}]", "CSV_MALFORMED", fault.In(language)));
        }
        else if (isHeader && errors.Count == 0)
        {
            errors.Add(HeaderWrong(1));
        }
        else if (!hasRows && errors.Count == 0)
        {
            // Data that became empty by a slip would be shared as such.
            var text = new LocalizedText("文件只有表头，没有数据行。", "The file has a header and no rows.");
            errors.Add(new("lines[2]", "NO_ROWS", text.In(language)));
        }

        return errors.Count == 0 ? Result.Success : Error.Invalid(errors);
    }

    /// <summary>Each row, once the file was checked; one is good until the next is taken.</summary>
    /// <exception cref="InvalidDataException">The file is not the one that was checked.</exception>
    public async IAsyncEnumerable<CsvReader> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = Open();
        var csv = new CsvReader(reader);
        await csv.ReadAsync(cancellationToken);
        while (await csv.ReadAsync(cancellationToken))
        {
            yield return csv;
        }

        if (csv.Fault is not null)
        {
            throw new InvalidDataException($"{sha256} is no longer what was checked.");
        }
    }

    private StreamReader Open() =>
        new(files.Open(sha256)!, new UTF8Encoding(false, throwOnInvalidBytes: true), true, BytesAtOnce);

    private bool IsHeader(CsvReader csv)
    {
        for (var cell = 0; cell < csv.Count; cell++)
        {
            if (cell >= items.Count || !csv[cell].SequenceEqual(items[cell].Name))
            {
                return false;
            }
        }

        return csv.Count == items.Count;
    }

    private FieldError HeaderWrong(int line)
    {
        var names = string.Join(',', items.Select(item => item.Name));
        var text = new LocalizedText(
            $"第一行应为表头，依次是：{names}。",
            $"The first line is the header, in this order: {names}."
        );
        return new($"lines[{line}]", "HEADER_MISMATCH", text.In(language));
    }

    private void CheckRow(CsvReader csv, List<FieldError> errors)
    {
        if (csv.Count != items.Count)
        {
            var text = new LocalizedText(
                $"第 {csv.Line} 行有 {csv.Count} 列，应为 {items.Count} 列。",
                $"Line {csv.Line} has {csv.Count} columns, not {items.Count}."
            );
            errors.Add(new($"lines[{csv.Line}]", "COLUMN_COUNT", text.In(language)));
            return;
        }

        for (var cell = 0; cell < items.Count && errors.Count < MostErrors; cell++)
        {
            if (WrongIn(items[cell], csv[cell]) is var (code, chinese, english))
            {
                var text = new LocalizedText(
                    $"第 {csv.Line} 行“{items[cell].Title}”{chinese}",
                    $"Line {csv.Line}, {items[cell].Name}: {english}"
                );
                errors.Add(new($"lines[{csv.Line}].{items[cell].Name}", code, text.In(language)));
            }
        }
    }

    private static (string Code, string Chinese, string English)? WrongIn(ResourceItem item, ReadOnlySpan<char> cell)
    {
        if (cell.Length == 0)
        {
            return item.Identifier is null ? null : ("REQUIRED", "是标识项，不得为空。", "the identifier is missing.");
        }

        return item.Type switch
        {
            ItemType.Integer when !IsInteger(cell) => ("NOT_AN_INTEGER", "应为整数。", "not a whole number."),
            ItemType.Decimal when !IsDecimal(cell) => ("NOT_A_DECIMAL", "应为小数。", "not a decimal number."),
            ItemType.Date when !IsDate(cell) => (
                "NOT_A_DATE",
                "应为 2026-12-31 形式的日期。",
                "not a date as 2026-12-31."
            ),
            _ when !TextRules.IsClean(cell) => ("UNPRINTABLE", "含有控制字符。", "it holds control characters."),
            _ => null,
        };
    }

    private static bool IsInteger(ReadOnlySpan<char> cell) =>
        long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsDecimal(ReadOnlySpan<char> cell) =>
        decimal.TryParse(
            cell,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out _
        );

    private static bool IsDate(ReadOnlySpan<char> cell) =>
        DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
