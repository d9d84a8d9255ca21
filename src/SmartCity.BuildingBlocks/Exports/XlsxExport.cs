using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Tables;

namespace SmartCity.BuildingBlocks.Exports;

/// <summary>
/// A workbook (ECMA-376) written forward only: real numbers and dates, text as it is, the heading bold and held in view.
/// Text cells are text by their type, so nothing in them is carried out; what resembles a formula is marked as quoted as
/// well, so that it stays text when somebody edits it. A full sheet is followed by another.
/// </summary>
/// <param name="output">Where the bytes go.</param>
/// <param name="title">What the sheet is called.</param>
/// <param name="language">The language of the mark on a text that was cut.</param>
/// <param name="linesOfSheet">The heading included; a spreadsheet shows no more than 1,048,576.</param>
#pragma warning disable CA1001 // closing one that broke off would write the directory that makes it look whole
internal sealed class XlsxExport(
    IBufferWriter<byte> output,
    string title,
    Language language,
    int linesOfSheet = XlsxExport.LargestSheet
) : ExportWriter
#pragma warning restore CA1001
{
    /// <summary>A spreadsheet shows no longer text in a cell.</summary>
    public const int LongestText = 32_767;

    public const int LargestSheet = 1_048_576;

    // A spreadsheet counts with 15 digits; a longer number would come out as another one.
    private const decimal LargestNumber = 999_999_999_999_999;

    private const int LongestTitle = 26;

    private static readonly LocalizedText CutMark = new("……（已截断）", "… (cut)");

    // Before that day the calendar of spreadsheets, which knows a 29 February 1900, differs from everybody else's.
    private static readonly DateTime FirstDay = new(1900, 3, 1);

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    private readonly ZipArchive archive = Begin(output);
    private readonly StringBuilder line = new();
    private IReadOnlyList<string> headings = [];
    private string[] letters = [];
    private StreamWriter? sheet;
    private int sheets;
    private int lines;

    public override void WriteHeading(IReadOnlyList<string> headings)
    {
        this.headings = headings;
        letters = [.. Enumerable.Range(0, headings.Count).Select(ColumnLetters.Of)];
        BeginSheet();
    }

    public override void WriteLine(ReadOnlySpan<Cell> cells)
    {
        if (lines == linesOfSheet)
        {
            EndSheet();
            BeginSheet();
        }

        BeginLine();
        for (var index = 0; index < cells.Length; index++)
        {
            Append(index, cells[index]);
        }

        EndLine();
    }

    public override void End()
    {
        EndSheet();
        var list = string.Concat(
            Enumerable
                .Range(1, sheets)
                .Select(number =>
                    $"""<sheet name="{Escaped(TitleOf(number))}" sheetId="{number}" r:id="rId{number}"/>"""
                )
        );
        WritePart(archive, "xl/workbook.xml", WorkbookParts.Workbook(list));
        WritePart(archive, "xl/_rels/workbook.xml.rels", WorkbookParts.WorkbookRelations(sheets));
        archive.Dispose();
    }

    private static ZipArchive Begin(IBufferWriter<byte> output)
    {
        var archive = new ZipArchive(new BufferStream(output), ZipArchiveMode.Create);
        // First, because by it a file is known as a workbook.
        WritePart(archive, "[Content_Types].xml", WorkbookParts.ContentTypes);
        WritePart(archive, "_rels/.rels", WorkbookParts.Relations);
        WritePart(archive, "xl/styles.xml", WorkbookParts.Styles);
        return archive;
    }

    private static void WritePart(ZipArchive archive, string name, string text)
    {
        using var part = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), Encoding);
        part.Write(text);
    }

    private void BeginSheet()
    {
        sheets++;
        lines = 0;
        var entry = archive.CreateEntry($"xl/worksheets/sheet{sheets}.xml", CompressionLevel.Fastest);
        sheet = new(entry.Open(), Encoding);
        sheet.Write(sheets == 1 ? WorkbookParts.FirstSheetBegin : WorkbookParts.SheetBegin);
        sheet.Write($"""<cols><col min="1" max="{headings.Count}" width="22" customWidth="1"/></cols><sheetData>""");
        BeginLine();
        for (var index = 0; index < headings.Count; index++)
        {
            AppendText(index, headings[index], WorkbookParts.HeadingStyle);
        }

        EndLine();
    }

    private void EndSheet()
    {
        sheet!.Write("</sheetData></worksheet>");
        sheet.Dispose();
        sheet = null;
    }

    private void BeginLine() => line.Append(CultureInfo.InvariantCulture, $"""<row r="{++lines}">""");

    private void EndLine()
    {
        line.Append("</row>");
        sheet!.Write(line);
        line.Clear();
    }

    private void Append(int column, Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Empty:
                break;
            case CellKind.Whole or CellKind.Amount when Math.Abs(cell.Number) <= LargestNumber:
                var style = cell.Kind == CellKind.Amount ? WorkbookParts.AmountStyle : WorkbookParts.PlainStyle;
                AppendNumber(column, cell.Spelled, style);
                break;
            case CellKind.Day when cell.Moment >= FirstDay:
                AppendNumber(column, Serial(cell.Moment), WorkbookParts.DayStyle);
                break;
            case CellKind.Instant when cell.Moment >= FirstDay:
                AppendNumber(column, Serial(cell.Moment), WorkbookParts.InstantStyle);
                break;
            default:
                var text = cell.Spelled;
                AppendText(
                    column,
                    text,
                    Formulas.Resembles(text) ? WorkbookParts.QuotedStyle : WorkbookParts.PlainStyle
                );
                break;
        }
    }

    private void AppendNumber(int column, string number, int style) =>
        line.Append(
            CultureInfo.InvariantCulture,
            $"""<c r="{letters[column]}{lines}" s="{style}"><v>{number}</v></c>"""
        );

    private void AppendText(int column, string text, int style)
    {
        line.Append(
            CultureInfo.InvariantCulture,
            $"""<c r="{letters[column]}{lines}" s="{style}" t="inlineStr"><is><t xml:space="preserve">"""
        );
        XmlText.Append(line, Cut(text));
        line.Append("</t></is></c>");
    }

    private string Cut(string text)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        var mark = CutMark.In(language);
        var kept = LongestText - mark.Length;
        return text[..(char.IsHighSurrogate(text[kept - 1]) ? kept - 1 : kept)] + mark;
    }

    private string TitleOf(int number)
    {
        var name = title.Length > LongestTitle ? title[..LongestTitle] : title;
        return number == 1 ? name : $"{name} {number}";
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        XmlText.Append(escaped, text);
        return escaped.ToString();
    }

    // To the second: a day has 86,400 of them.
    private static string Serial(DateTime moment) =>
        Math.Round(moment.ToOADate(), 8).ToString("0.########", CultureInfo.InvariantCulture);
}
