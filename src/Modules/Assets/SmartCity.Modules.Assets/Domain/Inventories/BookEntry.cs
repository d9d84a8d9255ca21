using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Domain.Inventories;

/// <summary>A card as the book has it when the counting starts; later changes of the card do not change it.</summary>
internal sealed class BookEntry
{
    private BookEntry() { }

    public AssetCardId Card { get; private init; }

    public string CardNumber { get; private init; } = "";

    public string Name { get; private init; } = "";

    public string Location { get; private init; } = "";

    public AccountId Custodian { get; private init; }

    public string CustodianName { get; private init; } = "";

    public Money Value { get; private init; }

    public static BookEntry Of(AssetCard card) =>
        new()
        {
            Card = card.Id,
            CardNumber = card.Number,
            Name = card.Name,
            Location = card.Location,
            Custodian = card.Custodian,
            CustodianName = card.CustodianName,
            Value = card.Value,
        };
}
