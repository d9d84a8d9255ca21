using System.Text;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Tables;

/// <summary>
/// Reads CSV as RFC 4180 has it, one record at a time: cells in quotes may hold commas, quotes (doubled) and line
/// breaks. What is longer than any cell may be is a fault, so that a broken quote does not swallow the file.
/// </summary>
/// <param name="longestCell">Characters.</param>
public sealed class CsvReader(TextReader reader, int longestCell = CsvReader.LongestUsualCell)
{
    private const int LongestUsualCell = 4000;
    private const int MostCells = 1000;
    private const int EndOfFile = -1;

    private readonly char[] buffer = new char[8192];
    private readonly StringBuilder cell = new();
    private int position;
    private int length;
    private int nextLine = 1;

    /// <summary>The line on which the last record began, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The cells of the last record.</summary>
    public IReadOnlyList<string> Cells { get; private set; } = [];

    /// <summary>Why reading stopped before the end; null where it did not.</summary>
    public LocalizedText? Fault { get; private set; }

    /// <summary>Reads the next record.</summary>
    /// <returns>False at the end of the file, or at a fault.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        Line = nextLine;
        if (Fault is not null || await PeekAsync(cancellationToken) == EndOfFile)
        {
            return false;
        }

        var cells = new List<string>();
        while (true)
        {
            var isLast =
                await PeekAsync(cancellationToken) == '"'
                    ? await ReadQuotedAsync(cancellationToken)
                    : await ReadPlainAsync(cancellationToken);
            cells.Add(cell.ToString());
            cell.Clear();
            if (Fault is not null || cells.Count > MostCells)
            {
                Fault ??= new("这一行的列过多。", "The line has too many columns.");
                return false;
            }

            if (isLast)
            {
                Cells = cells;
                return true;
            }
        }
    }

    /// <returns>Whether the record ends with the cell.</returns>
    private async ValueTask<bool> ReadPlainAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (await TakeAsync(cancellationToken))
            {
                case ',':
                    return false;
                case EndOfFile or '\n':
                    return true;
                case '\r':
                    return await EndLineAsync(cancellationToken);
                case '"':
                    return Stop(new("引号应包住整个单元格。", "Quotes go around the whole cell."));
                case var character when !Keep((char)character):
                    return true;
                default:
                    continue;
            }
        }
    }

    private async ValueTask<bool> ReadQuotedAsync(CancellationToken cancellationToken)
    {
        await TakeAsync(cancellationToken);
        while (true)
        {
            var character = await TakeAsync(cancellationToken);
            if (character == EndOfFile)
            {
                return Stop(new("引号没有闭合。", "A quote is not closed."));
            }

            if (character != '"')
            {
                if (!Keep((char)character))
                {
                    return true;
                }

                continue;
            }

            switch (await TakeAsync(cancellationToken))
            {
                case '"' when !Keep('"'):
                    return true;
                case '"':
                    continue;
                case ',':
                    return false;
                case EndOfFile or '\n':
                    return true;
                case '\r':
                    return await EndLineAsync(cancellationToken);
                default:
                    return Stop(
                        new("引号之后应为逗号或换行。", "After a closing quote comes a comma or a line break.")
                    );
            }
        }
    }

    private async ValueTask<bool> EndLineAsync(CancellationToken cancellationToken) =>
        await TakeAsync(cancellationToken) is '\n' or EndOfFile
        || Stop(new("回车之后应为换行。", "A carriage return is followed by a line feed."));

    private bool Keep(char character)
    {
        cell.Append(character);
        return cell.Length <= longestCell
            || !Stop(new($"单元格超过 {longestCell} 个字符。", $"A cell has more than {longestCell} characters."));
    }

    private bool Stop(LocalizedText why)
    {
        Fault = why;
        return true;
    }

    private async ValueTask<int> TakeAsync(CancellationToken cancellationToken)
    {
        var character = await PeekAsync(cancellationToken);
        if (character != EndOfFile)
        {
            position++;
            nextLine += character == '\n' ? 1 : 0;
        }

        return character;
    }

    private async ValueTask<int> PeekAsync(CancellationToken cancellationToken)
    {
        if (position == length)
        {
            length = await reader.ReadAsync(buffer, cancellationToken);
            position = 0;
        }

        return length == 0 ? EndOfFile : buffer[position];
    }
}
