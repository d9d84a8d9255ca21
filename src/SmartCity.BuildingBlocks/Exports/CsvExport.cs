using System.Buffers;
using System.Text;
using SmartCity.BuildingBlocks.Tables;

namespace SmartCity.BuildingBlocks.Exports;

/// <summary>
/// CSV (RFC 4180) for people with a spreadsheet: a byte order mark, without which Chinese is shown as garbage, and an
/// apostrophe before text that would be taken for a formula.
/// </summary>
internal sealed class CsvExport(IBufferWriter<byte> output) : ExportWriter
{
    private readonly StringBuilder line = new();

    public override void WriteHeading(IReadOnlyList<string> headings)
    {
        output.Write(Encoding.UTF8.Preamble);
        foreach (var heading in headings)
        {
            CsvLine.AppendCell(line, heading);
        }

        WriteOut();
    }

    public override void WriteLine(ReadOnlySpan<Cell> cells)
    {
        foreach (var cell in cells)
        {
            var isFormula = cell.Kind == CellKind.Text && Formulas.Resembles(cell.Text);
            CsvLine.AppendCell(line, isFormula ? $"'{cell.Text}" : cell.Spelled);
        }

        WriteOut();
    }

    private void WriteOut()
    {
        CsvLine.End(line);
        foreach (var chunk in line.GetChunks())
        {
            Encoding.UTF8.GetBytes(chunk.Span, output);
        }

        line.Clear();
    }
}
