using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Approval.Contracts;

namespace SmartCity.Modules.Approval;

/// <summary>The Approval module; empty so far.</summary>
public sealed class ApprovalModule : IModule
{
    public string Name => "Approval";

    public string Schema => "approval";

    public Assembly Contracts => ContractsAssembly.Value;

    public ModuleDatabase? Database => null;

    public void Add(IServiceCollection services, IConfiguration configuration) { }

    public void Map(IEndpointRouteBuilder routes) { }
}
