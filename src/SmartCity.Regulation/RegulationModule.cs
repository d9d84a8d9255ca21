using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation;

/// <summary>The law kernel: rules, parameters, values. Every module judges by it; it knows none of them.</summary>
public sealed class RegulationModule : IModule
{
    public string Name => "Regulation";

    public string Schema => "regulation";

    public Assembly Contracts => typeof(RegulationModule).Assembly;

    public ModuleDatabase? Database => null;

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ParameterSnapshot.AtPromulgation);
        services.AddSingleton(WorkingCalendar.Published);
        services.AddScoped(provider => new RulesInForce(
            provider.GetRequiredService<ParameterSnapshot>(),
            provider.GetRequiredService<ILegalClock>().Today,
            provider.GetRequiredService<Act>().Record
        ));
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        // The kernel has no endpoints of its own yet.
    }
}
