using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Modules.Operations.Contracts;

/// <summary>A unit's request for maintenance money.</summary>
public readonly record struct MaintenanceRequestId(Guid Value) : IStrongId<MaintenanceRequestId>
{
    public static MaintenanceRequestId From(Guid value) => new(value);
}
