using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.Modules.Operations.Contracts;

/// <summary>A unit asks for the maintenance money of a project (article 37).</summary>
/// <param name="Project">The declaration of the project that is maintained, whose post-evaluation counts.</param>
/// <param name="FundedBy">The declaration under which the money was reviewed, reported and arranged.</param>
/// <param name="Year">The year that is maintained.</param>
/// <param name="AmountFen">Fen.</param>
[EventName("operations.maintenance-requested.v1")]
public sealed record MaintenanceRequested(
    MaintenanceRequestId Request,
    Guid Project,
    Guid FundedBy,
    Guid LeadUnit,
    int Year,
    long AmountFen,
    string PayeeName,
    string PayeeBank,
    string PayeeAccount,
    string Purpose,
    DateOnly RequestedOn
) : IIntegrationEvent;
