using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Construction.Contracts;

namespace SmartCity.Modules.Construction;

/// <summary>The Construction module; empty so far.</summary>
public sealed class ConstructionModule : IModule
{
    public string Name => "Construction";

    public string Schema => "construction";

    public Assembly Contracts => ContractsAssembly.Value;

    public ModuleDatabase? Database => null;

    public void Add(IServiceCollection services, IConfiguration configuration) { }

    public void Map(IEndpointRouteBuilder routes) { }
}
