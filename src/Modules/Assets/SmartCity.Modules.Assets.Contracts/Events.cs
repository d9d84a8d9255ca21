using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.Modules.Assets.Contracts;

/// <summary>Every capitalised line of a project's contracts is on the ledger, to the fen (article 38).</summary>
/// <param name="RegisteredFen">Fen: the sum of the cards' values.</param>
[EventName("assets.assets-registered.v1")]
public sealed record AssetsRegistered(
    AssetRegistrationId Registration,
    Guid Declaration,
    long RegisteredFen,
    DateOnly RegisteredOn
) : IIntegrationEvent;

/// <summary>A complete registration is complete no more: a card was struck off as entered in error, or the acceptance revoked.</summary>
[EventName("assets.registration-reopened.v1")]
public sealed record RegistrationReopened(
    AssetRegistrationId Registration,
    Guid Declaration,
    string Reason,
    DateOnly ReopenedOn
) : IIntegrationEvent;
