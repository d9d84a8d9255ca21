using System.Buffers;
using System.Text;

namespace SmartCity.BuildingBlocks.Tables;

/// <summary>One line of a CSV (RFC 4180) as it is put together, cell by cell.</summary>
public static class CsvLine
{
    private static readonly SearchValues<char> MustBeQuoted = SearchValues.Create(",\"\r\n");

    public static void AppendCell(StringBuilder line, string cell) =>
        _ = cell.AsSpan().ContainsAny(MustBeQuoted)
            ? line.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append("\",")
            : line.Append(cell).Append(',');

    /// <summary>Ends a line of at least one cell.</summary>
    public static void End(StringBuilder line)
    {
        // The last separator gives way to the line's end; a lone empty cell would leave an empty line, which readers skip.
        line.Length--;
        line.Append(line.Length == 0 ? "\"\"\r\n" : "\r\n");
    }
}
