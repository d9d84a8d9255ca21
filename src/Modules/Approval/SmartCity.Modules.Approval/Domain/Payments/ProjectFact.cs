namespace SmartCity.Modules.Approval.Domain.Payments;

/// <summary>What happened to a project.</summary>
/// <param name="On">The day on which it happened.</param>
/// <param name="EvaluationUntil">The last day of the evaluation window, where it was put into use.</param>
/// <param name="Result">The result, where it was evaluated.</param>
internal sealed record ProjectEvent(
    ProjectFactKind Kind,
    DateOnly On,
    DateOnly? EvaluationUntil = null,
    EvaluationResult? Result = null
);

/// <summary>The evaluation window ends on another day than was told before.</summary>
/// <param name="InUseOn">The use whose window it is.</param>
/// <param name="Before">The last day as it was told before.</param>
/// <param name="Until">The last day from now on; it may be an earlier one.</param>
/// <param name="On">The day on which it moved.</param>
internal sealed record MovedWindow(DateOnly InUseOn, DateOnly Before, DateOnly Until, DateOnly On);

/// <summary>One fact about the project, with its source, and with what ended it.</summary>
internal sealed class ProjectFact
{
    private ProjectFact() { }

    public int Number { get; private init; }

    public ProjectFactKind Kind { get; private init; }

    public DateOnly On { get; private init; }

    public DateOnly? EvaluationUntil { get; private init; }

    public EvaluationResult? Result { get; private init; }

    public string Source { get; private init; } = "";

    public ActId? Act { get; private init; }

    public DateTimeOffset HeardAt { get; private init; }

    public string? EndedBy { get; private set; }

    public ActId? EndedByAct { get; private set; }

    public DateTimeOffset? EndHeardAt { get; private set; }

    public string? EndedBecause { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public bool Holds => EndedBy is null;

    public static ProjectFact Of(int number, ProjectEvent told, FactOrigin origin) =>
        new()
        {
            Number = number,
            Kind = told.Kind,
            On = told.On,
            EvaluationUntil = told.EvaluationUntil,
            Result = told.Result,
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
