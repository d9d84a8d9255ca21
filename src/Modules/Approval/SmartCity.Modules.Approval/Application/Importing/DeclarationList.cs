using System.Globalization;
using System.Text.RegularExpressions;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Tables;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Importing;

/// <summary>Something that a person should look at; it keeps no row out.</summary>
/// <param name="Line">Null where it concerns the whole file.</param>
internal sealed record ListWarning(int? Line, string Code, LocalizedText Message);

/// <summary>
/// A list of projects as an office keeps it: title rows, a header, a row for each project, totals and notes. Totals are
/// compared with their rows; what is not read as a project is told.
/// </summary>
internal sealed partial class DeclarationList
{
    private const int LongestShown = 40;

    private readonly List<TableRow> rows = [];
    private readonly List<ListWarning> warnings = [];
    private readonly Dictionary<ListField, Sums> sums = [];

    private DeclarationList(ListHeader header, int? year, bool isCsv) => (Header, Year, IsCsv) = (header, year, isCsv);

    public ListHeader Header { get; }

    /// <summary>The year that the title names.</summary>
    public int? Year { get; }

    /// <summary>All its cells are texts, whatever they were before they were saved.</summary>
    public bool IsCsv { get; }

    /// <summary>One for each project, in the order of the list.</summary>
    public IReadOnlyList<TableRow> Rows => rows;

    public IReadOnlyList<ListWarning> Warnings => warnings;

    /// <returns>The list, or why the file is refused whole.</returns>
    public static async Task<Result<DeclarationList>> ReadAsync(TableReader table, CancellationToken cancellationToken)
    {
        var captions = new List<string>();
        TableRow? first = null;
        while (first is null && await table.ReadAsync(cancellationToken) && table.Row.Line <= ListHeader.LatestLine)
        {
            if (ListHeader.IsHeader(table.Row))
            {
                first = table.Row;
            }
            else
            {
                captions.AddRange(table.Row.Cells.Where(cell => !cell.IsSpread).Select(cell => cell.Text));
            }
        }

        if (table.Fault is not null || first is null)
        {
            return table.Fault ?? NoHeader();
        }

        var hasMore = await table.ReadAsync(cancellationToken);
        var second = hasMore && ListHeader.IsSecondRow(first, table.Row) ? table.Row : null;
        var header = ListHeader.Read(first, second, captions);
        if (header.IsFailure)
        {
            return header.Failure;
        }

        var list = new DeclarationList(header.Value, YearIn(captions), isCsv: table.Sheet is null);
        for (
            hasMore = second is null ? hasMore : await table.ReadAsync(cancellationToken);
            hasMore;
            hasMore = await table.ReadAsync(cancellationToken)
        )
        {
            list.Take(table.Row);
        }

        return table.Fault is { } fault ? fault : list.Complete(table);
    }

    private Result<DeclarationList> Complete(TableReader table)
    {
        if (rows.Count == 0)
        {
            return Error.Invalid("NO_ROWS", new("表头下面没有项目。", "There is no project below the header."));
        }

        foreach (var (index, text) in Header.Unknown)
        {
            warnings.Add(
                new(
                    Header.Line,
                    "COLUMN_NOT_READ",
                    new(
                        $"{ColumnLetters.Of(index)} 列“{Shown(text)}”不认识，没有导入。",
                        $"Column {ColumnLetters.Of(index)} ({Shown(text)}) is not known and was not read."
                    )
                )
            );
        }

        foreach (var sheet in table.OtherSheets)
        {
            warnings.Add(
                new(
                    null,
                    "SHEET_NOT_READ",
                    new(
                        $"只读第一张工作表，“{Shown(sheet)}”没有导入。",
                        $"Only the first worksheet is read; {Shown(sheet)} was not."
                    )
                )
            );
        }

        return this;
    }

    private void Take(TableRow row)
    {
        var said = row
            .Cells.Where(cell => !cell.IsBlank && !cell.IsSpread)
            .Select(cell => ListText.Condensed(cell.Text));
        var texts = said.ToList();
        if (ListHeader.IsHeader(row) || texts.TrueForAll(text => text.Length == 0))
        {
            return;
        }

        if (TotalForm().Match(texts[0]) is { Success: true } total && IsNoProject(row))
        {
            CompareTotal(row, total.Value);
        }
        else if (IsNote(row, texts))
        {
            warnings.Add(
                new(
                    row.Line,
                    "LINE_NOT_READ",
                    new(
                        $"第 {row.Line} 行不是项目，没有导入：{Shown(texts[0])}",
                        $"Line {row.Line} is no project and was not read: {Shown(texts[0])}"
                    )
                )
            );
        }
        else
        {
            rows.Add(row);
            AddUp(row);
        }
    }

    // A total has no project, or repeats its own word in the merged cell of the name.
    private bool IsNoProject(TableRow row)
    {
        var name = ListText.Condensed(row[Header.Of(ListField.ProjectName)!.Index].Text);
        return name.Length == 0 || TotalForm().IsMatch(name);
    }

