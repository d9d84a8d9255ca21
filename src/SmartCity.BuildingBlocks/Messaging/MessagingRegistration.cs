using Microsoft.Extensions.DependencyInjection;

namespace SmartCity.BuildingBlocks.Messaging;

internal static class MessagingRegistration
{
    public static void AddMessaging(this IServiceCollection services)
    {
        services.AddSingleton(new OutboxOptions());
        services.AddSingleton<IntegrationEventRegistry>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<OutboxWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());
        services.AddHostedService<InstanceCalls>();
    }
}
