using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.Miniature.Counting;

/// <summary>A module as small as one can be and still use every mechanism: counters that go up, in a unit's care.</summary>
public sealed class CountingModule : IModule
{
    public string Name => "Counting";

    public string Schema => "counting";

    public Assembly Contracts => typeof(CountingModule).Assembly;

    public ModuleDatabase? Database =>
        ModuleDatabase.Of<CountingDb, SqliteCountingDb, PostgresCountingDb, SqlServerCountingDb>();

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDatabase<ICountingDatabase, CountingDb>(this);
        services.AddHousekeeping<CountingDb>(this);
    }

    public void Map(IEndpointRouteBuilder routes) { }
}

/// <summary>A counter went up.</summary>
[EventName("counting.raised.v1")]
public sealed record CounterRaised(Guid Counter, long To) : IIntegrationEvent;

/// <summary>A counter was closed; two modules listen.</summary>
[EventName("counting.closed.v1")]
public sealed record CounterClosed(Guid Counter) : IIntegrationEvent;
