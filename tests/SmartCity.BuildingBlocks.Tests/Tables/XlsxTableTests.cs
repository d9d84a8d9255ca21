using SmartCity.BuildingBlocks.Tables;

namespace SmartCity.BuildingBlocks.Tests.Tables;

/// <summary>What spreadsheets keep otherwise than people see it: numbers, dates, formulas, merged cells.</summary>
public sealed class XlsxTableTests
{
    [Theory]
    [InlineData("<v>12.345678</v>", "12.345678")]
    [InlineData("<v>350.00000000000006</v>", "350")]
    [InlineData("<v>1.2E7</v>", "12000000")]
    [InlineData("<v>0.1</v>", "0.1")]
    [InlineData("<v>-3</v>", "-3")]
    [InlineData("<f>A1+1</f><v>12</v>", "12")]
    public async Task Read_WhenTheCellIsANumber_ThenItIsWrittenAsPeopleSeeIt(string cell, string text)
    {
        var read = await CellAsync($"<c r='A1'>{cell}</c>");

        read.ShouldBe(new(text, CellKind.Number));
    }

    [Theory]
    [InlineData("yyyy-mm-dd", 45_717, "2025-03-01")]
    [InlineData("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", 45_717, "2025-03-01")]
    [InlineData("yyyy&quot;年&quot;m&quot;月&quot;", 45_717, "2025-03")]
    [InlineData("[$-804]yyyy/m/d;@", 45_717, "2025-03-01")]
    [InlineData("[Red]#,##0.00", 45_717, "45717")]
    [InlineData("0.00&quot;元/m&quot;", 45_717, "45717")]
    [InlineData("h:mm:ss", 45_717, "45717")]
    public async Task Read_WhenTheFormatShowsADate_ThenItIsOne(string format, int serial, string text)
    {
        var sheet = ASpreadsheet.With($"<row r='1'><c r='A1' s='0'><v>{serial}</v></c></row>").WithFormats(format);

        var (rows, _) = await TableFileTests.ReadAsync(sheet.ToBytes());

        rows[0][0].Text.ShouldBe(text);
    }

    [Fact]
    public async Task Read_WhenDatesCountFrom1904_ThenTheyAreTheSameDays()
    {
        var sheet = ASpreadsheet
            .With("<row r='1'><c r='A1' s='0'><v>44255</v></c></row>")
            .WithFormats("yyyy-mm-dd")
            .WithPart(
                "xl/workbook.xml",
                "<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets><sheet name='a' r:id='rId1'/></sheets></workbook>"
            );

        var (rows, _) = await TableFileTests.ReadAsync(sheet.ToBytes());

        rows[0][0].ShouldBe(new("2025-03-01", CellKind.Date));
    }

    [Theory]
    [InlineData("<c r='A1' t='e'><v>#REF!</v></c>", CellKind.Error)]
    [InlineData("<c r='A1'><f>B1*2</f></c>", CellKind.FormulaWithoutValue)]
    public async Task Read_WhenAFormulaHasNoValue_ThenTheCellSaysSo(string cell, CellKind kind)
    {
        var read = await CellAsync(cell);

        read.Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task Read_WhenCellsAreMerged_ThenEachRepeatsTheFirstAndTellsHow()
    {
        var sheet = ASpreadsheet.With(
            "<row r='1'><c r='A1' t='str'><v>总表</v></c></row>"
                + "<row r='2'><c r='A2' t='str'><v>市教育局</v></c><c r='C2'><v>1</v></c></row>"
                + "<row r='3'><c r='A3'/><c r='C3'><v>2</v></c></row>"
                + "<row r='4'><c r='C4'><v>3</v></c></row>",
            "<mergeCells><mergeCell ref='A1:C1'/><mergeCell ref='A2:A3'/></mergeCells>"
        );

        var (rows, _) = await TableFileTests.ReadAsync(sheet.ToBytes());

        rows[0]
            .Cells.Select(cell => (cell.Text, cell.IsSpread))
            .ShouldBe([("总表", false), ("总表", true), ("总表", true)]);
        rows[1][0].ShouldBe(new("市教育局", CellKind.Text, SpansRows: true));
        rows[2][0].ShouldBe(new("市教育局", CellKind.Text, SpansRows: true));
        rows[3][0].IsBlank.ShouldBeTrue();
    }

    [Fact]
    public async Task Read_WhenSheetsAreHidden_ThenTheFirstThatIsSeenIsRead()
    {
        var sheet = ASpreadsheet
            .With("<row r='1'><c r='A1'><v>1</v></c></row>")
            .WithPart(
                "xl/workbook.xml",
                "<workbook xmlns:r='r'><sheets><sheet name='暗' state='hidden' r:id='rId0'/>"
                    + "<sheet name='明' r:id='rId1'/><sheet name='又' r:id='rId1'/></sheets></workbook>"
            );
        var opened = await TableFile.OpenAsync(
            new MemoryStream(sheet.ToBytes()),
            new(),
            TestContext.Current.CancellationToken
        );

        using var reader = opened.Value;

        reader.Sheet.ShouldBe("明");
        reader.OtherSheets.ShouldBe(["又"]);
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Letters_WhenAColumnIsCounted_ThenItIsCalledAsInASpreadsheet(int column, string letters) =>
        ColumnLetters.Of(column).ShouldBe(letters);

    private static async Task<TableCell> CellAsync(string cell)
    {
        var (rows, fault) = await TableFileTests.ReadAsync(
            ASpreadsheet.With($"<row r='1'>{cell}<c r='B1'><v>1</v></c></row>").ToBytes()
        );
        fault.ShouldBeNull();
        return rows[0][0];
    }
}
