namespace SmartCity.Modules.DataSharing.Application.Retrieving;

/// <summary>Where a page of rows ended: in which version of the data, after which row.</summary>
internal sealed record RowPosition(int DataVersion, long Number)
{
    /// <summary>The most rows of one page.</summary>
    public const int LargestPage = 1000;

    /// <summary>The rows of a page where no number is asked for.</summary>
    public const int DefaultPage = 100;
}
