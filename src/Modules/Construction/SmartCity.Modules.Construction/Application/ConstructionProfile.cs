using AutoMapper;
using SmartCity.Modules.Construction.Application.CountyProjects;
using SmartCity.Modules.Construction.Domain.CountyProjects;

namespace SmartCity.Modules.Construction.Application;

/// <summary>The projections of the module's lists (ADR 0003).</summary>
internal sealed class ConstructionProfile : Profile
{
    public ConstructionProfile()
    {
        CreateProjection<CountyProject, ListCountyProjects.CountyProjectLine>();
    }
}
