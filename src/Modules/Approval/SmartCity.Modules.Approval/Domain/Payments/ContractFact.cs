using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Domain.Payments;

/// <summary>What a signed contract says about its payments.</summary>
/// <param name="Capitalised">The lines that become fixed or intangible assets.</param>
/// <param name="Retention">Kept back until the warranty ends.</param>
internal sealed record ContractTerms(
    ContractId Contract,
    string Number,
    string ContractorName,
    FinancingMode Financing,
    Money Amount,
    Money Capitalised,
    Money Retention,
    Payee Payee,
    DateOnly SignedOn
)
{
    /// <summary>Signed before the project was taken over: what was paid until then was paid under it.</summary>
    public bool IsTakenOver { get; init; }
}

/// <summary>A contract of the project as Construction told it; terminated, it is paid under no more.</summary>
internal sealed class ContractFact
{
    private ContractFact() { }

    public ContractId Contract { get; private init; }

    public string Number { get; private init; } = "";

    public string ContractorName { get; private init; } = "";

    public FinancingMode Financing { get; private init; }

    public Money Amount { get; private init; }

    public Money Capitalised { get; private init; }

    public Money Retention { get; private init; }

    public string PayeeName { get; private init; } = "";

    public string PayeeBank { get; private init; } = "";

    public string PayeeAccount { get; private init; } = "";

    public DateOnly SignedOn { get; private init; }

    /// <summary>Signed before the project was taken over: what was paid until then was paid under it.</summary>
    public bool IsTakenOver { get; private init; }

    public string Source { get; private init; } = "";

    public ActId? Act { get; private init; }

    public DateTimeOffset HeardAt { get; private init; }

    public string? EndedBy { get; private set; }

    public ActId? EndedByAct { get; private set; }

    public DateTimeOffset? EndHeardAt { get; private set; }

    public string? EndedBecause { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public bool Holds => EndedBy is null;

    public Payee Payee => new(PayeeName, PayeeBank, PayeeAccount);

    public static ContractFact Of(ContractTerms terms, FactOrigin origin) =>
        new()
        {
            Contract = terms.Contract,
            Number = terms.Number,
            ContractorName = terms.ContractorName,
            Financing = terms.Financing,
            Amount = terms.Amount,
            Capitalised = terms.Capitalised,
            Retention = terms.Retention,
            PayeeName = terms.Payee.Name,
            PayeeBank = terms.Payee.Bank,
            PayeeAccount = terms.Payee.Account,
            SignedOn = terms.SignedOn,
            IsTakenOver = terms.IsTakenOver,
            Source = origin.Source,
            Act = origin.Act,
            HeardAt = origin.HeardAt,
        };

    internal void End(FactEnd end, FactOrigin origin) =>
        (EndedBy, EndedByAct, EndHeardAt, EndedBecause, EndedOn) = (
            origin.Source,
            origin.Act,
            origin.HeardAt,
            end.Reason,
            end.On
        );
}
