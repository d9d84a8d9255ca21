using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Files;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.DataSharing.Api;
using SmartCity.Modules.DataSharing.Application;
using SmartCity.Modules.DataSharing.Application.Catalogue;
using SmartCity.Modules.DataSharing.Application.Grants;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain;
using SmartCity.Modules.DataSharing.Infrastructure;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing;

/// <summary>Catalogue, agreements, grants and the data path (articles 13 to 22 and 33).</summary>
public sealed class DataSharingModule : IModule
{
    public string Name => "DataSharing";

    public string Schema => DataSharingDb.SchemaName;

    public Assembly Contracts => ContractsAssembly.Value;

    public ModuleDatabase? Database { get; } =
        ModuleDatabase.Of<DataSharingDb, SqliteDataSharingDb, PostgresDataSharingDb, SqlServerDataSharingDb>();

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDatabase<IDataSharingDatabase, DataSharingDb>(this);
        services.AddHousekeeping<DataSharingDb>(this);
        services.AddStatutoryClocks<DataSharingDb>(this, SharingAccess.ReadsAll, DataSharingClocks.All);
        services.AddScoped<IOpenCases, OpenGrants>();
        services.AddScoped<IRowStore, RowStore>();
        services.AddScoped<IDocumentAccess, DataDocumentAccess>();
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        CatalogueEndpoints.Map(routes);
        AgreementEndpoints.Map(routes);
        GrantEndpoints.Map(routes);
        RetrievalEndpoints.Map(routes);
    }
}
