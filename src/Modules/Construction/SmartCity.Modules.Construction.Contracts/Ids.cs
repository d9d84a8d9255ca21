using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Modules.Construction.Contracts;

/// <summary>The building of a project, from its tender to the built system.</summary>
public readonly record struct BuildingId(Guid Value) : IStrongId<BuildingId>
{
    public static BuildingId From(Guid value) => new(value);
}

/// <summary>A contract of a project.</summary>
public readonly record struct ContractId(Guid Value) : IStrongId<ContractId>
{
    public static ContractId From(Guid value) => new(value);
}
