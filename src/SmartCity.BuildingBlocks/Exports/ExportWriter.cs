namespace SmartCity.BuildingBlocks.Exports;

/// <summary>
/// Writes a table forward only: heading, lines, end. What is written goes to memory that the caller hands on and empties,
/// so that a table is never held as a whole. Without its end it is no file that a reader takes for a whole one.
/// </summary>
internal abstract class ExportWriter
{
    public abstract void WriteHeading(IReadOnlyList<string> headings);

    public abstract void WriteLine(ReadOnlySpan<Cell> cells);

    /// <summary>Writes what makes the file whole.</summary>
    public virtual void End() { }
}
