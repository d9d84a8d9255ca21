using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Modules.Acceptance.Contracts;

/// <summary>The acceptance of a built project, from the system test to the post-evaluation.</summary>
public readonly record struct AcceptanceId(Guid Value) : IStrongId<AcceptanceId>
{
    public static AcceptanceId From(Guid value) => new(value);
}
