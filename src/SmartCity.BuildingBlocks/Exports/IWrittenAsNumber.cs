using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Exports;

/// <summary>A value that a table shows as a number with two decimals, and its unit in the column's heading.</summary>
public interface IWrittenAsNumber
{
    decimal Number { get; }

    LocalizedText Unit { get; }
}
