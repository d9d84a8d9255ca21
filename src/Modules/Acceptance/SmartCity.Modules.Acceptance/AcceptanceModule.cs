using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Acceptance.Api;
using SmartCity.Modules.Acceptance.Application;
using SmartCity.Modules.Acceptance.Application.Accepting;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain;
using SmartCity.Modules.Acceptance.Infrastructure;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Acceptance;

/// <summary>System test, trial run, acceptance, use and post-evaluation (articles 35 to 37).</summary>
public sealed class AcceptanceModule : IModule
{
    public string Name => "Acceptance";

    public string Schema => AcceptanceDb.SchemaName;

    public Assembly Contracts => ContractsAssembly.Value;

    public ModuleDatabase? Database { get; } =
        ModuleDatabase.Of<AcceptanceDb, SqliteAcceptanceDb, PostgresAcceptanceDb, SqlServerAcceptanceDb>();

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDatabase<IAcceptanceDatabase, AcceptanceDb>(this);
        services.AddHousekeeping<AcceptanceDb>(this);
        services.AddStatutoryClocks<AcceptanceDb>(this, AcceptanceAccess.SeesAll, AcceptanceClocks.All);
        services.AddScoped<IOpenCases, OpenAcceptances>();
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        AcceptanceEndpoints.Map(routes);
        TrialEndpoints.Map(routes);
        UseEndpoints.Map(routes);
    }
}
