using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Tables;

/// <summary>A value that a table shows as a number with two decimals, and its unit in the column's heading.</summary>
public interface ITableAmount
{
    decimal Amount { get; }

    LocalizedText Unit { get; }
}
