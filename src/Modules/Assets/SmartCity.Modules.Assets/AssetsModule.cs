using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Assets.Api;
using SmartCity.Modules.Assets.Application;
using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Assets.Domain;
using SmartCity.Modules.Assets.Infrastructure;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Modules.Assets;

/// <summary>Asset cards, ownership, custody and inventory (articles 38 to 40).</summary>
public sealed class AssetsModule : IModule
{
    public string Name => "Assets";

    public string Schema => AssetsDb.SchemaName;

    public Assembly Contracts => ContractsAssembly.Value;

    public ModuleDatabase? Database { get; } =
        ModuleDatabase.Of<AssetsDb, SqliteAssetsDb, PostgresAssetsDb, SqlServerAssetsDb>();

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDatabase<IAssetsDatabase, AssetsDb>(this);
        services.AddHousekeeping<AssetsDb>(this);
        services.AddStatutoryClocks<AssetsDb>(this, LedgerAccess.SeesAll, AssetsClocks.All);
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        RegistrationEndpoints.Map(routes);
        CardEndpoints.Map(routes);
        InventoryEndpoints.Map(routes);
    }
}
