using System.Reflection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Messaging;

/// <summary>Something that happened in one module and that others may know; it travels through the outbox.</summary>
public interface IIntegrationEvent;

/// <summary>
/// The logical, versioned name under which an event is stored and sent, such as <c>approval.review-passed.v1</c>. An
/// event that changes gets a new name; the old one goes on until nobody reads it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <exception cref="InvalidOperationException">The event carries no name: a bug that an architecture rule finds.</exception>
    public static string Of(Type integrationEvent) =>
        integrationEvent.GetCustomAttribute<EventNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{integrationEvent.Name} has no {nameof(EventNameAttribute)}.");
}

/// <summary>
/// What a module does when it hears of an event: it sends its own command, as <c>System(module)</c> on behalf of the act
/// that caused the event. A refusal settles the message; only an exception is tried again.
/// </summary>
public interface IIntegrationEventHandler<in TEvent>
    where TEvent : IIntegrationEvent
{
    /// <summary>
    /// Is this event the module's business at all? One that is not is settled quietly: no command, no audit entry.
    /// </summary>
    Task<bool> ConcernsAsync(TEvent integrationEvent, CancellationToken cancellationToken) => Task.FromResult(true);

    Task<Result<Receipt>> HandleAsync(TEvent integrationEvent, CancellationToken cancellationToken);
}
