using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Acceptance.Domain.Acceptances;

// From built to the passed trial run.
internal sealed partial class ProjectAcceptance
{
    /// <summary>The first day on which the trial may end as passed (INT-11); null where there is none.</summary>
    public DateOnly? EarliestTrialEnd(ParameterSnapshot parameters) =>
        LastTrial is { } trial ? EarliestEndOf(trial, parameters) : null;

    /// <summary>
    /// 已建成 → 测试合格; a test that failed changes nothing but the record. A test from before the last one does not undo it.
    /// </summary>
    public Result RecordSystemTest(SystemTestText text, AccountId by, RulesInForce rules) =>
        From(AcceptanceState.Built)
            .Then(() =>
                rules.Judge(
                    Article35.NotApplicableToServices.On(new(IsService)),
                    Article36.TestOrTrialOutOfOrder.On(new("testedOn", text.TestedOn, BuiltOn)),
                    Article35.DateImplausible.On(new("testedOn", text.TestedOn, LastTestedOn, rules.Today))
                )
            )
            .Then(() =>
            {
                tests.Add(SystemTest.Of(tests.Count + 1, text, by));
                State = text.Passed ? AcceptanceState.Tested : State;
                return Result.Success;
            });

    /// <summary>
    /// 测试合格 → 试运行: the office permits it, with the last day (INT-30). After a trial that failed the next one begins when
    /// that one has ended: its days do not count again.
    /// </summary>
    public Result PermitTrial(
        string permitNumber,
        DateOnly startsOn,
        DateOnly endsBy,
        AccountId by,
        RulesInForce rules
    ) =>
        From(AcceptanceState.Tested)
            .Then(() =>
                rules.Judge(
                    Article36.TestOrTrialOutOfOrder.On(new("startsOn", startsOn, PassedTest!.TestedOn)),
                    Article35.TrialBeforePermit.On(new(startsOn, rules.Today)),
                    Article35.DateImplausible.On(new("startsOn", startsOn, LastTrial?.EndedOn, null)),
                    Article35.DateImplausible.On(new("endsBy", endsBy, startsOn, null))
                )
            )
            .Then(() =>
            {
                trials.Add(TrialRun.Begin(trials.Count + 1, permitNumber, startsOn, endsBy, by));
                State = AcceptanceState.TrialRun;
                StartTrialClocks(rules.Parameters);
                return Result.Success;
            });

    /// <summary>Gives the running trial a permit with another last day.</summary>
    public Result RenewTrialPermit(string permitNumber, DateOnly endsBy, AccountId by, RulesInForce rules) =>
        From(AcceptanceState.TrialRun)
            .Then(() => rules.Judge(Article35.DateImplausible.On(new("endsBy", endsBy, LastTrial!.StartedOn, null))))
            .Then(() =>
            {
                LastTrial!.Renew(permitNumber, endsBy, by);
                Entail(PermitClock(LastTrial, rules.Parameters));
                return Result.Success;
            });

    public Result LogTrial(TrialLogText text, AccountId by, RulesInForce rules) =>
        From(AcceptanceState.TrialRun)
            .Then(() =>
            {
                var trial = LastTrial!;
                var entry = new TrialPeriod(text.From, text.Until);
                var facts = new Article36.LogFacts(entry, new(trial.StartedOn, rules.Today), trial.Overlapping(entry));
                return rules.Judge(Article36.TrialLogOutsideTrial.On(facts), Article36.TrialLogOverlaps.On(facts));
            })
            .Then(() =>
            {
                LastTrial!.Enter(TrialLogEntry.Of(text, by));
                return Result.Success;
            });

    /// <summary>After a major redesign the trial begins anew under the same permit; its three months count again.</summary>
    public Result RestartTrial(DateOnly restartsOn, string reason, RulesInForce rules) =>
        From(AcceptanceState.TrialRun)
            .Then(() =>
                rules.Judge(
                    Article35.DateImplausible.On(new("restartsOn", restartsOn, LastTrial!.StartedOn, rules.Today))
                )
            )
            .Then(() =>
            {
                var before = LastTrial!;
                before.Abandon(restartsOn, reason);
                trials.Add(TrialRun.After(before, restartsOn));
                StartTrialClocks(rules.Parameters);
                return Result.Success;
            });

    /// <summary>试运行 → 试运行合格; one that failed leads back to 测试合格, to be permitted again.</summary>
    public Result FinishTrial(DateOnly endedOn, string reportNumber, bool passed, RulesInForce rules) =>
        From(AcceptanceState.TrialRun)
            .Then(() =>
            {
                var trial = LastTrial!;
                var earliest = EarliestEndOf(trial, rules.Parameters);
                return rules.Judge(
                    Article36.TrialTooShort.On(new(passed, trial.StartedOn, earliest, endedOn)),
                    Article36.TrialDataIncomplete.On(new(passed, trial.Gaps(endedOn))),
                    Article35.TrialBeyondPermit.On(new(endedOn, trial.PermitEndsBy)),
                    Article35.DateImplausible.On(new("endedOn", endedOn, trial.StartedOn, rules.Today))
                );
            })
            .Then(() =>
            {
                LastTrial!.Finish(endedOn, reportNumber, passed);
                State = passed ? AcceptanceState.TrialPassed : AcceptanceState.Tested;
                Entail(AcceptanceClocks.TrialPermit.Meet());
                Entail(AcceptanceClocks.TrialDuration.Meet());
                return Result.Success;
            });

    private void StartTrialClocks(ParameterSnapshot parameters)
    {
        var trial = LastTrial!;
        Entail(PermitClock(trial, parameters));
        Entail(
            AcceptanceClocks.TrialDuration.Start(
                trial.StartedOn,
                parameters.Of(Article36.MinimumTrialMonths),
                Parties,
                parameters
            )
        );
    }

    private StartClock PermitClock(TrialRun trial, ParameterSnapshot parameters) =>
        AcceptanceClocks.TrialPermit.Until(trial.PermitEndsBy, trial.StartedOn, Parties, parameters);

    private static DateOnly EarliestEndOf(TrialRun trial, ParameterSnapshot parameters) =>
        MinimumDuration.End(trial.StartedOn, parameters.Of(Article36.MinimumTrialMonths));
}
