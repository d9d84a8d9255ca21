using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;
using SmartCity.Api.Composition;

namespace SmartCity.Api.Observability;

/// <summary>
/// Structured logs on the console: one JSON object a line, plain text for people in the demonstration. They hold no
/// bodies, no query values, no names of persons; an address is logged as its route, without the ids in it.
/// </summary>
internal static class Logs
{
    private const string PlainText = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var forPeople =
            builder.Environment.IsEnvironment(ServiceHost.Demonstration) || builder.Environment.IsDevelopment();
        builder.Services.AddSerilog(
            (services, logs) =>
            {
                logs.ReadFrom.Configuration(builder.Configuration)
                    .ReadFrom.Services(services)
                    .Enrich.With<WithoutRawAddress>();
                if (forPeople)
                {
                    logs.WriteTo.Console(outputTemplate: PlainText, formatProvider: null);
                }
                else
                {
                    logs.WriteTo.Console(new CompactJsonFormatter());
                }
            },
            preserveStaticLogger: true
        );
    }

    public static void UseRequestLog(this WebApplication service) =>
        service.UseSerilogRequestLogging(options =>
        {
            options.Logger = service.Services.GetRequiredService<Serilog.ILogger>();
            options.MessageTemplate = "{Method} {Route} answered {StatusCode} in {Elapsed:0} ms";
            options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
                [
                    new("Method", new ScalarValue(MethodOf(context))),
                    new("Route", new ScalarValue(RouteOf(context))),
                    new("StatusCode", new ScalarValue(status)),
                    new("Elapsed", new ScalarValue(elapsed)),
                ];
            options.GetLevel = (context, _, exception) =>
                exception is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError
                    ? LogEventLevel.Error
                    : LogEventLevel.Information;
        });

    /// <summary>The route as it was mapped, such as <c>/api/v1/x/{id}</c>.</summary>
    public static string RouteOf(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint route ? route.RoutePattern.RawText ?? "(none)" : "(none)";

    // A method of the sender's own invention may be any text.
    private static string MethodOf(HttpContext context) =>
        context.Request.Method.Length <= 8 && context.Request.Method.All(char.IsAsciiLetterUpper)
            ? context.Request.Method
            : "(other)";

    private sealed class WithoutRawAddress : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) =>
            logEvent.RemovePropertyIfPresent("RequestPath");
    }
}
