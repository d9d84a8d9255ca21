using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.Modules.Security.Contracts;

/// <summary>
/// Nobody acts through a person's account any more: he left, or it was closed. Whoever names him for a running duty reopens
/// it (articles 11, 29 and 40).
/// </summary>
/// <param name="Name">The account's name as people know it: its office.</param>
/// <param name="LastDay">His last day.</param>
[EventName("security.person-left.v1")]
public sealed record PersonLeft(AccountId Account, UnitId Unit, string Name, DateOnly LastDay) : IIntegrationEvent;
