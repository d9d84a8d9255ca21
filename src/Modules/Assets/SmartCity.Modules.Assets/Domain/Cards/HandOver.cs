using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Assets.Domain.Cards;

/// <summary>What the giver's side proposes.</summary>
internal sealed record HandOverText(AccountId From, string NewLocation, string Reason);

/// <summary>
/// One movement of an asset from custodian to custodian: the giver's act and the receiver's. Location and custodian
/// change together, and what was done is never edited (article 40).
/// </summary>
internal sealed class HandOver
{
    private HandOver() { }

    /// <summary>From 1, within the card.</summary>
    public int Number { get; private init; }

    public HandOverState State { get; private set; }

    public AccountId From { get; private init; }

    public string FromName { get; private init; } = "";

    public string FromLocation { get; private init; } = "";

    public AccountId To { get; private init; }

    public string ToName { get; private init; } = "";

    public string ToLocation { get; private init; } = "";

    public string Reason { get; private init; } = "";

    public AccountId ProposedBy { get; private init; }

    public DateOnly ProposedOn { get; private init; }

    public DateOnly? AcceptedOn { get; private set; }

    internal static HandOver Propose(
        int number,
        AssetCard card,
        NamedCustodian to,
        HandOverText text,
        AccountId by,
        DateOnly on
    ) =>
        new()
        {
            Number = number,
            State = HandOverState.Proposed,
            From = card.Custodian,
            FromName = card.CustodianName,
            FromLocation = card.Location,
            To = to.Account,
            ToName = to.Name,
            ToLocation = text.NewLocation,
            Reason = text.Reason,
            ProposedBy = by,
            ProposedOn = on,
        };

    internal void Accept(DateOnly on) => (State, AcceptedOn) = (HandOverState.Accepted, on);

    internal void Lapse() => State = HandOverState.Lapsed;
}
