namespace SmartCity.BuildingBlocks.Tables;

/// <summary>How much of a table file is read at the most; beyond it the file is refused whole.</summary>
public sealed record TableLimits
{
    /// <summary>Bytes as sent.</summary>
    public long LargestFile { get; init; } = 20 << 20;

    /// <summary>Rows that hold anything.</summary>
    public int MostRows { get; init; } = 20_000;

    public int MostColumns { get; init; } = 256;

    /// <summary>Characters; a spreadsheet can hold no longer cell.</summary>
    public int LongestCell { get; init; } = 32_767;

    /// <summary>Bytes of all parts of a spreadsheet together once they are unpacked.</summary>
    public long LargestUnpacked { get; init; } = 128 << 20;

    /// <summary>A part that shrinks more than so many times was made to do harm; real ones reach a fifth of it.</summary>
    public int LargestRatio { get; init; } = 200;

    /// <summary>Files inside a spreadsheet.</summary>
    public int MostParts { get; init; } = 1000;

    public int MostMergedCells { get; init; } = 50_000;
}
