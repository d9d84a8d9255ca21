using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Assets.Domain.Inventories;

/// <summary>What a counter writes down: of a card in the book, or of something that the book does not have.</summary>
/// <param name="Card">The card counted; null for a surplus.</param>
/// <param name="Surplus">What was found beside the book; null for a card.</param>
/// <param name="Location">Where it was found; null where it was not.</param>
internal sealed record CountText(AssetCardId? Card, string? Surplus, bool Found, string? Location, string? Note);

/// <summary>One original record of the count; it stays as it was written. Of several on one card the last one stands.</summary>
internal sealed class CountRecord
{
    private CountRecord() { }

    /// <summary>From 1, within the campaign.</summary>
    public int Number { get; private init; }

    public AssetCardId? Card { get; private init; }

    public string? Surplus { get; private init; }

    public bool Found { get; private init; }

    public string? Location { get; private init; }

    public string? Note { get; private init; }

    public AccountId CountedBy { get; private init; }

    public DateTimeOffset CountedAt { get; private init; }

    internal static CountRecord Write(int number, CountText text, AccountId by, DateTimeOffset at) =>
        new()
        {
            Number = number,
            Card = text.Card,
            Surplus = text.Surplus,
            Found = text.Found,
            Location = text.Location,
            Note = text.Note,
            CountedBy = by,
            CountedAt = at,
        };
}
