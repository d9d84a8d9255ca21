namespace SmartCity.BuildingBlocks.Tables;

/// <summary>What a cell holds, as far as the file itself says so; a CSV has texts only.</summary>
public enum CellKind
{
    Text,

    /// <summary>A number, written plainly with a point.</summary>
    Number,

    /// <summary>A date, written as <c>2026-03-02</c>, or as <c>2026-03</c> where the file shows no day.</summary>
    Date,

    /// <summary>A value that the spreadsheet could not work out, such as <c>#REF!</c>.</summary>
    Error,

    /// <summary>A formula of which the file keeps no value.</summary>
    FormulaWithoutValue,
}

/// <summary>One cell of a row.</summary>
/// <param name="Text">What it says; empty where there is nothing.</param>
/// <param name="SpansRows">It is part of a merged cell that reaches over several rows, and repeats what that says.</param>
/// <param name="IsSpread">It repeats what the merged cell says that begins further left.</param>
public readonly record struct TableCell(string Text, CellKind Kind, bool SpansRows = false, bool IsSpread = false)
{
    public static TableCell Empty { get; } = new("", CellKind.Text);

    public bool IsBlank => Kind is not CellKind.FormulaWithoutValue && string.IsNullOrWhiteSpace(Text);
}

/// <summary>One row of a table.</summary>
/// <param name="Line">The row's number in a spreadsheet, the line of a CSV; from 1.</param>
public sealed record TableRow(int Line, IReadOnlyList<TableCell> Cells)
{
    public static TableRow None { get; } = new(0, []);

    public TableCell this[int column] => column < Cells.Count ? Cells[column] : TableCell.Empty;

    public bool IsBlank => Cells.All(cell => cell.IsBlank);
}

public static class ColumnLetters
{
    private const int Letters = 26;

    /// <summary>How spreadsheets call a column, counted from 0: A, Z, AA.</summary>
    public static string Of(int column) =>
        (column >= Letters ? Of((column / Letters) - 1) : "") + (char)('A' + (column % Letters));
}
