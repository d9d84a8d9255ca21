using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.Modules.Construction.Domain.CountyProjects;

/// <summary>A county's own informatization project; no other module speaks of it.</summary>
internal readonly record struct CountyProjectId(Guid Value) : IStrongId<CountyProjectId>
{
    public static CountyProjectId From(Guid value) => new(value);
}
