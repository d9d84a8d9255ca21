using SmartCity.Api.Composition;

namespace SmartCity.Api.Observability;

internal static class ObservabilityRegistration
{
    public static void AddObservability(this WebApplicationBuilder builder, ServiceSettings settings) { }

    public static void UseRequestLog(this WebApplication service) { }
}
