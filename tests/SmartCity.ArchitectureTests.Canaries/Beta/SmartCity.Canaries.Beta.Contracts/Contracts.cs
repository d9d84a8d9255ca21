using MediatR;
using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Canaries.Beta.Contracts;

public readonly record struct ParcelId(Guid Value) : IStrongId<ParcelId>
{
    public static ParcelId From(Guid value) => new(value);
}

public sealed record ReceiptOf(long Number) : IRequest<string?>;
