using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Tables;

/// <summary>
/// Reads CSV as RFC 4180 has it, one record at a time: cells in quotes may hold commas, quotes (doubled) and line
/// breaks. What is longer than any cell may be is a fault, so that a broken quote does not swallow the file. Nothing is
/// allocated for a cell: a record is good until the next one is read.
/// </summary>
/// <param name="longestCell">Characters.</param>
public sealed class CsvReader(TextReader reader, int longestCell = CsvReader.LongestUsualCell)
{
    private const int LongestUsualCell = 4000;
    private const int MostCells = 1000;

    private readonly char[] buffer = new char[32 * 1024];
    private int position;
    private int length;
    private int nextLine = 1;

    private readonly List<int> ends = [];
    private char[] text = new char[1024];
    private int written;
    private Place place;

    // Where the reader stands within a record.
    private enum Place
    {
        CellBegin,
        Plain,
        Quoted,
        AfterQuote,
        AfterCarriageReturn,
    }

    /// <summary>The line on which the last record began, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>How many cells the last record has.</summary>
    public int Count => ends.Count;

    /// <summary>A cell of the last record.</summary>
    public ReadOnlySpan<char> this[int cell] => text.AsSpan(Begin(cell)..ends[cell]);

    /// <summary>Why reading stopped before the end; null where it did not.</summary>
    public LocalizedText? Fault { get; private set; }

    /// <summary>Reads the next record.</summary>
    /// <returns>False at the end of the file, or at a fault.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        Line = nextLine;
        if (Fault is not null || (position == length && !await FillAsync(cancellationToken)))
        {
            return false;
        }

        ends.Clear();
        (written, place) = (0, Place.CellBegin);
        while (!GoOn())
        {
            if (!await FillAsync(cancellationToken))
            {
                EndAtEndOfFile();
                break;
            }
        }

        return Fault is null;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        length = await reader.ReadAsync(buffer, cancellationToken);
        position = 0;
        return length > 0;
    }

    /// <summary>Takes what is in the buffer.</summary>
    /// <returns>Whether the record ended, by its last cell or by a fault; otherwise there is more to be read.</returns>
    private bool GoOn()
    {
        while (position < length)
        {
            var ended = place switch
            {
                Place.CellBegin => BeginCell(),
                Place.Plain => TakePlain(),
                Place.Quoted => TakeQuoted(),
                Place.AfterQuote => TakeAfterQuote(),
                _ => TakeAfterCarriageReturn(),
            };
            if (ended)
            {
                return true;
            }
        }

        return false;
    }

    private bool BeginCell()
    {
        var quoted = buffer[position] == '"';
        position += quoted ? 1 : 0;
        place = quoted ? Place.Quoted : Place.Plain;
        return false;
    }

    private bool TakePlain()
    {
        var rest = buffer.AsSpan(position..length);
        var plain = rest.IndexOfAny(",\r\n\"");
        if (!Keep(plain < 0 ? rest : rest[..plain]))
        {
            return true;
        }

        position += plain < 0 ? rest.Length : plain + 1;
        return plain >= 0
            && rest[plain] switch
            {
                '"' => Stop(new("引号应包住整个单元格。", "Quotes go around the whole cell.")),
                var end => EndCell(end),
            };
    }

    private bool TakeQuoted()
    {
        var rest = buffer.AsSpan(position..length);
        var plain = rest.IndexOf('"');
        var inside = plain < 0 ? rest : rest[..plain];
        nextLine += inside.Count('\n');
        position += plain < 0 ? rest.Length : plain + 1;
        place = plain < 0 ? Place.Quoted : Place.AfterQuote;
        return !Keep(inside);
    }

    private bool TakeAfterQuote()
    {
        var character = buffer[position++];
        switch (character)
        {
            case '"':
                place = Place.Quoted;
                return !Keep("\"");
            case ',' or '\r' or '\n':
                return EndCell(character);
            default:
                return Stop(new("引号之后应为逗号或换行。", "After a closing quote comes a comma or a line break."));
        }
    }

    private bool TakeAfterCarriageReturn() =>
        buffer[position++] == '\n'
            ? EndCell('\n')
            : Stop(new("回车之后应为换行。", "A carriage return is followed by a line feed."));

    /// <returns>Whether the record ended with the cell.</returns>
    private bool EndCell(char by)
    {
        if (by == '\r')
        {
            place = Place.AfterCarriageReturn;
            return false;
        }

        nextLine += by == '\n' ? 1 : 0;
        ends.Add(written);
        place = Place.CellBegin;
        return ends.Count > MostCells ? Stop(new("这一行的列过多。", "The line has too many columns.")) : by == '\n';
    }

    private void EndAtEndOfFile() =>
        _ = place == Place.Quoted ? Stop(new("引号没有闭合。", "A quote is not closed.")) : EndCell('\n');

    private bool Keep(ReadOnlySpan<char> characters)
    {
        if (written - Begin(ends.Count) + characters.Length > longestCell)
        {
            return !Stop(new($"单元格超过 {longestCell} 个字符。", $"A cell has more than {longestCell} characters."));
        }

        if (written + characters.Length > text.Length)
        {
            Array.Resize(ref text, Math.Max(text.Length * 2, written + characters.Length));
        }

        characters.CopyTo(text.AsSpan(written));
        written += characters.Length;
        return true;
    }

    private int Begin(int cell) => cell == 0 ? 0 : ends[cell - 1];

    private bool Stop(LocalizedText why)
    {
        Fault = why;
        return true;
    }
}
