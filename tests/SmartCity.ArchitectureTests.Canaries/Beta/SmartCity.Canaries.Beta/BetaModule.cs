using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Canaries.Beta.Contracts;
using SmartCity.Canaries.Beta.Infrastructure.AR18;

namespace SmartCity.Canaries.Beta;

/// <summary>A second miniature module: it asks the first, and its database is the bad twin of the first one's.</summary>
public sealed class BetaModule : IModule
{
    public string Name => "Beta";

    public string Schema => "beta";

    public Assembly Contracts => ContractsAssembly.Value;

    public ModuleDatabase? Database => ModuleDatabase.Of<BetaDb, SqliteBetaDb, PostgresBetaDb, SqlServerBetaDb>();

    public void Add(IServiceCollection services, IConfiguration configuration) { }

    public void Map(IEndpointRouteBuilder routes) { }
}
