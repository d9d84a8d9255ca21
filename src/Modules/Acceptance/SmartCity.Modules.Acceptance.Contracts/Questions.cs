using MediatR;

namespace SmartCity.Modules.Acceptance.Contracts;

/// <summary>What another module may know of a project's acceptance today.</summary>
/// <param name="PassedOn">The day the acceptance passed; null before, and after it was revoked.</param>
/// <param name="InUseOn">The day it was put into use.</param>
public sealed record AcceptanceProfile(
    AcceptanceId Acceptance,
    Guid Declaration,
    string ProjectName,
    bool IsService,
    Guid LeadUnit,
    DateOnly? PassedOn,
    DateOnly? InUseOn
);

/// <summary>Asks how far a project's acceptance is; null where the project is not built.</summary>
public sealed record AcceptanceOf(Guid Declaration) : IRequest<AcceptanceProfile?>;
