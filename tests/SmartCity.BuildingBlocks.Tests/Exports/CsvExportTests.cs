using System.Buffers;
using System.Text;
using SmartCity.BuildingBlocks.Exports;

namespace SmartCity.BuildingBlocks.Tests.Exports;

public sealed class CsvExportTests
{
    [Fact]
    public void WriteLine_WhenEveryKindIsWritten_ThenSpelledAndOnlyFormulasAreDefused()
    {
        var text = Written(
            ["编号", "说明"],
            [Cell.OfAmount(-5.1m), Cell.OfText("=HYPERLINK(\"http://x\")")],
            [Cell.OfWhole(-3), Cell.OfText("一行\r\n又一行, 还有")],
            [Cell.OfDay(new(2026, 3, 2)), Cell.OfInstant(new(2026, 3, 2, 9, 0, 5))],
            [Cell.Empty, Cell.OfText("＋86")]
        );

        text.ShouldBe(
            "\uFEFF编号,说明\r\n"
                + "-5.10,\"'=HYPERLINK(\"\"http://x\"\")\"\r\n"
                + "-3,\"一行\r\n又一行, 还有\"\r\n"
                + "2026-03-02,2026-03-02 09:00:05\r\n"
                + ",'＋86\r\n"
        );
    }

    [Fact]
    public void WriteLine_WhenTheOnlyCellIsEmpty_ThenTheLineIsNotSkippedByReaders() =>
        Written(["备注"], [Cell.Empty]).ShouldBe("\uFEFF备注\r\n\"\"\r\n");

    private static string Written(string[] headings, params Cell[][] lines)
    {
        var output = new ArrayBufferWriter<byte>();
        var csv = new CsvExport(output);
        csv.WriteHeading(headings);
        foreach (var line in lines)
        {
            csv.WriteLine(line);
        }

        csv.End();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
