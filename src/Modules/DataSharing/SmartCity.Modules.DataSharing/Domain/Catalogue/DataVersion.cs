using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.DataSharing.Domain.Catalogue;

/// <summary>One delivery of a resource's data; its rows lie in the row table, the file as sent in the file store.</summary>
internal sealed class DataVersion
{
    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>The day up to which the data is true, as the provider says.</summary>
    public required DateOnly DataAsOf { get; init; }

    /// <summary>The legal date of the upload; staleness is counted from it.</summary>
    public required DateOnly UpdatedOn { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required AccountId ReceivedFrom { get; init; }

    public required long Rows { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file as sent, lower-case hex.</summary>
    public required string Sha256 { get; init; }
}

/// <summary>A unit to which a specially shared resource may be given.</summary>
internal sealed class NamedRecipient
{
    public required UnitId Unit { get; init; }
}
