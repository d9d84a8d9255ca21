using System.IO.Compression;
using System.Text;

namespace SmartCity.BuildingBlocks.Tests.Tables;

/// <summary>The bytes of an XLSX, part by part, as good or as bad as a test needs it.</summary>
internal sealed class ASpreadsheet
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string Content)> parts;

    private ASpreadsheet(List<(string Name, string Content)> parts) => this.parts = parts;

    /// <param name="rows">The content of <c>sheetData</c>.</param>
    /// <param name="afterRows">What follows it, such as merged cells.</param>
    public static ASpreadsheet With(string rows, string afterRows = "") =>
        new([
            ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"),
            (
                "xl/workbook.xml",
                $"<workbook xmlns='{Main}' xmlns:r='{Office}'><sheets><sheet name='清单' sheetId='1' r:id='rId1'/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1' Type='{Office}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
            ),
            (
                "xl/worksheets/sheet1.xml",
                $"<?xml version='1.0' encoding='UTF-8'?><worksheet xmlns='{Main}'><sheetData>{rows}</sheetData>{afterRows}</worksheet>"
            ),
        ]);

    public ASpreadsheet WithPart(string name, string content)
    {
        parts.RemoveAll(part => part.Name == name);
        parts.Add((name, content));
        return this;
    }

    public ASpreadsheet WithTexts(params IEnumerable<string> texts) =>
        WithPart(
            "xl/sharedStrings.xml",
            $"<sst xmlns='{Main}'>{string.Concat(texts.Select(text => $"<si>{text}</si>"))}</sst>"
        );

    /// <summary>A number format for each style, from 0.</summary>
    public ASpreadsheet WithFormats(params string[] formats)
    {
        var declared = formats.Select((format, index) => $"<numFmt numFmtId='{200 + index}' formatCode='{format}'/>");
        var cells = formats.Select((_, index) => $"<xf numFmtId='{200 + index}'/>");
        return WithPart(
            "xl/styles.xml",
            $"<styleSheet xmlns='{Main}'><numFmts>{string.Concat(declared)}</numFmts><cellXfs>{string.Concat(cells)}</cellXfs></styleSheet>"
        );
    }

    public byte[] ToBytes()
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
