using SmartCity.BuildingBlocks.Domain;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Domain.Buildings;

/// <summary>The tender as it was published (article 8).</summary>
internal sealed class Tender
{
    public required ProcurementMethod Method { get; init; }

    /// <summary>The public resources trading platform on which it was published.</summary>
    public required string Platform { get; init; }

    public required string NoticeNumber { get; init; }

    public required DateOnly PublishedOn { get; init; }

    /// <summary>The last day on which bids are taken.</summary>
    public required DateOnly ClosesOn { get; init; }

    public required Money Ceiling { get; init; }
}

internal readonly record struct BidId(Guid Value) : IStrongId<BidId>
{
    public static BidId From(Guid value) => new(value);
}

/// <summary>A contractor's bid.</summary>
internal sealed class Bid
{
    public required BidId Id { get; init; }

    public required ContractorId Contractor { get; init; }

    public required UnitId ContractorUnit { get; init; }

    public required string ContractorName { get; init; }

    public required Money Amount { get; init; }

    public required DateOnly SubmittedOn { get; init; }
}

/// <summary>Which bid won.</summary>
internal sealed class Award
{
    public required BidId Bid { get; init; }

    public required ContractorId Contractor { get; init; }

    public required UnitId ContractorUnit { get; init; }

    public required string ContractorName { get; init; }

    public required Money Amount { get; init; }

    public required string NoticeNumber { get; init; }

    public required DateOnly AwardedOn { get; init; }
}
