using System.Globalization;
using System.Text;
using System.Xml;

namespace SmartCity.BuildingBlocks.Tables;

internal static class SpreadsheetXml
{
    // Real parts are at most a dozen deep; the parser keeps what is open in memory.
    private const int Deepest = 64;

    /// <exception cref="InvalidDataException">Elements are nested deeper than in any real spreadsheet.</exception>
    public static bool ReadNext(this XmlReader reader) =>
        reader.Read() && (reader.Depth <= Deepest ? true : throw new InvalidDataException("Nested too deep."));

    /// <summary>All text inside the element at hand; the reader stands on its end tag afterwards.</summary>
    /// <exception cref="InvalidDataException">The text is longer than a cell may be.</exception>
    public static string ReadText(this XmlReader reader, int longest)
    {
        var text = new StringBuilder();
        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;
            while (reader.ReadNext() && reader.Depth > depth)
            {
                reader.AppendText(text, longest);
            }
        }

        return Unescaped(text.ToString());
    }

    /// <summary>The runs of a rich text, without the readings of its signs.</summary>
    /// <exception cref="InvalidDataException">The text is longer than a cell may be.</exception>
    public static string ReadRichText(this XmlReader reader, int longest)
    {
        var text = new StringBuilder();
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        var (inRun, inReading) = (false, false);
        while (reader.ReadNext() && reader.Depth > depth)
        {
            if (reader is { LocalName: "rPh", IsEmptyElement: false })
            {
                inReading = reader.NodeType == XmlNodeType.Element;
            }
            else if (reader is { LocalName: "t", IsEmptyElement: false })
            {
                inRun = reader.NodeType == XmlNodeType.Element;
            }
            else if (inRun && !inReading)
            {
                reader.AppendText(text, longest);
            }
        }

        return Unescaped(text.ToString());
    }

    private static void AppendText(this XmlReader reader, StringBuilder text, int longest)
    {
        if (
            reader.NodeType
            is not (
                XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.Whitespace
                or XmlNodeType.SignificantWhitespace
            )
        )
        {
            return;
        }

        var chunk = new char[1024];
        for (int read; (read = reader.ReadValueChunk(chunk, 0, chunk.Length)) > 0; )
        {
            text.Append(chunk, 0, read);
            if (text.Length > longest)
            {
                throw new InvalidDataException("A text is longer than a cell may be.");
            }
        }
    }

    // What XML cannot hold is written as _x000D_.
    private static string Unescaped(string text)
    {
        const int Length = 7;
        for (var at = text.IndexOf("_x", StringComparison.Ordinal); at >= 0 && at + Length <= text.Length; )
        {
            if (
                text[at + Length - 1] == '_'
                && int.TryParse(
                    text.AsSpan(at + 2, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var code
                )
            )
            {
                text = string.Concat(text.AsSpan(0, at), ((char)code).ToString(), text.AsSpan(at + Length));
            }

            at = text.IndexOf("_x", at + 1, StringComparison.Ordinal);
        }

        return text;
    }
}

/// <summary>Where a cell stands, as spreadsheets write it: B5.</summary>
internal static class CellReference
{
    public const int LastLine = 1_048_576;
    private const int LastColumn = 16_384;
    private const int Letters = 26;

    /// <summary>A whole number of a few digits; null where there is none.</summary>
    public static int? Number(string? text) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new InvalidDataException($"{text} is no number.");

    /// <summary>The column, from 0.</summary>
    public static int Column(string reference) => Of(reference).Column;

    /// <exception cref="InvalidDataException">It is no place in a worksheet.</exception>
    public static (int Line, int Column) Of(string reference)
    {
        var column = 0;
        var at = 0;
        for (; at < reference.Length && char.IsAsciiLetter(reference[at]); at++)
        {
            column = (column * Letters) + char.ToUpperInvariant(reference[at]) - 'A' + 1;
            if (column > LastColumn)
            {
                break;
            }
        }

        return
            column is > 0 and <= LastColumn
            && int.TryParse(reference.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            && line is > 0 and <= LastLine
            ? (line, column - 1)
            : throw new InvalidDataException($"{reference} is no place in a worksheet.");
    }
}
