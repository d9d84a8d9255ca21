using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Certificates;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Construction.Domain.CountyProjects;

namespace SmartCity.Modules.Construction.Application;

/// <summary>The module's database as its use cases see it. A root is loaded with all that it holds.</summary>
internal interface IConstructionDatabase : IModuleStore
{
    DbSet<RecognisedCertificateKind> CertificateKinds { get; }

    DbSet<Contractor> Contractors { get; }

    DbSet<Building> Buildings { get; }

    DbSet<CountyProject> CountyProjects { get; }
}
