using AutoMapper;

namespace SmartCity.Modules.Construction.Application;

/// <summary>The projections of the module's lists (ADR 0003).</summary>
internal sealed class ConstructionProfile : Profile
{
    public ConstructionProfile() { }
}
