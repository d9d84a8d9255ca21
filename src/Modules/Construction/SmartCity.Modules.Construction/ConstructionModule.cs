using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Construction.Api;
using SmartCity.Modules.Construction.Application;
using SmartCity.Modules.Construction.Application.Constructing;
using SmartCity.Modules.Construction.Application.CountyProjects;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Infrastructure;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Construction;

/// <summary>From a passed review to a built project: tender, contract, who may undertake and lead it; county projects (articles 8 to 12).</summary>
public sealed class ConstructionModule : IModule
{
    public string Name => "Construction";

    public string Schema => ConstructionDb.SchemaName;

    public Assembly Contracts => ContractsAssembly.Value;

    public ModuleDatabase? Database { get; } =
        ModuleDatabase.Of<ConstructionDb, SqliteConstructionDb, PostgresConstructionDb, SqlServerConstructionDb>();

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDatabase<IConstructionDatabase, ConstructionDb>(this);
        services.AddHousekeeping<ConstructionDb>(this);
        services.AddScoped<IOpenCases, OpenBuildings>();
        services.AddScoped<IOpenCases, OpenCountyProjects>();
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        RegisterEndpoints.Map(routes);
        TenderEndpoints.Map(routes);
        BuildingEndpoints.Map(routes);
        CountyProjectEndpoints.Map(routes);
    }
}
