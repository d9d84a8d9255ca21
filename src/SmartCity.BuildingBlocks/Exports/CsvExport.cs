using System.Buffers;
using System.Text;

namespace SmartCity.BuildingBlocks.Exports;

/// <summary>
/// CSV (RFC 4180) for people with a spreadsheet: a byte order mark, without which Chinese is shown as garbage, and an
/// apostrophe before text that would be taken for a formula.
/// </summary>
internal sealed class CsvExport(IBufferWriter<byte> output) : ExportWriter
{
    private static readonly SearchValues<char> MustBeQuoted = SearchValues.Create(",\"\r\n");

    private readonly StringBuilder line = new();

    public override void WriteHeading(IReadOnlyList<string> headings)
    {
        output.Write(Encoding.UTF8.Preamble);
        foreach (var heading in headings)
        {
            Append(heading);
        }

        WriteOut();
    }

    public override void WriteLine(ReadOnlySpan<Cell> cells)
    {
        foreach (var cell in cells)
        {
            Append(cell.Kind == CellKind.Text && Formulas.Resembles(cell.Text) ? $"'{cell.Text}" : cell.Spelled);
        }

        WriteOut();
    }

    private void Append(string text) =>
        _ = text.AsSpan().ContainsAny(MustBeQuoted)
            ? line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append("\",")
            : line.Append(text).Append(',');

    private void WriteOut()
    {
        // The last separator gives way to the line's end; a lone empty cell would leave an empty line, which readers skip.
        line.Length--;
        line.Append(line.Length == 0 ? "\"\"\r\n" : "\r\n");
        foreach (var chunk in line.GetChunks())
        {
            Encoding.UTF8.GetBytes(chunk.Span, output);
        }

        line.Clear();
    }
}
