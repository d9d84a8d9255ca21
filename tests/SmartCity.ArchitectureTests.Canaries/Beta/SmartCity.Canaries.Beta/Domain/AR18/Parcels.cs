using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.Canaries.Beta.Contracts;

namespace SmartCity.Canaries.Beta.Domain.AR18;

[ObjectName("parcel", "地块", "parcel")]
internal sealed class Parcel : AggregateRoot<ParcelId>
{
    private Parcel() { }
}

internal sealed class StoredElsewhere
{
    public ParcelId Id { get; private init; }
}

internal sealed class KeyLeaves
{
    public ParcelId Id { get; private init; }

    public ParcelId Elsewhere { get; private init; }
}

internal sealed class RawKey
{
    public Guid Id { get; private init; }
}
