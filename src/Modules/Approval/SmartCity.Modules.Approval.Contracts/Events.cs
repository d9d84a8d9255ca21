using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.Modules.Approval.Contracts;

/// <summary>A version of a declaration was submitted.</summary>
/// <param name="ContentVersion">1 for the first submission; a revision has the next number.</param>
/// <param name="ContentHash">SHA-256 over the frozen content, lower-case hex.</param>
/// <param name="Kind">One of the eight kinds of article 3.</param>
/// <param name="TotalInvestmentFen">Fen.</param>
[EventName("approval.declaration-submitted.v1")]
public sealed record DeclarationSubmitted(
    DeclarationId Declaration,
    int ContentVersion,
    string ContentHash,
    string ProjectName,
    string Kind,
    Guid LeadUnit,
    long TotalInvestmentFen,
    DateOnly SubmittedOn
) : IIntegrationEvent;

/// <summary>A declaration passed its review (article 6); its tender may begin (article 8).</summary>
/// <param name="FiscalShareFen">Fen: all that the units do not raise themselves; 0 where nothing is asked of finance.</param>
/// <param name="ReviewedBudgetFen">Fen: the ceiling of all that follows.</param>
/// <param name="DocumentNumber">The number of the conclusion.</param>
[EventName("approval.review-passed.v1")]
public sealed record ReviewPassed(
    DeclarationId Declaration,
    int Round,
    int ContentVersion,
    string ProjectName,
    string Kind,
    Guid LeadUnit,
    MasterPlanItemId MasterPlanItem,
    long TotalInvestmentFen,
    long FiscalShareFen,
    long ReviewedBudgetFen,
    string DocumentNumber,
    DateOnly DecidedOn
) : IIntegrationEvent;

/// <summary>A declaration did not pass; the lead unit revises it (article 7).</summary>
[EventName("approval.revision-required.v1")]
public sealed record RevisionRequired(
    DeclarationId Declaration,
    int Round,
    int ContentVersion,
    Guid LeadUnit,
    string DocumentNumber,
    DateOnly DecidedOn
) : IIntegrationEvent;

/// <summary>The informatization office reported a passed declaration to finance (article 6).</summary>
/// <param name="ReportedFen">Fen: what finance is asked to arrange.</param>
[EventName("approval.reported-to-finance.v1")]
public sealed record ReportedToFinance(
    DeclarationId Declaration,
    int Round,
    string DocumentNumber,
    DateOnly ReportedOn,
    long ReportedFen
) : IIntegrationEvent;

/// <summary>A declaration was withdrawn; what others hold of it is void.</summary>
[EventName("approval.declaration-cancelled.v1")]
public sealed record DeclarationCancelled(DeclarationId Declaration, string Reason, DateOnly CancelledOn)
    : IIntegrationEvent;

/// <summary>
/// The office took over a project that ran before the city kept it here. Whoever owns its stage takes it up without
/// judging the gates before.
/// </summary>
/// <param name="OfficeNumber">The office's own number of the project; unique with the lead unit.</param>
/// <param name="Stage">FundArranged, Contracted, UnderConstruction, Built, InTrialRun or Accepted.</param>
/// <param name="BasisDocumentNumber">The number of the office's decision.</param>
/// <param name="Contract">The contract under which it runs; null where none was signed yet.</param>
[EventName("approval.project-taken-over.v1")]
public sealed record ProjectTakenOver(
    DeclarationId Declaration,
    string OfficeNumber,
    string Stage,
    string ProjectName,
    Guid LeadUnit,
    DateOnly TakenOverOn,
    string BasisDocumentNumber,
    TakenOverContract? Contract,
    DateOnly? StartedOn,
    DateOnly? BuiltOn
) : IIntegrationEvent;

/// <summary>A contract signed before the take-over.</summary>
/// <param name="Contractor">The contractor's unit.</param>
/// <param name="Form">Purchase, BuildTransfer or EnterpriseBuilt.</param>
/// <param name="RetentionFen">Fen kept back until the warranty ends.</param>
/// <param name="WarrantyMonths">Months from the day the acceptance passes; null where nothing was agreed.</param>
public sealed record TakenOverContract(
    string Number,
    DateOnly SignedOn,
    Guid Contractor,
    string Form,
    string? BuildTransferBasis,
    IReadOnlyList<TakenOverContractLine> Lines,
    long RetentionFen,
    int? WarrantyMonths,
    string PayeeName,
    string PayeeBank,
    string PayeeAccount
);

/// <summary>One line of a contract signed before the take-over.</summary>
/// <param name="Class">FixedAsset, IntangibleAsset or Expense.</param>
public sealed record TakenOverContractLine(
    string Name,
    string Class,
    long Quantity,
    string QuantityUnit,
    long AmountFen
);

/// <summary>The treasury's receipt confirmed a payment; only now is it paid.</summary>
/// <param name="Kind">The kind of payment, such as <c>ContractPayment</c> or <c>Maintenance</c>.</param>
/// <param name="Contract">The contract it is paid under; null for maintenance money.</param>
/// <param name="MaintenanceRequest">The request of Operations that it answers; null for other payments.</param>
/// <param name="AmountFen">Fen.</param>
[EventName("approval.payment-confirmed.v1")]
public sealed record PaymentConfirmed(
    PaymentId Payment,
    DeclarationId Declaration,
    string Kind,
    Guid? Contract,
    Guid? MaintenanceRequest,
    long AmountFen,
    string ReceiptNumber,
    DateOnly ConfirmedOn
) : IIntegrationEvent;

/// <summary>Finance declined a requested payment, with its reason.</summary>
[EventName("approval.payment-declined.v1")]
public sealed record PaymentDeclined(
    PaymentId Payment,
    DeclarationId Declaration,
    Guid? MaintenanceRequest,
    string Reason,
    DateOnly DeclinedOn
) : IIntegrationEvent;
