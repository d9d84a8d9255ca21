using System.IO.Compression;
using System.Text;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Tables;

namespace SmartCity.BuildingBlocks.Tests.Tables;

/// <summary>Every kind of file that arrives: what is read, and what is refused whole with one line.</summary>
public sealed class TableFileTests
{
    private const string Chinese = "名称,单位\r\n甲一体化平台,市教育局\r\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, byte[]> Readable =>
        new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(Chinese) },
            { "UTF-8 with its mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Chinese)] },
            { "GB18030", Gb18030.GetBytes(Chinese) },
            { "line feeds alone", Encoding.UTF8.GetBytes(Chinese.ReplaceLineEndings("\n")) },
            { "no line break at the end", Encoding.UTF8.GetBytes(Chinese.TrimEnd()) },
            { "quotes", Encoding.UTF8.GetBytes("\"名称\",\"单位\"\n\"甲一体化平台\",市教育局\n") },
            { "an XLSX under whatever name", Spreadsheet().ToBytes() },
        };

    [Theory, MemberData(nameof(Readable))]
    public async Task Open_WhenTheFileIsATable_ThenItsRowsAreRead(string what, byte[] bytes)
    {
        var (rows, fault) = await ReadAsync(bytes);

        fault.ShouldBeNull(what);
        rows.Select(row => (row.Line, string.Join('|', row.Cells.Select(cell => cell.Text))))
            .ShouldBe([(1, "名称|单位"), (2, "甲一体化平台|市教育局")], what);
    }

    public static TheoryData<string, byte[], string> Refused =>
        new()
        {
            { "nothing", [], "FILE_EMPTY" },
            { "an old spreadsheet", [.. CompoundFile, .. Encoding.Unicode.GetBytes("Workbook")], "OLD_SPREADSHEET" },
            { "an older one", [.. CompoundFile, .. Encoding.Unicode.GetBytes("Book\0")], "OLD_SPREADSHEET" },
            { "a locked one", [.. CompoundFile, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "FILE_ENCRYPTED" },
            { "an old text document", [.. CompoundFile, 0, 0, 0, 0], "TABLE_TYPE_NOT_ACCEPTED" },
            { "a PDF called .csv", [.. "%PDF-1.7\n"u8, 0, 1, 2], "TABLE_TYPE_NOT_ACCEPTED" },
            { "a CSV with a NUL", [.. "a,b\n1,"u8, 0], "TABLE_TYPE_NOT_ACCEPTED" },
            { "a text document called .xlsx", Archive(("word/document.xml", "<a/>")), "TABLE_TYPE_NOT_ACCEPTED" },
            { "a binary spreadsheet", Archive(("xl/workbook.bin", "x")), "BINARY_SPREADSHEET" },
            {
                "a spreadsheet with macros",
                Spreadsheet().WithPart("xl/vbaProject.bin", "macro").ToBytes(),
                "MACROS_NOT_ACCEPTED"
            },
            { "a ZIP cut short", Spreadsheet().ToBytes()[..200], "SPREADSHEET_BROKEN" },
            { "Unicode text of two bytes", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("名称")], "ENCODING_UNKNOWN" },
            { "bytes of no encoding", [.. "a,b\n"u8, 0xFF, 0xFF, (byte)'\n'], "ENCODING_UNKNOWN" },
            {
                "UTF-8 by its mark, GB18030 below",
                [.. Encoding.UTF8.Preamble, .. "a,b\n"u8, .. Gb18030.GetBytes("市教育局\n")],
                "ENCODING_UNKNOWN"
            },
            {
                "GB18030 above, UTF-8 below",
                [.. Gb18030.GetBytes("名称,单位\n"), .. Encoding.UTF8.GetBytes("智慧教育云平台,市教育局\n")],
                "ENCODING_UNKNOWN"
            },
            { "GB18030 cut in the middle of a sign", Gb18030.GetBytes("名称,单位\n甲乙丙")[..^1], "ENCODING_UNKNOWN" },
            { "a quote that is not closed", "a,b\n\"1,2\n"u8.ToArray(), "CSV_MALFORMED" },
            { "a command in a CSV", Encoding.UTF8.GetBytes("名称\n=cmd|' /C calc'!A0\n"), "FORMULA_NOT_ACCEPTED" },
            {
                "a command behind a sign",
                Encoding.UTF8.GetBytes("名称\n-2+3+cmd|' /C calc'!A0\n"),
                "FORMULA_NOT_ACCEPTED"
            },
            { "a call behind an at sign", Encoding.UTF8.GetBytes("名称\n@SUM(A1:A9)\n"), "FORMULA_NOT_ACCEPTED" },
            { "a formula in full width", Encoding.UTF8.GetBytes("名称\n＝1+1\n"), "FORMULA_NOT_ACCEPTED" },
            { "a formula behind blanks", Encoding.UTF8.GetBytes("名称\n\"\t=1+1\"\n"), "FORMULA_NOT_ACCEPTED" },
            {
                "a formula as the text of a spreadsheet",
                ASpreadsheet
                    .With("<row r='1'><c r='A1' t='inlineStr'><is><t>=HYPERLINK(1)</t></is></c></row>")
                    .ToBytes(),
                "FORMULA_NOT_ACCEPTED"
            },
            {
                "a spreadsheet that calls another program",
                ASpreadsheet.With("<row r='1'><c r='A1'><f>cmd|'/C calc'!A0</f><v>1</v></c></row>").ToBytes(),
                "FORMULA_NOT_ACCEPTED"
            },
            { "a ZIP bomb", Bomb(), "SPREADSHEET_TOO_LARGE" },
            {
                "more parts than any",
                Archive([.. Enumerable.Range(0, 1200).Select(n => ($"xl/{n}", "x"))]),
                "SPREADSHEET_TOO_LARGE"
            },
            {
                "a document type",
                Spreadsheet()
                    .WithPart(
                        "xl/workbook.xml",
                        "<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><workbook><sheets/>&a;</workbook>"
                    )
                    .ToBytes(),
                "SPREADSHEET_BROKEN"
            },
            {
                "entities that multiply",
                ASpreadsheet
                    .With("")
                    .WithPart(
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><worksheet>&b;</worksheet>"
                    )
                    .ToBytes(),
                "SPREADSHEET_BROKEN"
            },
            {
                "elements nested without end",
                ASpreadsheet.With(string.Concat(Enumerable.Repeat("<row>", 10_000))).ToBytes(),
                "SPREADSHEET_BROKEN"
            },
            {
                "a tag without end",
                ASpreadsheet
                    .With($"<row {string.Concat(Enumerable.Range(0, 20_000).Select(n => $"a{n}='>' "))}/>")
                    .ToBytes(),
                "SPREADSHEET_BROKEN"
            },
            {
                "a column far outside",
                ASpreadsheet.With("<row r='1'><c r='BDWGO1'><v>1</v></c></row>").ToBytes(),
                "SPREADSHEET_BROKEN"
            },
            { "a million columns", Encoding.UTF8.GetBytes(new string(',', 1_000_000)), "CSV_MALFORMED" },
            {
                "more columns than are read",
                ASpreadsheet.With("<row r='1'><c r='XFD1'><v>1</v></c></row>").ToBytes(),
                "TOO_MANY_COLUMNS"
            },
            {
                "a text that is not there",
                ASpreadsheet.With("<row r='1'><c r='A1' t='s'><v>7</v></c></row>").ToBytes(),
                "SPREADSHEET_BROKEN"
            },
            { "rows out of order", ASpreadsheet.With("<row r='2'/><row r='1'/>").ToBytes(), "SPREADSHEET_BROKEN" },
            {
                "a workbook without its sheet",
                Archive(("xl/workbook.xml", "<workbook/>"), ("xl/_rels/workbook.xml.rels", "<a/>")),
                "SPREADSHEET_BROKEN"
            },
        };

    [Theory, MemberData(nameof(Refused))]
    public async Task Open_WhenTheFileIsNone_ThenRefusedWholeWithOneLine(string what, byte[] bytes, string code)
    {
        var (_, fault) = await ReadAsync(bytes);

        fault.ShouldNotBeNull(what);
        fault.Code.ShouldBe(code, what);
        fault.Kind.ShouldBe(ErrorKind.Invalid);
        fault.Detail.Chinese.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("+86 29 3321 0000")]
    [InlineData("- 建设一体化平台（一期）")]
    [InlineData("-")]
    [InlineData("a=b")]
    [InlineData("1@x")]
    public async Task Read_WhenATextOnlyLooksLikeAFormula_ThenItIsRead(string text)
    {
        var (rows, fault) = await ReadAsync(Encoding.UTF8.GetBytes($"名称\n\"{text}\"\n"));

        fault.ShouldBeNull();
        rows[^1][0].Text.ShouldBe(text);
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(4, "TOO_MANY_ROWS")]
    public async Task Read_WhenRowsReachTheBound_ThenOneMoreIsRefused(int rows, string? code)
    {
        var text = string.Concat(Enumerable.Repeat("a,b\n\n", rows));

        var (_, fault) = await ReadAsync(Encoding.UTF8.GetBytes(text), new() { MostRows = 3 });

        fault?.Code.ShouldBe(code);
        (fault is null).ShouldBe(code is null);
    }

    [Theory]
    [InlineData(8, null)]
    [InlineData(9, "FILE_TOO_LARGE")]
    public async Task Open_WhenBytesReachTheBound_ThenOneMoreIsRefused(int length, string? code)
    {
        var (_, fault) = await ReadAsync(Encoding.UTF8.GetBytes(new string('a', length)), new() { LargestFile = 8 });

        fault?.Code.ShouldBe(code);
        (fault is null).ShouldBe(code is null);
    }

    internal static async Task<(IReadOnlyList<TableRow> Rows, Error? Fault)> ReadAsync(
        byte[] bytes,
        TableLimits? limits = null
    )
    {
        var cancellation = TestContext.Current.CancellationToken;
        var opened = await TableFile.OpenAsync(new MemoryStream(bytes), limits ?? new(), cancellation);
        if (opened.IsFailure)
        {
            return ([], opened.Failure);
        }

        using var reader = opened.Value;
        var rows = new List<TableRow>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(reader.Row);
        }

        return (rows, reader.Fault);
    }

    private static ASpreadsheet Spreadsheet() =>
        ASpreadsheet
            .With(
                "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
                    + "<row r='2'><c r='A2' t='inlineStr'><is><t>甲一体化平台</t></is></c><c r='B2' t='str'><v>市教育局</v></c></row>"
            )
            .WithTexts("<t>名称</t>", "<r><t>单</t></r><r><t>位</t></r><rPh sb='0' eb='1'><t>dān</t></rPh>");

    // Three hundred megabytes of blanks in a file of three hundred kilobytes.
    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/workbook.xml").Open();
            var blanks = new byte[1 << 20];
            for (var written = 0; written < 300; written++)
            {
                part.Write(blanks);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Archive(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
