using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SmartCity.BuildingBlocks.Messaging;

internal static class MessagingRegistration
{
    private const string LeaseSetting = "Outbox:LeaseSeconds";

    public static void AddMessaging(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => OptionsOf(configuration));
        services.AddSingleton<IntegrationEventRegistry>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<InstanceCalls>();
    }

    private static OutboxOptions OptionsOf(IConfiguration configuration)
    {
        var options = new OutboxOptions();
        return configuration[LeaseSetting] is { Length: > 0 } seconds
            ? options with
            {
                Lease = TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)),
            }
            : options;
    }
}
