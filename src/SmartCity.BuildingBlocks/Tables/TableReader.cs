using System.Text.RegularExpressions;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Tables;

/// <summary>
/// Reads a table file row by row; blank rows are left out. Where <see cref="Fault"/> is set reading has stopped and the
/// file is refused whole.
/// </summary>
public abstract partial class TableReader(TableLimits limits) : IDisposable
{
    private int rows;

    /// <summary>The row read last.</summary>
    public TableRow Row { get; private set; } = TableRow.None;

    /// <summary>Why reading stopped before the end; null where it did not.</summary>
    public Error? Fault { get; protected set; }

    /// <summary>The worksheet that is read; null for a CSV.</summary>
    public string? Sheet { get; protected init; }

    /// <summary>Further worksheets that people can see, which are not read.</summary>
    public IReadOnlyList<string> OtherSheets { get; protected init; } = [];

    protected TableLimits Limits => limits;

    /// <summary>Reads the next row that holds anything.</summary>
    /// <returns>False at the end of the table, or at a fault.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (Fault is null)
        {
            if (await NextAsync(cancellationToken) is not { } row || Fault is not null)
            {
                return false;
            }

            if (row.IsBlank)
            {
                continue;
            }

            if (++rows > limits.MostRows)
            {
                Fault = TableFault.TooManyRows(limits.MostRows);
            }
            else if (Dangerous(row) is { } column)
            {
                Fault = TableFault.Formula(row.Line, column);
            }
            else
            {
                Row = row;
                return true;
            }
        }

        return false;
    }

    public abstract void Dispose();

    /// <summary>The next row, blank or not; null at the end.</summary>
    protected abstract ValueTask<TableRow?> NextAsync(CancellationToken cancellationToken);

    // A text that a spreadsheet would run when the list is opened again. Signed numbers, telephone numbers and lines that
    // begin with a dash are none.
    internal static bool IsDangerous(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.Length < 2)
        {
            return false;
        }

        return start[0] switch
        {
            '=' or '＝' or '@' or '＠' => true,
            '+' or '＋' or '-' or '－' => Callable().IsMatch(start),
            _ => false,
        };
    }

    private static int? Dangerous(TableRow row)
    {
        for (var column = 0; column < row.Cells.Count; column++)
        {
            if (row.Cells[column] is { Kind: CellKind.Text } cell && IsDangerous(cell.Text))
            {
                return column;
            }
        }

        return null;
    }

    [GeneratedRegex(@"[|!]|[A-Za-z][\w.]*\(", RegexOptions.CultureInvariant)]
    private static partial Regex Callable();
}
