using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Modules.Assets.Domain.Cards;

/// <summary>A card of the ledger.</summary>
internal readonly record struct AssetCardId(Guid Value) : IStrongId<AssetCardId>
{
    public static AssetCardId From(Guid value) => new(value);
}
