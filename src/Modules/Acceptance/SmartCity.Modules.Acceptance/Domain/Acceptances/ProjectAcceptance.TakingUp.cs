using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Acceptance.Domain.Acceptances;

// A project that ran before the city began to keep it here enters in mid-life.
internal sealed partial class ProjectAcceptance
{
    /// <summary>Null for a project that came here when it was built.</summary>
    public TakenUp? TakenUp { get; private set; }

    /// <summary>
    /// Takes up a running project in its trial run, or accepted. What was tested, permitted and concluded before is on
    /// record by its papers; the gates of it are kept as not judged.
    /// </summary>
    public static ProjectAcceptance TakeUp(
        AcceptanceId id,
        BuiltProject project,
        RunningAcceptance running,
        RulesInForce rules
    )
    {
        var acceptance = Open(id, project);
        acceptance.TakenUp = new(
            running.OfficeNumber,
            running.BasisDocumentNumber,
            running.TakenOverOn,
            running.Accepted?.PassedOn,
            EarlierGates.Of(project, running, rules)
        );
        if (running.Trial is { } trial)
        {
            acceptance.tests.Add(SystemTest.Of(1, trial.Test, running.By));
            acceptance.trials.Add(
                TrialRun.Begin(1, trial.PermitNumber, trial.StartedOn, trial.PermitEndsBy, running.By)
            );
            acceptance.State = AcceptanceState.TrialRun;
            acceptance.StartTrialClocks(rules.Parameters);
        }

        if (running.Accepted is { } accepted)
        {
            acceptance.rounds.Add(AcceptanceRound.BeforeTakeOver(accepted, running.By));
            acceptance.Pass(1, accepted.DocumentNumber, accepted.PassedOn);
        }

        return acceptance;
    }

    private void Pass(int round, string documentNumber, DateOnly passedOn)
    {
        (State, PassedOn) = (AcceptanceState.AcceptancePassed, passedOn);
        Announce(
            new AcceptancePassed(
                Id,
                Declaration.Value,
                ProjectName,
                IsService,
                LeadUnit.Value,
                [.. units.Where(one => one.Part == UnitPart.Participating).Select(one => one.Unit.Value)],
                round,
                documentNumber,
                passedOn
            )
        );
    }
}
