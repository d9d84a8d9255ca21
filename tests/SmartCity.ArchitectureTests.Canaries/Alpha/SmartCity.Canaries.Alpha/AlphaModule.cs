using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Canaries.Alpha.Api;
using SmartCity.Canaries.Alpha.Application;
using SmartCity.Canaries.Alpha.Contracts;
using SmartCity.Canaries.Alpha.Infrastructure;
using SmartCity.Canaries.Alpha.Infrastructure.AR23;

namespace SmartCity.Canaries.Alpha;

/// <summary>A miniature module, good but for what stands in namespaces named after a rule.</summary>
public sealed class AlphaModule : IModule
{
    public string Name => "Alpha";

    public string Schema => "alpha";

    public Assembly Contracts => ContractsAssembly.Value;

    public ModuleDatabase? Database => ModuleDatabase.Of<AlphaDb, SqliteAlphaDb, PostgresAlphaDb, SqlServerAlphaDb>();

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDatabase<IAlphaDatabase, AlphaDb>(this);
        services.AddHousekeeping<AlphaDb>(this);
        services.AddPeriodicJob<ExpiryJob>(this, "expiry", TimeSpan.FromHours(1));
        services.AddPeriodicJob<UntestedJob>(this, "untested", TimeSpan.FromHours(1));
        services.AddSingleton(new PeriodicJob("cleanup", Schema, typeof(NamelessJob), TimeSpan.FromHours(1)));
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapPermits();
}
