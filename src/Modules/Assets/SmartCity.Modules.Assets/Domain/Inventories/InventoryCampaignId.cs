using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Modules.Assets.Domain.Inventories;

/// <summary>One inventory of one unit's ledger.</summary>
internal readonly record struct InventoryCampaignId(Guid Value) : IStrongId<InventoryCampaignId>
{
    public static InventoryCampaignId From(Guid value) => new(value);
}
