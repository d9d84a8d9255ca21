using MediatR;

namespace SmartCity.Modules.Construction.Contracts;

/// <summary>One line of a contract.</summary>
/// <param name="Number">Its number within the contract, from 1.</param>
/// <param name="AmountFen">Fen.</param>
public sealed record ContractLineProfile(
    int Number,
    string Name,
    ContractLineClass Class,
    long Quantity,
    string QuantityUnit,
    long AmountFen
);

/// <summary>What another module may know of a signed contract.</summary>
/// <param name="Contractor">The contractor's unit.</param>
/// <param name="AmountFen">Fen; the sum of its lines.</param>
/// <param name="WarrantyMonths">Months from the day the acceptance passed; 0 where no warranty applies (services).</param>
/// <param name="IsInForce">False once it was terminated.</param>
public sealed record ContractProfile(
    ContractId Contract,
    Guid Declaration,
    string Number,
    Guid Contractor,
    string ContractorName,
    FinancingMode Financing,
    long AmountFen,
    int WarrantyMonths,
    DateOnly SignedOn,
    bool IsInForce,
    IReadOnlyList<ContractLineProfile> Lines
);

/// <summary>Asks for the contracts of a project, those that were terminated included, in the order of signing.</summary>
/// <param name="Declaration">The project's declaration.</param>
public sealed record ContractsOf(Guid Declaration) : IRequest<IReadOnlyList<ContractProfile>>;
