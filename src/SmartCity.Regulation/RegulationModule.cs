using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Regulation.Api;
using SmartCity.Regulation.Application;
using SmartCity.Regulation.Application.Enacting;
using SmartCity.Regulation.Application.Interpretations;
using SmartCity.Regulation.Application.LegalClocks;
using SmartCity.Regulation.Application.Replaying;
using SmartCity.Regulation.Articles;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Identifiers;
using SmartCity.Regulation.Infrastructure;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Regulation;

/// <summary>
/// The law kernel: rules, parameters, values, and the legal date. Every module judges by it; it knows none of them.
/// </summary>
public sealed class RegulationModule : IModule
{
    public string Name => "Regulation";

    public string Schema => RegulationDb.SchemaName;

    public Assembly Contracts => typeof(RegulationModule).Assembly;

    public ModuleDatabase? Database { get; } =
        ModuleDatabase.Of<RegulationDb, SqliteRegulationDb, PostgresRegulationDb, SqlServerRegulationDb>();

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDatabase<IRegulationDatabase, RegulationDb>(this);
        services.AddHousekeeping<RegulationDb>(this);
        services.AddSingleton<MovableLegalClock>();
        services.AddSingleton<ILegalClock>(provider =>
            IsDemonstration(provider)
                ? provider.GetRequiredService<MovableLegalClock>()
                : provider.GetRequiredService<SystemLegalClock>()
        );
        services.AddSingleton(provider =>
            Promulgation.From(configuration[Promulgation.Setting], IsDemonstration(provider))
        );
        services.AddSingleton<ParametersInForce>();
        services.AddSingleton<EnactedParameters>();
        services.AddHostedService<ParameterRefresh>();
        services.AddScoped<EnactmentDesk>();
        services.AddScoped<InterpretationRegister>();
        services.AddScoped<Replayer>();
        services.AddSingleton<CalendarInForce>();
        services.AddScoped(provider => provider.GetRequiredService<CalendarInForce>().Current);
        services.AddSingleton<IConsequenceHandler, ClockKeeper>();
        services.AddSingleton<ClockLadder>();
        services.AddSingleton<ClockRecount>();
        services.AddHostedService<ClockRecountWorker>();
        services.AddScoped<ClockBoard>();
        services.AddSingleton<CalendarWatch>();
        services.AddSingleton(
            new IdentifierCheck(new(Of2026: configuration.GetValue<bool>("Identifiers:ComponentCodesOf2026")))
        );
        services.AddHostedService(provider => provider.GetRequiredService<CalendarWatch>());
        services.AddSingleton<RuleRegister>();
        services.AddScoped(provider =>
        {
            var today = provider.GetRequiredService<ILegalClock>().Today;
            return new RulesInForce(
                provider.GetRequiredService<ParametersInForce>().On(today),
                today,
                provider.GetRequiredService<Act>().Record
            );
        });
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapArticles();
        routes.MapRules();
        routes.MapParameters();
        routes.MapEnactments();
        routes.MapInterpretations();
        routes.MapReplays();
        routes.MapWhatIf();
        routes.MapDeadlines();
        routes.MapClocks();
        routes.MapCalendar();
        routes.MapIdentifiers();
        if (IsDemonstration(routes.ServiceProvider))
        {
            routes.MapLegalClock();
        }
    }

    public Task ResumeAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        ParameterRefresh.TakeUpAsync(
            services.GetRequiredService<EnactedParameters>(),
            services.GetRequiredService<DatabaseChoice>(),
            cancellationToken
        );

    public Task PrepareDemonstrationAsync(
        IServiceProvider services,
        string folder,
        TextWriter output,
        CancellationToken cancellationToken
    ) =>
        services
            .GetRequiredService<MovableLegalClock>()
            .ResumeAsync(services.GetRequiredService<IRegulationDatabase>(), cancellationToken);

    // Without a host, as in tests of modules, it is no demonstration.
    private static bool IsDemonstration(IServiceProvider services) =>
        services.GetService<IHostEnvironment>()?.IsDemonstration() == true;
}
