using System.Text.RegularExpressions;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Tables;

namespace SmartCity.Modules.Approval.Application.Importing;

/// <summary>One column that is understood.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Text">The header as the list writes it.</param>
/// <param name="Unit">Of amounts only.</param>
internal sealed record ListColumn(ListField Field, int Index, string Text, AmountUnit? Unit)
{
    public string Letters => ColumnLetters.Of(Index);
}

/// <summary>
/// The header of a list, found below its title rows by its words. It may have two rows: a heading over several columns
/// and theirs below it. The unit of amounts is what the header says, or a caption such as 单位：万元 above it; a list that
/// says neither is refused.
/// </summary>
internal sealed partial class ListHeader
{
    /// <summary>A list whose title is longer is none that an office sends.</summary>
    public const int LatestLine = 40;

    private const int FewestColumns = 3;

    private readonly Dictionary<ListField, ListColumn> columns = [];
    private readonly List<(int Index, string Text)> unknown = [];

    private ListHeader(int line, int lastLine) => (Line, LastLine) = (line, lastLine);

    public int Line { get; }

    /// <summary>The second row of the header where it has one.</summary>
    public int LastLine { get; }

    /// <summary>Columns whose words are not understood.</summary>
    public IReadOnlyList<(int Index, string Text)> Unknown => unknown;

    public IEnumerable<ListColumn> Columns => columns.Values.OrderBy(column => column.Index);

    public ListColumn? Of(ListField field) => columns.GetValueOrDefault(field);

    /// <summary>Is this row a header? It names the project and at least two more things that lists tell.</summary>
    public static bool IsHeader(TableRow row)
    {
        var fields = row.Cells.Where(cell => !cell.IsSpread).Select(cell => FieldOf(cell.Text)).OfType<ListField>();
        return fields.ToHashSet() is { Count: >= FewestColumns } found && found.Contains(ListField.ProjectName);
    }

    /// <summary>Is the row below a header its second row?</summary>
    public static bool IsSecondRow(TableRow header, TableRow row)
    {
        var name = header.Cells.ToList().FindIndex(cell => FieldOf(cell.Text) == ListField.ProjectName);
        var below = row[name];
        return (below.IsBlank || (below.SpansRows && below.Text == header[name].Text))
            && row.Cells.Select((cell, index) => (cell, index))
                .Any(one =>
                    one.cell is { SpansRows: false, IsBlank: false }
                    && FieldOf(one.cell.Text, header[one.index].Text) is not null
                );
    }

    /// <param name="first">The header, or its first row.</param>
    /// <param name="second">The header's second row where it has one.</param>
    /// <param name="captions">What stands above the header.</param>
    public static Result<ListHeader> Read(TableRow first, TableRow? second, IReadOnlyList<string> captions)
    {
        var header = new ListHeader(first.Line, second?.Line ?? first.Line);
        var heading = "";
        for (var index = 0; index < Math.Max(first.Cells.Count, second?.Cells.Count ?? 0); index++)
        {
            var (upper, lower) = (first[index], second?[index] ?? TableCell.Empty);
            heading = upper.IsBlank ? heading : upper.Text;
            var isPart = !lower.IsBlank && !lower.SpansRows;
            var (text, above) = isPart ? (lower.Text, heading) : (upper.Text, "");
            if (string.IsNullOrWhiteSpace(text) || (!isPart && upper.IsSpread))
            {
                continue;
            }

            if (FieldOf(text, above) is not { } field)
            {
                header.unknown.Add((index, ListText.OneLine(text)));
                continue;
            }

            var added = header.Add(field, index, text, above, captions);
            if (added.IsFailure)
            {
                return added.Failure;
            }
        }

        return header.MissingColumn() is { } missing ? missing : header;
    }

    private Result Add(ListField field, int index, string text, string above, IReadOnlyList<string> captions)
    {
        var shown = ListText.OneLine(text);
        if (columns.TryGetValue(field, out var before))
        {
            return Error.Invalid(
                "LIST_COLUMN_TWICE",
                new(
                    $"{before.Letters} 列“{before.Text}”和 {ColumnLetters.Of(index)} 列“{shown}”说的是同一项，请只留一列。",
                    $"Columns {before.Letters} and {ColumnLetters.Of(index)} tell the same; keep one."
                )
            );
        }

        AmountUnit? unit = null;
        if (field.IsAmount())
        {
            var stated =
                UnitIn(text) ?? UnitIn(above) ?? captions.Select(CaptionUnit).FirstOrDefault(one => one is not null);
            unit = stated is null ? null : AmountUnit.Of(stated);
            if (unit is null)
            {
                return Error.Invalid(
                    "AMOUNT_UNIT_MISSING",
                    new(
                        $"{ColumnLetters.Of(index)} 列“{shown}”没有写明是元还是万元，请在表头写明，如“总投资（万元）”。",
                        $"Column {ColumnLetters.Of(index)} does not say whether it is 元 or 万元; let the header say it."
                    )
                );
            }
        }

        columns.Add(field, new(field, index, shown, unit));
        return Result.Success;
    }

    private Error? MissingColumn()
    {
        var missing = ListFields
            .Required.Where(field => !columns.ContainsKey(field))
            .Select(field => field.Name())
            .ToList();
        return missing.Count == 0
            ? null
            : Error.Invalid(
                "LIST_COLUMN_MISSING",
                new(
                    $"第 {Line} 行的表头缺少：{string.Join('、', missing.Select(name => name.Chinese))}。",
                    $"The header in line {Line} lacks: {string.Join(", ", missing.Select(name => name.English))}."
                )
            );
    }

    private static ListField? FieldOf(string text, string above = "")
    {
        var word = Bare(text);
        return ListFields.Of(word) ?? (above.Length > 0 ? ListFields.Of(Bare(above) + word) : null);
    }

    // The words alone: without notes in brackets, a star for what must be filled in, and the unit.
    private static string Bare(string text)
    {
        var word = Notes().Replace(ListText.Condensed(text), "").Trim('*', ':', '/', '、');
        return ListFields.Of(word) is null ? BareUnit().Replace(word, "").TrimEnd(':', '/', '、') : word;
    }

    /// <summary>The unit that a header states, whether known or not; null where it states none.</summary>
    private static string? UnitIn(string text)
    {
        var condensed = ListText.Condensed(text);
        var noted = Notes()
            .Matches(condensed)
            .Select(note => note.Groups["note"].Value.Replace("单位:", "", StringComparison.Ordinal))
            .Select(note => note.Replace("金额", "", StringComparison.Ordinal))
            .Select(note => note.Replace("人民币", "", StringComparison.Ordinal))
            .FirstOrDefault(note => note.EndsWith('元'));
        return noted
            ?? (BareUnit().Match(Notes().Replace(condensed, "")) is { Success: true } bare ? bare.Value : null);
    }

    private static string? CaptionUnit(string caption) =>
        CaptionForm().Match(ListText.HalfWidth(caption)) is { Success: true } match ? match.Groups["unit"].Value : null;

    [GeneratedRegex(@"[(\[【〔](?<note>[^)\]】〕]*)[)\]】〕]", RegexOptions.CultureInvariant)]
    private static partial Regex Notes();

    [GeneratedRegex("(百万|千万|万|亿|千|美|欧|港)?元$", RegexOptions.CultureInvariant)]
    private static partial Regex BareUnit();

    [GeneratedRegex(@"单位\s*:\s*(人民币)?\s*(?<unit>\w*元)(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex CaptionForm();
}
