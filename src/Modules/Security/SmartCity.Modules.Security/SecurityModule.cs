using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security;

/// <summary>The Security module; empty so far.</summary>
public sealed class SecurityModule : IModule
{
    public string Name => "Security";

    public string Schema => "security";

    public Assembly Contracts => ContractsAssembly.Value;

    public ModuleDatabase? Database => null;

    public void Add(IServiceCollection services, IConfiguration configuration) { }

    public void Map(IEndpointRouteBuilder routes) { }
}
