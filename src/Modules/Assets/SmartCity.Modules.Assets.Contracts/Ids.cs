using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Modules.Assets.Contracts;

/// <summary>The registration of what one accepted project leaves on the ledger.</summary>
public readonly record struct AssetRegistrationId(Guid Value) : IStrongId<AssetRegistrationId>
{
    public static AssetRegistrationId From(Guid value) => new(value);
}
