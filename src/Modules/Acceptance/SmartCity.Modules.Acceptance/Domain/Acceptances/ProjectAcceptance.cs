using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Clocks;

namespace SmartCity.Modules.Acceptance.Domain.Acceptances;

/// <summary>The built project, as Construction told it.</summary>
internal sealed record BuiltProject(
    DeclarationId Declaration,
    string ProjectName,
    string Kind,
    bool IsService,
    UnitId LeadUnit,
    IReadOnlyList<UnitId> ParticipatingUnits,
    IReadOnlyList<UnitId> Contractors,
    DateOnly BuiltOn
);

/// <summary>
/// A built project on its way into use and, a year later, to its post-evaluation (articles 35 to 37). Verdicts are never
/// rewritten: a new application is a round of its own, and the security evaluation stands beside the rounds.
/// </summary>
[ObjectName("acceptance", "竣工验收事项", "acceptance")]
internal sealed partial class ProjectAcceptance : AggregateRoot<AcceptanceId>
{
    private const int NumberLength = 22;

    private readonly List<InvolvedUnit> units = [];
    private readonly List<SystemTest> tests = [];
    private readonly List<TrialRun> trials = [];
    private readonly List<AcceptanceRound> rounds = [];
    private readonly List<SecurityEvaluation> securityEvaluations = [];
    private readonly List<PostEvaluation> postEvaluations = [];

    private ProjectAcceptance() { }

    /// <summary>验收编号: unique; its order is the order of opening.</summary>
    public string Number { get; private init; } = "";

    public DeclarationId Declaration { get; private init; }

    public string ProjectName { get; private init; } = "";

    /// <summary>One of the eight kinds of article 3.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>True where test, trial and security evaluation do not apply (INT-25).</summary>
    public bool IsService { get; private init; }

    public UnitId LeadUnit { get; private init; }

    public DateOnly BuiltOn { get; private init; }

    public AcceptanceState State { get; private set; }

    /// <summary>The day the acceptance passed; null before, and after it was revoked.</summary>
    public DateOnly? PassedOn { get; private set; }

    public DateOnly? InUseOn { get; private set; }

    /// <summary>The first day on which the post-evaluation may conclude (INT-12).</summary>
    public DateOnly? EvaluationFrom { get; private set; }

    /// <summary>The last day of the evaluation window (INT-12), rolled past days off (INT-34).</summary>
    public DateOnly? EvaluationUntil { get; private set; }

    public IReadOnlyList<InvolvedUnit> Units => units;

    public IReadOnlyList<SystemTest> Tests => tests;

    public IReadOnlyList<TrialRun> Trials => trials;

    public IReadOnlyList<AcceptanceRound> Rounds => rounds;

    public IReadOnlyList<SecurityEvaluation> SecurityEvaluations => securityEvaluations;

    public IReadOnlyList<PostEvaluation> PostEvaluations => postEvaluations;

    public SystemTest? PassedTest => tests.Find(test => test.Passed);

    public TrialRun? LastTrial => trials.MaxBy(trial => trial.Number);

    public TrialRun? PassedTrial => trials.Find(trial => trial.Outcome == TrialOutcome.Passed);

    public AcceptanceRound? CurrentRound => rounds.MaxBy(round => round.Number);

    /// <summary>The verdict of the current round.</summary>
    public AcceptanceVerdict AcceptanceVerdict => CurrentRound?.Verdict ?? AcceptanceVerdict.None;

    /// <summary>The verdict of the last security evaluation.</summary>
    public SecurityVerdict SecurityVerdict =>
        IsService
            ? SecurityVerdict.NotApplicable
            : LastSecurityEvaluation?.Passed switch
            {
                null => SecurityVerdict.None,
                true => SecurityVerdict.Passed,
                false => SecurityVerdict.Failed,
            };

    public static ProjectAcceptance Open(AcceptanceId id, BuiltProject project)
    {
        var acceptance = new ProjectAcceptance
        {
            Id = id,
            // The id begins with the time, so the number does.
            Number = $"YS{id.Value:N}"[..NumberLength].ToUpperInvariant(),
            Declaration = project.Declaration,
            ProjectName = project.ProjectName,
            Kind = project.Kind,
            IsService = project.IsService,
            LeadUnit = project.LeadUnit,
            BuiltOn = project.BuiltOn,
            State = AcceptanceState.Built,
        };
        acceptance.units.AddRange(
            project.ParticipatingUnits.Distinct().Select(unit => InvolvedUnit.Of(unit, UnitPart.Participating))
        );
        acceptance.units.AddRange(
            project.Contractors.Distinct().Select(unit => InvolvedUnit.Of(unit, UnitPart.Contractor))
        );
        return acceptance;
    }

    private SecurityEvaluation? LastSecurityEvaluation => securityEvaluations.MaxBy(one => one.Number);

    private ClockParties Parties => new(LeadUnit.Value, ProjectName);

    private DateOnly? LastTestedOn => tests.MaxBy(test => test.Number)?.TestedOn;

    /// <summary>The day since which both verdicts stand; a service has only the one (INT-25).</summary>
    private DateOnly? UsableSince => SecureSince > PassedOn ? SecureSince : PassedOn;

    // Evaluations that merely repeat a passed one do not move the day.
    private DateOnly? SecureSince =>
        securityEvaluations
            .OrderByDescending(one => one.Number)
            .TakeWhile(one => one.Passed)
            .LastOrDefault()
            ?.EvaluatedOn;

    private bool IsOfTheProject(UnitId unit) => unit == LeadUnit || Involves(unit, UnitPart.Participating);

    private bool Involves(UnitId unit, UnitPart part) => units.Exists(one => one.Unit == unit && one.Part == part);

    private Result From(params ReadOnlySpan<AcceptanceState> legal) =>
        legal.Contains(State) ? Result.Success : NotNow();

    private Error NotNow() =>
        Error.IllegalTransition(
            new(
                $"竣工验收事项现处于“{AcceptanceStates.InChinese(State)}”，不能办理此项。",
                $"The acceptance is in state {State}, which does not know this act."
            )
        );
}

/// <summary>A unit that takes part in the project, or is its contractor.</summary>
internal sealed class InvolvedUnit
{
    private InvolvedUnit() { }

    public UnitId Unit { get; private init; }

    public UnitPart Part { get; private init; }

    public static InvolvedUnit Of(UnitId unit, UnitPart part) => new() { Unit = unit, Part = part };
}
