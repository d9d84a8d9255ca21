using SmartCity.Api.Database;
using SmartCity.Api.Health;
using SmartCity.Api.Http;
using SmartCity.Api.Observability;
using SmartCity.Api.OpenApi;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Modules;

namespace SmartCity.Api.Composition;

/// <summary>Puts the service together. What is built here is not started and touches no database.</summary>
public static class ServiceHost
{
    /// <summary>The environment that migrates by itself and lays down what a demonstration starts from.</summary>
    public const string Demonstration = DemonstrationEnvironment.Name;

    /// <summary>How long requests that run may go on after the service was told to stop.</summary>
    internal static readonly TimeSpan RequestsEndWithin = TimeSpan.FromSeconds(30);

    /// <param name="arguments">What the command line says.</param>
    /// <param name="configure">What a test changes before the service is built.</param>
    /// <exception cref="StartException">One or more settings are wrong.</exception>
    public static WebApplication Build(HostArguments arguments, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                // appsettings.json stands beside the program; folders in the settings are relative to where it is run.
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = arguments.Environment,
            }
        );
        builder.Configuration.AddInMemoryCollection(OverridesOf(arguments));
        var settings = new SettingsReader(builder.Configuration).Read();
        builder.Services.AddSingleton(settings);
        builder.WebHost.UseUrls([.. settings.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.LargestBody;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.DrainFor + RequestsEndWithin);
        builder.AddLogs();
        builder.Services.AddTelemetryExport(settings);
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        builder.Services.AddPipeline(settings);
        builder.Services.AddApiDescription();
        AddModules(builder, settings);
        builder.Services.AddServiceStatus();
        builder.Services.AddDatabaseWatch();
        configure?.Invoke(builder);
        var service = builder.Build();
        service.UsePipeline(settings);
        return service;
    }

    private static void AddModules(WebApplicationBuilder builder, ServiceSettings settings)
    {
        try
        {
            builder.Services.AddModules(ModuleList.All, builder.Configuration, settings.Database);
        }
        catch (CannotServeException fault)
        {
            throw ServiceStart.LackOf(fault);
        }
    }

    private static Dictionary<string, string?> OverridesOf(HostArguments arguments)
    {
        var overrides = new Dictionary<string, string?>(arguments.Settings);
        if (arguments.Database is { } database)
        {
            overrides["Database"] = database;
        }

        if (arguments.Urls is { } urls)
        {
            overrides["Urls"] = urls;
        }

        return overrides;
    }
}
