using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Modules.Approval.Domain.Payments;

/// <summary>The act of another module, as its audit entry names it.</summary>
internal readonly record struct ActId(Guid Value) : IStrongId<ActId>
{
    public static ActId From(Guid value) => new(value);
}

/// <summary>Where a fact comes from.</summary>
/// <param name="Source">The event's name, such as <c>construction.contract-signed.v1</c>.</param>
/// <param name="Act">The act that caused the event.</param>
/// <param name="HeardAt">When this module heard of it.</param>
internal sealed record FactOrigin(string Source, ActId? Act, DateTimeOffset HeardAt);

/// <summary>Why a fact holds no more.</summary>
internal sealed record FactEnd(string Reason, DateOnly On);
