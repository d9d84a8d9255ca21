using System.Buffers;
using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Results;
using OpenXmlCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Written = SmartCity.BuildingBlocks.Exports.Cell;

namespace SmartCity.BuildingBlocks.Tests.Exports;

/// <summary>Workbooks as another reader, the Open XML SDK, finds them.</summary>
public sealed class XlsxExportTests
{
    [Fact]
    public void WriteLine_WhenEveryKindIsWritten_ThenValidAndOfRealNumbersAndDates()
    {
        using var workbook = Opened(
            ["金额", "数量", "日期", "时刻", "说明", "备注"],
            [
                Written.OfAmount(2575000.5m),
                Written.OfWhole(-3),
                Written.OfDay(new(2026, 3, 2)),
                Written.OfInstant(new(2026, 3, 2, 18, 0, 0)),
                Written.OfText("甲 & <乙>"),
                Written.Empty,
            ]
        );

        new OpenXmlValidator().Validate(workbook, TestContext.Current.CancellationToken).ShouldBeEmpty();
        var cells = Rows(workbook, 0)[1].Elements<OpenXmlCell>().ToList();
        cells.Select(cell => cell.CellReference!.Value).ShouldBe(["A2", "B2", "C2", "D2", "E2"]);
        cells.Select(TextOf).ShouldBe(["2575000.50", "-3", "46083", "46083.75", "甲 & <乙>"]);
        cells
            .Select(cell => cell.DataType?.Value == CellValues.InlineString)
            .ShouldBe([false, false, false, false, true]);
        cells.Select(cell => FormatOf(workbook, cell)).ShouldBe([4U, 0U, 164U, 165U, 0U]);
        DateTime.FromOADate(46083.75).ShouldBe(new DateTime(2026, 3, 2, 18, 0, 0));
    }

    [Fact]
    public void WriteHeading_WhenWritten_ThenBoldAndHeldInView()
    {
        using var workbook = Opened(["项"], [Written.OfText("甲")]);

        var sheet = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        sheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        var heading = Rows(workbook, 0)[0].Elements<OpenXmlCell>().Single();
        var style = StyleOf(workbook, heading);
        var font = workbook
            .WorkbookPart.WorkbookStylesPart!.Stylesheet!.Fonts!.Elements<Font>()
            .ElementAt((int)style.FontId!.Value);
        font.Bold.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("＠甲")]
    [InlineData("\t=1")]
    public void WriteLine_WhenTheTextResemblesAFormula_ThenItStaysTextAndIsMarkedAsQuoted(string text)
    {
        using var workbook = Opened(["项"], [Written.OfText(text)]);

        var cell = Rows(workbook, 0)[1].Elements<OpenXmlCell>().Single();
        TextOf(cell).ShouldBe(text);
        cell.CellFormula.ShouldBeNull();
        cell.DataType!.Value.ShouldBe(CellValues.InlineString);
        StyleOf(workbook, cell).QuotePrefix!.Value.ShouldBeTrue();
    }

    [Theory]
    [InlineData("\u0001甲\u001F", "_x0001_甲_x001F_")]
    [InlineData("一\r\n二", "一_x000D_\n二")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("😀 𠮷", "😀 𠮷")]
    [InlineData("\uFFFF", "_xFFFF_")]
    [InlineData(" 前后 ", " 前后 ")]
    public void WriteLine_WhenXmlMayNotHoldTheText_ThenWrittenInTheWorkbooksOwnEscapes(string text, string stored)
    {
        using var workbook = Opened(["项"], [Written.OfText(text)]);

        new OpenXmlValidator().Validate(workbook, TestContext.Current.CancellationToken).ShouldBeEmpty();
        TextOf(Rows(workbook, 0)[1].Elements<OpenXmlCell>().Single()).ShouldBe(stored);
    }

    [Fact]
    public void WriteLine_WhenTheTextHoldsHalfACharacter_ThenReplaced()
    {
        using var workbook = Opened(["项"], [Written.OfText("甲\uD83D")]);

        TextOf(Rows(workbook, 0)[1].Elements<OpenXmlCell>().Single()).ShouldBe("甲\uFFFD");
    }

    [Theory]
    [InlineData(XlsxExport.LongestText, false)]
    [InlineData(XlsxExport.LongestText + 1, true)]
    public void WriteLine_WhenTheTextIsLongerThanACell_ThenCutWithAMark(int length, bool isCut)
    {
        using var workbook = Opened(["项"], [Written.OfText(new('长', length))]);

        var text = TextOf(Rows(workbook, 0)[1].Elements<OpenXmlCell>().Single());
        text.Length.ShouldBe(XlsxExport.LongestText);
        text.EndsWith("……（已截断）", StringComparison.Ordinal).ShouldBe(isCut);
    }

