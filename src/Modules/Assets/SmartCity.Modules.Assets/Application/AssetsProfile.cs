using AutoMapper;
using SmartCity.Modules.Assets.Application.Counting;
using SmartCity.Modules.Assets.Application.Keeping;
using SmartCity.Modules.Assets.Application.Registering;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Inventories;
using SmartCity.Modules.Assets.Domain.Registrations;

namespace SmartCity.Modules.Assets.Application;

/// <summary>The projections of the module's lists (ADR 0003).</summary>
internal sealed class AssetsProfile : Profile
{
    public AssetsProfile()
    {
        CreateProjection<AssetRegistration, ListRegistrations.RegistrationListLine>();
        CreateProjection<AssetCard, ListCards.CardLine>();
        CreateProjection<InventoryCampaign, ListInventories.InventoryLine>();
    }
}
