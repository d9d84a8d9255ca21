using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.DataSharing.Contracts;

namespace SmartCity.Modules.DataSharing;

/// <summary>The DataSharing module; empty so far.</summary>
public sealed class DataSharingModule : IModule
{
    public string Name => "DataSharing";

    public string Schema => "data_sharing";

    public Assembly Contracts => ContractsAssembly.Value;

    public ModuleDatabase? Database => null;

    public void Add(IServiceCollection services, IConfiguration configuration) { }

    public void Map(IEndpointRouteBuilder routes) { }
}