    [Fact]
    public void WriteLine_WhenANumberHasMoreDigitsThanASpreadsheetCounts_ThenWrittenAsText()
    {
        using var workbook = Opened(["项"], [Written.OfWhole(1234567890123456)]);

        var cell = Rows(workbook, 0)[1].Elements<OpenXmlCell>().Single();
        (cell.DataType?.Value, TextOf(cell)).ShouldBe((CellValues.InlineString, "1234567890123456"));
    }

    [Fact]
    public void WriteLine_WhenASheetIsFull_ThenAnotherFollowsUnderTheSameHeading()
    {
        using var workbook = Opened(
            ["项"],
            linesOfSheet: 3,
            [Written.OfWhole(1)],
            [Written.OfWhole(2)],
            [Written.OfWhole(3)]
        );

        new OpenXmlValidator().Validate(workbook, TestContext.Current.CancellationToken).ShouldBeEmpty();
        workbook
            .WorkbookPart!.Workbook!.Descendants<Sheet>()
            .Select(sheet => sheet.Name!.Value)
            .ShouldBe(["名录", "名录 2"]);
        TextsOf(workbook, 0).ShouldBe(["项", "1", "2"]);
        TextsOf(workbook, 1).ShouldBe(["项", "3"]);
    }

    [Fact]
    public void WriteHeading_WhenThereAreMoreColumnsThanLetters_ThenCountedOn()
    {
        using var workbook = Opened(
            [.. Enumerable.Range(1, 703).Select(number => $"列{number}")],
            [Written.OfWhole(1)]
        );

        var references = Rows(workbook, 0)[0]
            .Elements<OpenXmlCell>()
            .Select(cell => cell.CellReference!.Value!)
            .ToList();
        new[] { references[25], references[26], references[701], references[702] }.ShouldBe([
            "Z1",
            "AA1",
            "ZZ1",
            "AAA1",
        ]);
    }

    [Fact]
    public void End_WhenItIsMissing_ThenNoReaderTakesItForAWorkbook()
    {
        var output = new ArrayBufferWriter<byte>();
        var xlsx = new XlsxExport(output, "名录", Language.Chinese);
        xlsx.WriteHeading(["项"]);
        xlsx.WriteLine([Written.OfWhole(1)]);

        Should.Throw<Exception>(() => SpreadsheetDocument.Open(new MemoryStream(output.WrittenSpan.ToArray()), false));
    }

    private static SpreadsheetDocument Opened(string[] headings, params Written[][] lines) =>
        Opened(headings, XlsxExport.LargestSheet, lines);

    private static SpreadsheetDocument Opened(string[] headings, int linesOfSheet, params Written[][] lines)
    {
        var output = new ArrayBufferWriter<byte>();
        var xlsx = new XlsxExport(output, "名录", Language.Chinese, linesOfSheet);
        xlsx.WriteHeading(headings);
        foreach (var line in lines)
        {
            xlsx.WriteLine(line);
        }

        xlsx.End();
        return SpreadsheetDocument.Open(new MemoryStream(output.WrittenSpan.ToArray()), isEditable: false);
    }

    private static List<Row> Rows(SpreadsheetDocument workbook, int sheet)
    {
        var id = workbook.WorkbookPart!.Workbook!.Descendants<Sheet>().ElementAt(sheet).Id!.Value!;
        var part = (WorksheetPart)workbook.WorkbookPart.GetPartById(id);
        return [.. part.Worksheet!.Descendants<Row>()];
    }

    private static List<string> TextsOf(SpreadsheetDocument workbook, int sheet) =>
        [.. Rows(workbook, sheet).SelectMany(row => row.Elements<OpenXmlCell>()).Select(TextOf)];

    private static string TextOf(OpenXmlCell cell) => cell.CellValue?.Text ?? cell.InlineString!.Text!.Text;

    private static CellFormat StyleOf(SpreadsheetDocument workbook, OpenXmlCell cell) =>
        workbook
            .WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>()
            .ElementAt(int.Parse(cell.StyleIndex!.InnerText!, CultureInfo.InvariantCulture));

    private static uint FormatOf(SpreadsheetDocument workbook, OpenXmlCell cell) =>
        StyleOf(workbook, cell).NumberFormatId!.Value;
}
