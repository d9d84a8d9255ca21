using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Tables;

/// <summary>A CSV whose encoding was found before the first row is told.</summary>
internal sealed class CsvTable : TableReader
{
    private readonly StreamReader text;
    private readonly CsvReader csv;

    private CsvTable(StreamReader text, TableLimits limits)
        : base(limits)
    {
        this.text = text;
        csv = new(text, limits.LongestCell);
    }

    public static async Task<Result<TableReader>> OpenAsync(
        Stream file,
        TableLimits limits,
        CancellationToken cancellationToken
    )
    {
        var encoding = await TextEncoding.OfAsync(file, cancellationToken);
        if (encoding.IsFailure)
        {
            return encoding.Failure;
        }

        file.Position = 0;
        return new CsvTable(new(file, encoding.Value, detectEncodingFromByteOrderMarks: true), limits);
    }

    public override void Dispose() => text.Dispose();

    protected override async ValueTask<TableRow?> NextAsync(CancellationToken cancellationToken)
    {
        if (await csv.ReadAsync(cancellationToken))
        {
            if (csv.Count > Limits.MostColumns)
            {
                Fault = TableFault.TooManyColumns(Limits.MostColumns);
                return null;
            }

            var cells = new TableCell[csv.Count];
            for (var cell = 0; cell < cells.Length; cell++)
            {
                cells[cell] = new(csv[cell].ToString(), CellKind.Text);
            }

            return new(csv.Line, cells);
        }

        Fault = csv.Fault is { } why ? TableFault.Malformed(csv.Line, why) : null;
        return null;
    }
}
