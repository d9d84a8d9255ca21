namespace SmartCity.BuildingBlocks.Exports;

/// <summary>A value of a list's line that a table shows as this text.</summary>
public interface IWrittenAsText
{
    string Text { get; }
}
