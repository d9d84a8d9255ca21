using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Regulation.Application;

namespace SmartCity.Regulation.Tests.Sample;

/// <summary>A module with a parameter of each kind and a rule of each basis, so that the kernel can be tried alone.</summary>
internal sealed class SampleModule : IModule
{
    public string Name => "Sample";

    public string Schema => "sample";

    public Assembly Contracts => typeof(SampleModule).Assembly;

    public ModuleDatabase? Database => null;

    public void Add(IServiceCollection services, IConfiguration configuration) { }

    public void Map(IEndpointRouteBuilder routes) { }

    public static IReadOnlyList<IModule> WithTheKernel => [new RegulationModule(), new SampleModule()];

    public static Actor Office { get; } = ActorOf(RegulationAuthorities.InformatizationOfficeRole);

    public static Actor ActorOf(string role) =>
        new(
            ActorKind.Person,
            Guid.Parse("01980000-0000-7000-8000-000000000011"),
            "经办",
            Guid.Parse("01980000-0000-7000-8000-000000000012"),
            role,
            "610400"
        );
}
