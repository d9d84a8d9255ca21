using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace SmartCity.BuildingBlocks.Tables;

/// <summary>What a worksheet's cells refer to: texts, number formats, the day dates are counted from.</summary>
internal sealed partial class Workbook
{
    private const int MostTexts = 1_000_000;
    private const int SignificantDigits = 15;

    // Serial 60 is a day that never was; no list of today names a date so old.
    private const int FirstPlainSerial = 61;
    private const int LastSerial = 2_958_465;
    private const int From1904 = 1462;

    private static readonly HashSet<int> DateFormats = [14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58];
    private static readonly HashSet<int> MonthFormats = [17, 27, 36, 50, 52, 57];

    private readonly List<string> texts = [];
    private readonly List<Shown> styles = [];
    private bool countsFrom1904;

    private Workbook() { }

    private enum Shown
    {
        Number,
        Date,
        Month,
    }

    /// <summary>A worksheet and the part that holds it.</summary>
    public sealed record SheetPart(string Name, string Part);

    public SheetPart Sheet { get; private set; } = new("", "");

    public IReadOnlyList<string> OtherSheets { get; private set; } = [];

    /// <exception cref="InvalidDataException">The workbook is not built as it should be.</exception>
    public static Workbook Read(SpreadsheetParts parts, TableLimits limits)
    {
        var workbook = new Workbook();
        workbook.ReadSheets(parts);
        if (parts.Has("xl/sharedStrings.xml"))
        {
            workbook.ReadTexts(parts, limits);
        }

        if (parts.Has("xl/styles.xml"))
        {
            workbook.ReadStyles(parts);
        }

        return workbook;
    }

    /// <exception cref="InvalidDataException">There is no such text.</exception>
    public string SharedText(string index) =>
        CellReference.Number(index.Trim()) is { } number && number < texts.Count
            ? texts[number]
            : throw new InvalidDataException("No such text.");

    /// <summary>A stored number as people see it: a date where its format is one, else to the fifteen digits shown.</summary>
    /// <exception cref="InvalidDataException">It is no number.</exception>
    public TableCell Number(string value, int style)
    {
        if (
            !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number)
        )
        {
            throw new InvalidDataException($"{value} is no number.");
        }

        var shown = style < styles.Count ? styles[style] : Shown.Number;
        var serial = Math.Floor(number) + (countsFrom1904 ? From1904 : 0);
        if (shown != Shown.Number && serial is >= FirstPlainSerial and <= LastSerial)
        {
            var date = DateOnly.FromDateTime(DateTime.FromOADate(serial));
            return new(
                date.ToString(shown == Shown.Month ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
                CellKind.Date
            );
        }

        return new(Plain(value, number), CellKind.Number);
    }

    // What binary arithmetic leaves behind the fifteenth digit nobody typed and nobody sees.
    private static string Plain(string value, double number) =>
        Math.Abs(number) < 1e27
        && decimal.TryParse(
            number.ToString($"G{SignificantDigits}", CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var plain
        )
            ? plain.ToString("0.############################", CultureInfo.InvariantCulture)
            : value;

    private void ReadSheets(SpreadsheetParts parts)
    {
        var targets = Targets(parts);
        var sheets = new List<SheetPart>();
        using var reader = parts.Read("xl/workbook.xml");
        while (reader.ReadNext())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "workbookPr")
            {
                countsFrom1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (
                reader.LocalName == "sheet"
                && reader.GetAttribute("state") is null or "visible"
                && RelationOf(reader) is { } relation
                && targets.TryGetValue(relation, out var part)
            )
            {
                sheets.Add(new(reader.GetAttribute("name") ?? "", part));
            }
        }

        Sheet = sheets.Count > 0 ? sheets[0] : throw new InvalidDataException("No worksheet can be seen.");
        OtherSheets = [.. sheets.Skip(1).Select(sheet => sheet.Name)];
    }

    private static string? RelationOf(XmlReader sheet)
    {
        while (sheet.MoveToNextAttribute())
        {
            if (sheet is { LocalName: "id", Prefix.Length: > 0 })
            {
                var id = sheet.Value;
                sheet.MoveToElement();
                return id;
            }
        }

        sheet.MoveToElement();
        return null;
    }

    // Only worksheets inside the file: what lies elsewhere is not followed.
    private static Dictionary<string, string> Targets(SpreadsheetParts parts)
    {
        var targets = new Dictionary<string, string>();
        using var reader = parts.Read("xl/_rels/workbook.xml.rels");
        while (reader.ReadNext())
        {
            if (
                reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && reader.GetAttribute("TargetMode") is null or "Internal"
                && reader.GetAttribute("Type")?.EndsWith("/worksheet", StringComparison.Ordinal) == true
                && reader.GetAttribute("Id") is { } id
                && reader.GetAttribute("Target") is { } target
            )
            {
                targets[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
            }
        }

        return targets;
    }

    private void ReadTexts(SpreadsheetParts parts, TableLimits limits)
    {
        using var reader = parts.Read("xl/sharedStrings.xml");
        while (reader.ReadNext())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Add(reader.ReadRichText(limits.LongestCell));
                if (texts.Count > MostTexts)
                {
                    throw new InvalidDataException("More texts than any real spreadsheet has.");
                }
            }
        }
    }

    private void ReadStyles(SpreadsheetParts parts)
    {
        var formats = new Dictionary<int, Shown>();
        using var reader = parts.Read("xl/styles.xml");
        var inCells = false;
        while (reader.ReadNext())
        {
            if (reader.LocalName == "cellXfs")
            {
                inCells = reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
            {
                formats[CellReference.Number(reader.GetAttribute("numFmtId")) ?? 0] = ShownBy(
                    reader.GetAttribute("formatCode") ?? ""
                );
            }
            else if (inCells && reader is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                var format = CellReference.Number(reader.GetAttribute("numFmtId")) ?? 0;
                styles.Add(
                    formats.TryGetValue(format, out var shown) ? shown
                    : DateFormats.Contains(format) ? Shown.Date
                    : MonthFormats.Contains(format) ? Shown.Month
                    : Shown.Number
                );
            }
        }
    }

    private static Shown ShownBy(string format)
    {
        var letters = Literals().Replace(format, "").ToUpperInvariant();
        var hasYear =
            letters.Contains('Y', StringComparison.Ordinal) || letters.Contains('E', StringComparison.Ordinal);
        var hasDay = letters.Contains('D', StringComparison.Ordinal);
        var hasMonth = letters.Contains('M', StringComparison.Ordinal);
        return hasDay && hasMonth ? Shown.Date
            : hasYear && hasMonth ? Shown.Month
            : Shown.Number;
    }

    // Texts in quotes, signs after a backslash, and what stands in brackets: colours, conditions, languages.
    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\[[^\\]]*\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Literals();
}