    // One text alone, and not in the column of names: a heading between groups, a note, who filled it in.
    private bool IsNote(TableRow row, List<string> texts)
    {
        var name = row[Header.Of(ListField.ProjectName)!.Index];
        var lead = row[Header.Of(ListField.LeadUnit)!.Index];
        var isAlone = texts.Count == 1 && (name.IsBlank || name.IsSpread);
        return isAlone || (NoteForm().IsMatch(texts[0]) && (lead.IsBlank || lead.IsSpread));
    }

    private void AddUp(TableRow row)
    {
        foreach (var column in Header.Columns.Where(column => column.Field.IsAmount()))
        {
            var sum = sums.TryGetValue(column.Field, out var before) ? before : sums[column.Field] = new();
            var cell = row[column.Index];
            if (ListText.SaysNothing(cell.Text) && cell.Kind != CellKind.FormulaWithoutValue)
            {
                continue;
            }

            if (!cell.SpansRows && CellReading.TryAmount(cell, column.Unit!, out var amount, out _))
            {
                sum.Add(amount);
            }
            else
            {
                sum.MarkUnknown();
            }
        }
    }

    private void CompareTotal(TableRow row, string word)
    {
        var isPart = word.StartsWith("小计", StringComparison.Ordinal);
        foreach (var column in Header.Columns.Where(column => column.Field.IsAmount()))
        {
            var cell = row[column.Index];
            var sum = sums.GetValueOrDefault(column.Field) ?? new();
            if (
                !ListText.SaysNothing(cell.Text)
                && !cell.IsSpread
                && Difference(cell, column, sum, isPart) is { } difference
            )
            {
                warnings.Add(new(row.Line, "TOTAL_DIFFERS", difference));
            }

            sum.BeginPart();
        }
    }

    private static LocalizedText? Difference(TableCell cell, ListColumn column, Sums sum, bool isPart)
    {
        if (!CellReading.TryAmount(cell, column.Unit!, out var stated, out _))
        {
            return new(
                $"{column.Letters} 列“{column.Text}”的合计“{Shown(cell.Text)}”不是金额，无法核对。",
                $"The total in column {column.Letters} is no amount and cannot be compared."
            );
        }

        if (isPart ? sum.IsPartUnknown : sum.IsUnknown)
        {
            return new(
                $"{column.Letters} 列“{column.Text}”有看不懂的金额，合计 {stated} 元无法核对。",
                $"Column {column.Letters} has amounts that cannot be read; its total of {stated} yuan cannot be compared."
            );
        }

        var added = isPart ? sum.Part : sum.All;
        return added == stated.Fen
            ? null
            : new(
                $"{column.Letters} 列“{column.Text}”写的合计是 {stated} 元，各行相加是 {InYuan(added)} 元，请核对。",
                $"Column {column.Letters} states a total of {stated} yuan; its rows add up to {InYuan(added)}."
            );
    }

    private static string InYuan(Int128 fen) =>
        string.Create(CultureInfo.InvariantCulture, $"{fen / 100}.{fen % 100:00}");

    private static string Shown(string text) => text.Length <= LongestShown ? text : $"{text[..LongestShown]}…";

    private static int? YearIn(IEnumerable<string> captions)
    {
        var years = captions
            .Select(caption => TitleYear().Match(ListText.Condensed(caption)))
            .Where(match => match.Success)
            .Select(match => int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture))
            .Distinct()
            .ToList();
        return years is [var year] ? year : null;
    }

    private static Error NoHeader() =>
        Error.Invalid(
            "LIST_HEADER_NOT_FOUND",
            new(
                $"前 {ListHeader.LatestLine} 行里没有找到表头：应有“项目名称”“牵头单位”等列，用逗号分隔（CSV）或各占一格（XLSX）。",
                $"No header was found in the first {ListHeader.LatestLine} lines: it names 项目名称, 牵头单位 and so on, a column each."
            )
        );

    [GeneratedRegex("^(合计|总计|小计|共计|总合计)", RegexOptions.CultureInvariant)]
    private static partial Regex TotalForm();

    [GeneratedRegex(
        "^(注[:1一]|备注:|说明:|填表|填报|制表|审核|单位负责人|联系人:|联系电话:|[一二三四五六七八九十]+、|\\([一二三四五六七八九十]+\\))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NoteForm();

    [GeneratedRegex(@"(?<year>20\d\d)年(度|新型|信息化|项目|申报|计划)", RegexOptions.CultureInvariant)]
    private static partial Regex TitleYear();

    /// <summary>What the rows of one column add up to: all of them, and those since the last total.</summary>
    private sealed class Sums
    {
        public Int128 All { get; private set; }

        public Int128 Part { get; private set; }

        public bool IsUnknown { get; private set; }

        public bool IsPartUnknown { get; private set; }

        public void Add(Money amount) => (All, Part) = (All + amount.Fen, Part + amount.Fen);

        public void MarkUnknown() => (IsUnknown, IsPartUnknown) = (true, true);

        public void BeginPart() => (Part, IsPartUnknown) = (0, false);
    }
}
