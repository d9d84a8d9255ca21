using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Domain.Registrations;

/// <summary>A line of a contract in force, as Construction tells it on the day the registration opens.</summary>
internal sealed record ContractedLine(
    ContractId Contract,
    string ContractNumber,
    FinancingMode Financing,
    int Number,
    string Name,
    ContractLineClass Class,
    long Quantity,
    string QuantityUnit,
    Money Amount
);

/// <summary>One frozen line, and how much of it is on cards.</summary>
internal sealed class RegistrationLine
{
    private RegistrationLine() { }

    public ContractId Contract { get; private init; }

    public string ContractNumber { get; private init; } = "";

    public FinancingMode Financing { get; private init; }

    /// <summary>Its number within the contract.</summary>
    public int Number { get; private init; }

    public string Name { get; private init; } = "";

    public ContractLineClass Class { get; private init; }

    public long Quantity { get; private init; }

    public string QuantityUnit { get; private init; } = "";

    public Money Amount { get; private init; }

    /// <summary>The value of the cards made from it; those struck off do not count.</summary>
    public Money Registered { get; private set; }

    /// <summary>Fixed and intangible assets need cards; an expense is shown and needs none (article 38).</summary>
    public bool NeedsCard => Class is ContractLineClass.FixedAsset or ContractLineClass.IntangibleAsset;

    public static RegistrationLine Freeze(ContractedLine line) =>
        new()
        {
            Contract = line.Contract,
            ContractNumber = line.ContractNumber,
            Financing = line.Financing,
            Number = line.Number,
            Name = line.Name,
            Class = line.Class,
            Quantity = line.Quantity,
            QuantityUnit = line.QuantityUnit,
            Amount = line.Amount,
        };

    internal void Put(Money value) => Registered += value;

    internal void TakeBack(Money value) => Registered -= value;
}
