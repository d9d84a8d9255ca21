using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SmartCity.Api.Composition;
using SmartCity.BuildingBlocks;

namespace SmartCity.Api.Observability;

/// <summary>Traces and metrics by OTLP, where the settings name an endpoint.</summary>
internal static class TelemetryExport
{
    public static void AddTelemetryExport(this IServiceCollection services, ServiceSettings settings)
    {
        if (settings.OpenTelemetryEndpoint is not { } endpoint)
        {
            return;
        }

        services.AddHostedService<BacklogGauges>();
        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("smartcity"))
            .WithTracing(tracing =>
                tracing
                    .AddSource(Telemetry.Name)
                    .AddAspNetCoreInstrumentation(options =>
                        // As in the logs: the route, not the address with its ids.
                        options.EnrichWithHttpResponse = (activity, response) =>
                            activity.SetTag("url.path", Logs.RouteOf(response.HttpContext)).SetTag("url.query", null)
                    )
                    .AddHttpClientInstrumentation()
                    .AddNpgsql()
                    .AddOtlpExporter(exporter => exporter.Endpoint = endpoint)
            )
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(Telemetry.Name, "Npgsql")
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddOtlpExporter(exporter => exporter.Endpoint = endpoint)
            );
    }
}
