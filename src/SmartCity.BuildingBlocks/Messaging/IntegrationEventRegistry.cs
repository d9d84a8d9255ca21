using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Messaging;

/// <summary>One handler of one event in one module.</summary>
/// <param name="Name">Stable name in the inbox: the handler's type name without its namespace, within its module's schema.</param>
/// <param name="Handle">What the module's command answered; null where the event does not concern the module.</param>
public sealed record Subscription(
    IModule Module,
    string Name,
    Func<IServiceProvider, string, CancellationToken, Task<Result<Receipt>?>> Handle
);

/// <summary>Which logical event name is which type, and who listens to it; built once from the module list.</summary>
public sealed class IntegrationEventRegistry
{
    private readonly Dictionary<string, Type> types = [];
    private readonly Dictionary<string, List<Subscription>> subscriptions = [];

    public IntegrationEventRegistry(IEnumerable<IModule> modules)
    {
        var all = modules.ToList();
        foreach (var type in all.SelectMany(module => module.Contracts.GetTypes()).Where(IsEvent))
        {
            types.Add(EventNameAttribute.Of(type), type);
        }

        foreach (var module in all)
        {
            foreach (var handler in HandlerTypes(module.GetType().Assembly))
            {
                Subscribe(module, handler);
            }
        }
    }

    public IReadOnlyDictionary<string, Type> Types => types;

    public IReadOnlyList<Subscription> SubscribersOf(string eventName) =>
        subscriptions.TryGetValue(eventName, out var found) ? found : [];

    internal static IEnumerable<Type> HandlerTypes(Assembly assembly) =>
        assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && EventsHandledBy(type).Any());

    internal static IEnumerable<Type> EventsHandledBy(Type handler) =>
        handler
            .GetInterfaces()
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IIntegrationEventHandler<>))
            .Select(face => face.GetGenericArguments()[0]);

    private static bool IsEvent(Type type) => type.IsClass && typeof(IIntegrationEvent).IsAssignableFrom(type);

    private void Subscribe(IModule module, Type handler)
    {
        foreach (var eventType in EventsHandledBy(handler))
        {
            var bound = typeof(IntegrationEventRegistry)
                .GetMethod(nameof(Bind), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(handler, eventType);
            var handle =
                (Func<IServiceProvider, string, CancellationToken, Task<Result<Receipt>?>>)bound.Invoke(null, null)!;
            var name = EventNameAttribute.Of(eventType);
            if (!subscriptions.TryGetValue(name, out var list))
            {
                subscriptions.Add(name, list = []);
            }

            list.Add(new(module, handler.Name, handle));
        }
    }

    private static Func<IServiceProvider, string, CancellationToken, Task<Result<Receipt>?>> Bind<THandler, TEvent>()
        where THandler : IIntegrationEventHandler<TEvent>
        where TEvent : IIntegrationEvent =>
        async (services, payload, cancellationToken) =>
        {
            var handler = services.GetRequiredService<THandler>();
            var integrationEvent = JsonSerializer.Deserialize<TEvent>(payload, Json.Options)!;
            return await handler.ConcernsAsync(integrationEvent, cancellationToken)
                ? await handler.HandleAsync(integrationEvent, cancellationToken)
                : (Result<Receipt>?)null;
        };
}
