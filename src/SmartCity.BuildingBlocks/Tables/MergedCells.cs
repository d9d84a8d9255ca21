using System.Xml;

namespace SmartCity.BuildingBlocks.Tables;

/// <summary>The merged cells of a worksheet: only the first of each holds a value, the others are filled with it.</summary>
internal sealed class MergedCells
{
    // As many as could lie side by side in one row.
    private const int MostSideBySide = 256;

    private readonly Queue<Area> waiting;
    private readonly List<Area> open = [];

    private MergedCells(IEnumerable<Area> areas) => waiting = new(areas.OrderBy(area => area.FirstLine));

    private sealed record Area(int FirstLine, int FirstColumn, int LastLine, int LastColumn)
    {
        public TableCell Value { get; set; } = TableCell.Empty;
    }

    /// <exception cref="InvalidDataException">There are more than any real worksheet has, or one is no area.</exception>
    public static MergedCells Read(XmlReader sheet, TableLimits limits)
    {
        var areas = new List<Area>();
        while (sheet.ReadNext())
        {
            if (sheet is not { NodeType: XmlNodeType.Element, LocalName: "mergeCell" })
            {
                continue;
            }

            var corners = (sheet.GetAttribute("ref") ?? "").Split(':');
            var (first, last) = (CellReference.Of(corners[0]), CellReference.Of(corners[^1]));
            if (
                corners.Length > 2
                || last.Line < first.Line
                || last.Column < first.Column
                || areas.Count == limits.MostMergedCells
            )
            {
                throw new InvalidDataException("No such merged cells.");
            }

            areas.Add(new(first.Line, first.Column, last.Line, last.Column));
        }

        return new(areas);
    }

    /// <summary>Fills the row's cells with the values of the merged cells that they are part of.</summary>
    public void Fill(int line, List<TableCell> cells, int mostColumns)
    {
        open.RemoveAll(area => area.LastLine < line);
        while (waiting.TryPeek(out var next) && next.FirstLine <= line)
        {
            var area = waiting.Dequeue();
            if (area.LastLine < line)
            {
                continue;
            }

            if (area.FirstLine == line && area.FirstColumn < cells.Count)
            {
                area.Value = cells[area.FirstColumn] with { SpansRows = area.LastLine > area.FirstLine };
            }

            open.Add(area);
            if (open.Count > MostSideBySide)
            {
                throw new InvalidDataException("Merged cells lie over each other.");
            }
        }

        foreach (var area in open.Where(area => !area.Value.IsBlank))
        {
            for (var column = area.FirstColumn; column <= area.LastColumn && column < mostColumns; column++)
            {
                while (cells.Count <= column)
                {
                    cells.Add(TableCell.Empty);
                }

                cells[column] = area.Value with { IsSpread = column > area.FirstColumn };
            }
        }
    }
}
