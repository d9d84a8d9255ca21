using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Modules.Assets.Domain.Registrations;

namespace SmartCity.Modules.Assets.Application;

/// <summary>The module's database as its use cases see it. A root is loaded with all that it holds.</summary>
internal interface IAssetsDatabase : IModuleStore
{
    DbSet<AssetRegistration> Registrations { get; }

    DbSet<AssetCard> Cards { get; }

    DbSet<InventoryCampaign> Campaigns { get; }
}
