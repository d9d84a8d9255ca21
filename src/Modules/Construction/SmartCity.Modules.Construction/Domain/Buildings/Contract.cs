using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Construction.Domain.Projects;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Domain.Buildings;

/// <summary>One line of a contract as it is signed.</summary>
internal sealed record ContractLineText(
    string Name,
    ContractLineClass Class,
    long Quantity,
    string QuantityUnit,
    Money Amount
);

/// <summary>The warranty clause.</summary>
/// <param name="StartsAtAcceptance">True where it says that the warranty runs from the day the acceptance passed.</param>
internal sealed record WarrantyClause(int Months, bool StartsAtAcceptance);

/// <summary>Whom the contract names as the account to pay to.</summary>
internal sealed record Payee(string Name, string Bank, string Account)
{
    /// <summary>For logs: the number is never whole there.</summary>
    public override string ToString() => $"{Name} {Masked.BankAccount(Account)}";
}

/// <summary>With whom it is signed.</summary>
/// <param name="Contractor">Null where nobody has registered the unit as a contractor.</param>
internal sealed record ContractParty(ContractorId? Contractor, UnitId Unit, string Name);

/// <summary>What the parties sign.</summary>
internal sealed record ContractText(
    string Number,
    DateOnly SignedOn,
    ContractForm Form,
    string? BuildTransferBasis,
    IReadOnlyList<ContractLineText> Lines,
    Money Retention,
    WarrantyClause? Warranty,
    Payee Payee
)
{
    public Money Amount => Lines.Select(line => line.Amount).Sum();

    /// <summary>What of it becomes fixed or intangible assets (article 38).</summary>
    public Money Capitalised =>
        Lines.Where(line => line.Class != ContractLineClass.Expense).Select(line => line.Amount).Sum();
}

/// <summary>The contract of a building. What was signed is never edited; it can only end before its time.</summary>
internal sealed class Contract
{
    private readonly List<ContractLine> lines = [];

    private Contract() { }

    public ContractId Id { get; private init; }

    public string Number { get; private init; } = "";

    public DateOnly SignedOn { get; private init; }

    public ContractForm Form { get; private init; }

    public string? BuildTransferBasis { get; private init; }

    public FinancingMode Financing { get; private init; }

    /// <summary>Null where a contract was taken over whose contractor nobody has registered.</summary>
    public ContractorId? Contractor { get; private init; }

    public UnitId ContractorUnit { get; private init; }

    public string ContractorName { get; private init; } = "";

    public Money Amount { get; private init; }

    public Money Capitalised { get; private init; }

    public Money Retention { get; private init; }

    /// <summary>Null where the contract has no warranty clause, as services may (INT-25).</summary>
    public int? WarrantyMonths { get; private init; }

    public bool WarrantyStartsAtAcceptance { get; private init; }

    public string PayeeName { get; private init; } = "";

    public string PayeeBank { get; private init; } = "";

    public string PayeeAccount { get; private init; } = "";

    public string? TerminatedBecause { get; private set; }

    public DateOnly? TerminatedOn { get; private set; }

    public IReadOnlyList<ContractLine> Lines => lines;

    public bool IsInForce => TerminatedOn is null;

    /// <summary>Months from the day the acceptance passed; 0 where no such warranty was agreed.</summary>
    public int MonthsFromAcceptance => WarrantyStartsAtAcceptance ? WarrantyMonths ?? 0 : 0;

    public static Contract Sign(ContractId id, ContractText text, Award award, Project project) =>
        Of(id, text, new(award.Contractor, award.ContractorUnit, award.ContractorName), project);

    /// <summary>A contract that was signed before its project was taken over.</summary>
    public static Contract Of(ContractId id, ContractText text, ContractParty party, Project project)
    {
        var contract = new Contract
        {
            Id = id,
            Number = text.Number,
            SignedOn = text.SignedOn,
            Form = text.Form,
            BuildTransferBasis = text.BuildTransferBasis,
            Financing = FinancingOf(text.Form, project),
            Contractor = party.Contractor,
            ContractorUnit = party.Unit,
            ContractorName = party.Name,
            Amount = text.Amount,
            Capitalised = text.Capitalised,
            Retention = text.Retention,
            WarrantyMonths = text.Warranty?.Months,
            WarrantyStartsAtAcceptance = text.Warranty?.StartsAtAcceptance ?? false,
            PayeeName = text.Payee.Name,
            PayeeBank = text.Payee.Bank,
            PayeeAccount = text.Payee.Account,
        };
        contract.lines.AddRange(text.Lines.Select((line, index) => ContractLine.Of(index + 1, line)));
        return contract;
    }

    internal void Terminate(string reason, DateOnly on) => (TerminatedBecause, TerminatedOn) = (reason, on);

    // Derived, never typed in (INT-17, INT-31): by what is agreed, and else by whose money the declaration names.
    private static FinancingMode FinancingOf(ContractForm form, Project project) =>
        form switch
        {
            ContractForm.BuildTransfer => FinancingMode.BuildTransfer,
            ContractForm.EnterpriseBuilt => FinancingMode.EnterpriseBuilt,
            _ when !project.FiscalShare.IsPositive => FinancingMode.SelfRaised,
            _ when project.FiscalShare >= project.TotalInvestment => FinancingMode.Fiscal,
            _ => FinancingMode.Mixed,
        };
}

internal sealed class ContractLine
{
    private ContractLine() { }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    public string Name { get; private init; } = "";

    public ContractLineClass Class { get; private init; }

    public long Quantity { get; private init; }

    public string QuantityUnit { get; private init; } = "";

    public Money Amount { get; private init; }

    public static ContractLine Of(int number, ContractLineText text) =>
        new()
        {
            Number = number,
            Name = text.Name,
            Class = text.Class,
            Quantity = text.Quantity,
            QuantityUnit = text.QuantityUnit,
            Amount = text.Amount,
        };
}
