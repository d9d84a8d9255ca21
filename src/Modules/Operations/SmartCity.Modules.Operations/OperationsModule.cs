using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Operations.Api;
using SmartCity.Modules.Operations.Application;
using SmartCity.Modules.Operations.Contracts;
using SmartCity.Modules.Operations.Domain;
using SmartCity.Modules.Operations.Infrastructure;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Modules.Operations;

/// <summary>Warranty, maintenance money and violations (articles 37, 41 to 43).</summary>
public sealed class OperationsModule : IModule
{
    public string Name => "Operations";

    public string Schema => OperationsDb.SchemaName;

    public Assembly Contracts => ContractsAssembly.Value;

    public ModuleDatabase? Database { get; } =
        ModuleDatabase.Of<OperationsDb, SqliteOperationsDb, PostgresOperationsDb, SqlServerOperationsDb>();

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDatabase<IOperationsDatabase, OperationsDb>(this);
        services.AddHousekeeping<OperationsDb>(this);
        services.AddStatutoryClocks<OperationsDb>(
            this,
            actor => OperationsAccess.IsOfTheCity(actor) && OperationsAccess.SeesAll(actor),
            OperationsClocks.All
        );
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        WarrantyEndpoints.Map(routes);
        FaultReportEndpoints.Map(routes);
        ViolationCaseEndpoints.Map(routes);
        CaseMeasureEndpoints.Map(routes);
        MaintenanceRequestEndpoints.Map(routes);
    }
}
