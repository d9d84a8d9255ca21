using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Acceptance.Contracts;

namespace SmartCity.Modules.Acceptance;

/// <summary>The Acceptance module; empty so far.</summary>
public sealed class AcceptanceModule : IModule
{
    public string Name => "Acceptance";

    public string Schema => "acceptance";

    public Assembly Contracts => ContractsAssembly.Value;

    public ModuleDatabase? Database => null;

    public void Add(IServiceCollection services, IConfiguration configuration) { }

    public void Map(IEndpointRouteBuilder routes) { }
}
