using System.Globalization;

namespace SmartCity.BuildingBlocks.Exports;

/// <summary>What kind of value stands in a cell.</summary>
internal enum CellKind
{
    Empty,
    Text,

    /// <summary>A count or a year: no decimals.</summary>
    Whole,

    /// <summary>A number with two decimals.</summary>
    Amount,
    Day,

    /// <summary>An instant as a clock in China shows it, to the second.</summary>
    Instant,
}

/// <summary>One value of a table, ready to be written.</summary>
internal readonly record struct Cell
{
    private Cell(CellKind kind, string text = "", decimal number = 0, DateTime moment = default) =>
        (Kind, Text, Number, Moment) = (kind, text, number, moment);

    public CellKind Kind { get; }

    /// <summary>The text of a text cell; of the other kinds, empty.</summary>
    public string Text { get; }

    public decimal Number { get; }

    public DateTime Moment { get; }

    public static Cell Empty => default;

    public static Cell OfText(string text) => text.Length == 0 ? Empty : new(CellKind.Text, text);

    public static Cell OfWhole(decimal number) => new(CellKind.Whole, number: number);

    public static Cell OfAmount(decimal number) => new(CellKind.Amount, number: number);

    public static Cell OfDay(DateOnly day) => new(CellKind.Day, moment: day.ToDateTime(TimeOnly.MinValue));

    public static Cell OfInstant(DateTime moment) => new(CellKind.Instant, moment: moment);

    /// <summary>The value as one spells it: a point before decimals, dates as ISO 8601 does.</summary>
    public string Spelled =>
        Kind switch
        {
            CellKind.Whole => Number.ToString("0", CultureInfo.InvariantCulture),
            CellKind.Amount => Number.ToString("0.00", CultureInfo.InvariantCulture),
            CellKind.Day => Moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            CellKind.Instant => Moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            _ => Text ?? "",
        };
}
