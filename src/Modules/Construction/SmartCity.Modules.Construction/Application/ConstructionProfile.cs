using AutoMapper;
using SmartCity.Modules.Construction.Application.Constructing;
using SmartCity.Modules.Construction.Application.CountyProjects;
using SmartCity.Modules.Construction.Application.Registering;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Certificates;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Construction.Domain.CountyProjects;

namespace SmartCity.Modules.Construction.Application;

/// <summary>The projections of the module's lists (ADR 0003).</summary>
internal sealed class ConstructionProfile : Profile
{
    public ConstructionProfile()
    {
        CreateProjection<RecognisedCertificateKind, ListCertificateKinds.CertificateKindLine>();
        CreateProjection<Contractor, ListContractors.ContractorLine>();
        CreateProjection<Building, ListBuildings.BuildingLine>();
        CreateProjection<CountyProject, ListCountyProjects.CountyProjectLine>();
    }
}
