using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.Modules.Construction.Contracts;

/// <summary>A contract was signed after an award (article 8).</summary>
/// <param name="Declaration">The project's declaration.</param>
/// <param name="Contractor">The contractor's unit.</param>
/// <param name="AmountFen">Fen; the sum of its lines.</param>
/// <param name="CapitalisedFen">Fen of the lines that become fixed or intangible assets.</param>
/// <param name="RetentionFen">Fen kept back until the warranty ends.</param>
/// <param name="WarrantyMonths">Months from the day the acceptance passed; 0 where no warranty applies.</param>
/// <param name="PayeeName">The holder of the account to pay to: the contract party.</param>
[EventName("construction.contract-signed.v1")]
public sealed record ContractSigned(
    ContractId Contract,
    Guid Declaration,
    string ContractNumber,
    Guid LeadUnit,
    Guid Contractor,
    string ContractorName,
    FinancingMode Financing,
    long AmountFen,
    long CapitalisedFen,
    long RetentionFen,
    int WarrantyMonths,
    string PayeeName,
    string PayeeBank,
    string PayeeAccount,
    DateOnly SignedOn
) : IIntegrationEvent;

/// <summary>A contract signed before its project was taken over was taken up; whether it could be signed was not judged.</summary>
/// <param name="Declaration">The project's declaration.</param>
/// <param name="Contractor">The contractor's unit.</param>
/// <param name="AmountFen">Fen; the sum of its lines.</param>
/// <param name="CapitalisedFen">Fen of the lines that become fixed or intangible assets.</param>
/// <param name="RetentionFen">Fen kept back until the warranty ends.</param>
/// <param name="WarrantyMonths">Months from the day the acceptance passed; 0 where no warranty was agreed.</param>
/// <param name="PayeeName">The holder of the account to pay to.</param>
/// <param name="TakenOverOn">The day of the take-over.</param>
[EventName("construction.contract-taken-up.v1")]
public sealed record ContractTakenUp(
    ContractId Contract,
    Guid Declaration,
    string ContractNumber,
    Guid LeadUnit,
    Guid Contractor,
    string ContractorName,
    FinancingMode Financing,
    long AmountFen,
    long CapitalisedFen,
    long RetentionFen,
    int WarrantyMonths,
    string PayeeName,
    string PayeeBank,
    string PayeeAccount,
    DateOnly SignedOn,
    DateOnly TakenOverOn
) : IIntegrationEvent;

/// <summary>A contract ended before it was fulfilled; it is paid under no more.</summary>
[EventName("construction.contract-terminated.v1")]
public sealed record ContractTerminated(ContractId Contract, Guid Declaration, string Reason, DateOnly TerminatedOn)
    : IIntegrationEvent;

/// <summary>A project is built (for services: delivered); its acceptance can be prepared (article 35).</summary>
/// <param name="Kind">One of the eight kinds of article 3.</param>
/// <param name="IsService">True where trial, assets and warranty do not apply (INT-25).</param>
/// <param name="Contractors">The units of the contractors, who may not sit on the acceptance panel.</param>
[EventName("construction.project-built.v1")]
public sealed record ProjectBuilt(
    BuildingId Building,
    Guid Declaration,
    string ProjectName,
    string Kind,
    bool IsService,
    Guid LeadUnit,
    IReadOnlyList<Guid> ParticipatingUnits,
    IReadOnlyList<Guid> Contractors,
    DateOnly BuiltOn
) : IIntegrationEvent;
