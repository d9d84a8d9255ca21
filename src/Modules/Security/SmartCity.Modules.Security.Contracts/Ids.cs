using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Modules.Security.Contracts;

/// <summary>A unit: an office, institution, organisation or enterprise that acts through its accounts.</summary>
public readonly record struct UnitId(Guid Value) : IStrongId<UnitId>
{
    public static UnitId From(Guid value) => new(value);
}

/// <summary>An account through which a person or a partner's system acts for its unit.</summary>
public readonly record struct AccountId(Guid Value) : IStrongId<AccountId>
{
    public static AccountId From(Guid value) => new(value);
}
