using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.Modules.Acceptance.Contracts;

/// <summary>A project passed its acceptance; warranty and registration of assets begin (articles 38 and 41).</summary>
/// <param name="IsService">True where trial, assets and warranty do not apply (INT-25).</param>
/// <param name="Round">1 for the first application; 2 and more after a rectification.</param>
[EventName("acceptance.acceptance-passed.v1")]
public sealed record AcceptancePassed(
    AcceptanceId Acceptance,
    Guid Declaration,
    string ProjectName,
    bool IsService,
    Guid LeadUnit,
    IReadOnlyList<Guid> ParticipatingUnits,
    int Round,
    string DocumentNumber,
    DateOnly PassedOn
) : IIntegrationEvent;

/// <summary>A passed acceptance was found void; all that rested on it, use included, falls with it.</summary>
[EventName("acceptance.acceptance-revoked.v1")]
public sealed record AcceptanceRevoked(AcceptanceId Acceptance, Guid Declaration, string Reason, DateOnly RevokedOn)
    : IIntegrationEvent;

/// <summary>An accepted project was put into use (article 35).</summary>
/// <param name="EvaluationFrom">The first day on which the post-evaluation may conclude (INT-12).</param>
/// <param name="EvaluationUntil">The last day of the evaluation window (INT-12, INT-13).</param>
[EventName("acceptance.put-into-use.v1")]
public sealed record PutIntoUse(
    AcceptanceId Acceptance,
    Guid Declaration,
    DateOnly InUseOn,
    DateOnly EvaluationFrom,
    DateOnly EvaluationUntil
) : IIntegrationEvent;

/// <summary>
/// The last day of the evaluation window has moved: the days off that it is rolled past are published, or were corrected
/// (INT-04, INT-34).
/// </summary>
/// <param name="InUseOn">The use whose window it is.</param>
/// <param name="Before">The last day as it was told before.</param>
/// <param name="EvaluationUntil">The last day from now on; it may be an earlier one.</param>
[EventName("acceptance.evaluation-window-moved.v1")]
public sealed record EvaluationWindowMoved(
    AcceptanceId Acceptance,
    Guid Declaration,
    DateOnly InUseOn,
    DateOnly Before,
    DateOnly EvaluationUntil,
    DateOnly MovedOn
) : IIntegrationEvent;

/// <summary>The post-evaluation concluded (article 37).</summary>
/// <param name="Result"><c>Good</c>, <c>Fair</c> or <c>Poor</c>.</param>
/// <param name="Score">0 to 100.</param>
[EventName("acceptance.post-evaluation-concluded.v1")]
public sealed record PostEvaluationConcluded(
    AcceptanceId Acceptance,
    Guid Declaration,
    string Result,
    int Score,
    string DocumentNumber,
    DateOnly ConcludedOn
) : IIntegrationEvent;

/// <summary>The result of a post-evaluation was annulled; the project counts as not evaluated.</summary>
[EventName("acceptance.post-evaluation-annulled.v1")]
public sealed record PostEvaluationAnnulled(
    AcceptanceId Acceptance,
    Guid Declaration,
    string Reason,
    DateOnly AnnulledOn
) : IIntegrationEvent;
