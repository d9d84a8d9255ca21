using System.Xml;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Tables;

/// <summary>
/// The first worksheet of an XLSX that people can see. It is read twice: where cells are merged stands behind the rows.
/// </summary>
internal sealed class XlsxTable : TableReader
{
    private readonly Stream file;
    private readonly SpreadsheetParts parts;
    private readonly Workbook workbook;
    private readonly MergedCells merged;
    private readonly XmlReader rows;
    private int lastLine;

    private XlsxTable(Stream file, SpreadsheetParts parts, Workbook workbook, MergedCells merged, TableLimits limits)
        : base(limits)
    {
        (this.file, this.parts, this.workbook, this.merged) = (file, parts, workbook, merged);
        rows = parts.Read(workbook.Sheet.Part);
        Sheet = workbook.Sheet.Name;
        OtherSheets = workbook.OtherSheets;
    }

    public static Result<TableReader> Open(Stream file, TableLimits limits)
    {
        SpreadsheetParts? parts = null;
        try
        {
            var opened = SpreadsheetParts.Open(file, limits);
            if (opened.IsFailure)
            {
                return opened.Failure;
            }

            parts = opened.Value;
            var workbook = Workbook.Read(parts, limits);
            using var sheet = parts.Read(workbook.Sheet.Part);
            var merged = MergedCells.Read(sheet, limits);
            var table = new XlsxTable(file, parts, workbook, merged, limits);
            parts = null;
            return table;
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            return TableFault.Broken();
        }
        finally
        {
            parts?.Dispose();
        }
    }

    public override void Dispose()
    {
        rows.Dispose();
        parts.Dispose();
        file.Dispose();
    }

    protected override ValueTask<TableRow?> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            while (rows.ReadNext())
            {
                if (rows is { NodeType: XmlNodeType.Element, LocalName: "row" })
                {
                    return new(ReadRow());
                }
            }
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            Fault ??= TableFault.Broken();
        }

        return new((TableRow?)null);
    }

    private static bool IsBroken(Exception fault) =>
        fault is XmlException or InvalidDataException or EndOfStreamException or System.Text.DecoderFallbackException;

    private TableRow? ReadRow()
    {
        var line = CellReference.Number(rows.GetAttribute("r")) ?? lastLine + 1;
        if (line <= lastLine || line > CellReference.LastLine)
        {
            throw new InvalidDataException("The rows are not in order.");
        }

        lastLine = line;
        var cells = new List<TableCell>();
        if (!rows.IsEmptyElement)
        {
            var depth = rows.Depth;
            while (rows.ReadNext() && rows.Depth > depth)
            {
                if (rows is not { NodeType: XmlNodeType.Element, LocalName: "c" } || rows.Depth != depth + 1)
                {
                    continue;
                }

                var column = rows.GetAttribute("r") is { } reference ? CellReference.Column(reference) : cells.Count;
                if (column < cells.Count)
                {
                    throw new InvalidDataException("The cells are not in order.");
                }

                var cell = ReadCell();
                if (cell == TableCell.Empty)
                {
                    continue;
                }

                if (column >= Limits.MostColumns)
                {
                    Fault = TableFault.TooManyColumns(Limits.MostColumns);
                    return null;
                }

                while (cells.Count < column)
                {
                    cells.Add(TableCell.Empty);
                }

                cells.Add(cell);
                if (cell.Text.Length > Limits.LongestCell)
                {
                    Fault = TableFault.CellTooLong(line, Limits.LongestCell);
                    return null;
                }

                if (isCommand)
                {
                    Fault = TableFault.Formula(line, column);
                    return null;
                }
            }
        }

        merged.Fill(line, cells, Limits.MostColumns);
        return new(line, cells);
    }

    private bool isCommand;

    private TableCell ReadCell()
    {
        var (type, style) = (rows.GetAttribute("t") ?? "n", CellReference.Number(rows.GetAttribute("s")) ?? 0);
        if (rows.IsEmptyElement)
        {
            return TableCell.Empty;
        }

        string? value = null;
        var isFormula = false;
        var depth = rows.Depth;
        while (rows.ReadNext() && rows.Depth > depth)
        {
            if (rows.NodeType != XmlNodeType.Element || rows.Depth != depth + 1)
            {
                continue;
            }

            switch (rows.LocalName)
            {
                case "v":
                    value = rows.ReadText(Limits.LongestCell);
                    break;
                case "is":
                    value = rows.ReadRichText(Limits.LongestCell);
                    break;
                case "f":
                    isFormula = true;
                    // Only a call into another program is written with this sign.
                    isCommand |= rows.ReadText(Limits.LongestCell).Contains('|', StringComparison.Ordinal);
                    break;
                default:
                    break;
            }
        }

        if (string.IsNullOrEmpty(value))
        {
            return isFormula ? new("", CellKind.FormulaWithoutValue) : TableCell.Empty;
        }

        return type switch
        {
            "s" => new(workbook.SharedText(value), CellKind.Text),
            "inlineStr" or "str" => new(value, CellKind.Text),
            "e" => new(value, CellKind.Error),
            "b" => new(value == "1" ? "TRUE" : "FALSE", CellKind.Text),
            "d" => new(value.Length >= 10 ? value[..10] : value, CellKind.Date),
            "n" => workbook.Number(value, style),
            _ => throw new InvalidDataException($"No cell is of type {type}."),
        };
    }
}
