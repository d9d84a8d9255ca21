using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Acceptance.Domain.Acceptances;

/// <summary>May the system run on a day, and why or why not.</summary>
/// <param name="Until">The last day, where the permission has one.</param>
internal sealed record RunningPermission(bool IsPermitted, RunningGround Ground, DateOnly? Until);

// Use, and the post-evaluation a year later.
internal sealed partial class ProjectAcceptance
{
    /// <summary>验收合格 → 已投入使用, where both verdicts are passed.</summary>
    public Result PutIntoUse(DateOnly inUseOn, RulesInForce rules, WorkingCalendar calendar)
    {
        if (State is AcceptanceState.InUse or AcceptanceState.PostEvaluated)
        {
            return NotNow();
        }

        var verdicts = new Article35.VerdictFacts(AcceptanceVerdict, SecurityVerdict);
        return rules
            .Judge(
                Article35.UseBeforeAcceptance.On(verdicts),
                Article35.SecurityEvaluationFailed.On(verdicts),
                Article35.AcceptanceFailed.On(verdicts)
            )
            .Then(() => rules.Judge(Article35.DateImplausible.On(new("inUseOn", inUseOn, UsableSince, rules.Today))))
            .Then(() =>
            {
                // Use is never dated before the acceptance, so it is the later day of the two (INT-12).
                var from = YearOfRunningFrom(inUseOn, rules.Parameters);
                // The window's end is a deadline to act, so unlike the year of running it rolls past days off (INT-34).
                var until = StartEvaluationClock(from, rules.Parameters, calendar);
                (State, InUseOn) = (AcceptanceState.InUse, inUseOn);
                (EvaluationFrom, EvaluationUntil) = (from, until);
                Announce(new PutIntoUse(Id, Declaration.Value, inUseOn, from, until));
                return Result.Success;
            });
    }

    /// <summary>The first day on which the post-evaluation may conclude, by the rules of today; null where it is not in use.</summary>
    public DateOnly? EarliestEvaluation(ParameterSnapshot parameters) =>
        InUseOn is { } since ? YearOfRunningFrom(since, parameters) : null;

    /// <summary>已投入使用 → 已后评价.</summary>
    public Result ConcludePostEvaluation(PostEvaluationText text, AccountId by, RulesInForce rules)
    {
        if (State == AcceptanceState.PostEvaluated)
        {
            return NotNow();
        }

        return rules
            .Judge(
                Article37.PostEvaluationTooEarly.On(
                    new(text.ConcludedOn, rules.Today, EarliestEvaluation(rules.Parameters))
                ),
                Article35.DateImplausible.On(new("concludedOn", text.ConcludedOn, null, rules.Today))
            )
            .Then(() =>
            {
                postEvaluations.Add(PostEvaluation.Of(postEvaluations.Count + 1, text, by));
                State = AcceptanceState.PostEvaluated;
                Entail(AcceptanceClocks.PostEvaluation.Meet());
                Announce(
                    new PostEvaluationConcluded(
                        Id,
                        Declaration.Value,
                        text.Result.ToString(),
                        text.Score,
                        text.DocumentNumber,
                        text.ConcludedOn
                    )
                );
                return Result.Success;
            });
    }

    /// <summary>已后评价 → 已投入使用: the project counts as not evaluated.</summary>
    public Result AnnulPostEvaluation(string reason, RulesInForce rules, WorkingCalendar calendar) =>
        From(AcceptanceState.PostEvaluated)
            .Then(() =>
            {
                AnnulLastEvaluation(reason, rules.Today);
                State = AcceptanceState.InUse;
                // It is due by the same day, unless that has moved while no clock ran.
                var until = StartEvaluationClock(EvaluationFrom!.Value, rules.Parameters, calendar);
                MoveEvaluationWindow(new(until, rules.Today));
                return Result.Success;
            });

    /// <summary>The window's last day has moved; whoever keeps it hears of it behind all that was told before.</summary>
    public void MoveEvaluationWindow(ClockMove move)
    {
        if (InUseOn is not { } inUseOn || EvaluationUntil is not { } before || before == move.DueOn)
        {
            return;
        }

        EvaluationUntil = move.DueOn;
        Announce(new EvaluationWindowMoved(Id, Declaration.Value, inUseOn, before, move.DueOn, move.MovedOn));
    }

    /// <summary>May the system touch real business on this day?</summary>
    public RunningPermission MayRun(DateOnly on) =>
        State switch
        {
            AcceptanceState.InUse or AcceptanceState.PostEvaluated => new(true, RunningGround.InUse, null),
            AcceptanceState.TrialRun when LastTrial is { } trial => trial switch
            {
                _ when on < trial.StartedOn => new(false, RunningGround.TrialNotBegun, null),
                _ when on > trial.PermitEndsBy => new(false, RunningGround.TrialPermitExpired, trial.PermitEndsBy),
                _ => new(true, RunningGround.TrialUnderPermit, trial.PermitEndsBy),
            },
            _ => new(false, RunningGround.NotInUse, null),
        };

    // The clock and the window that is told count by the same calendar, so that a later one moves both.
    private DateOnly StartEvaluationClock(DateOnly from, ParameterSnapshot parameters, WorkingCalendar calendar)
    {
        var months = parameters.Of(Article37.WindowMonths);
        var clock = AcceptanceClocks.PostEvaluation.Start(from, months, Parties, parameters) with
        {
            CountedBy = calendar,
        };
        Entail(clock);
        return clock.DueOnBy(calendar);
    }

    private static DateOnly YearOfRunningFrom(DateOnly inUseOn, ParameterSnapshot parameters) =>
        MinimumDuration.End(inUseOn, parameters.Of(Article37.MinimumMonthsOfRunning));

    private void AnnulLastEvaluation(string reason, DateOnly on)
    {
        postEvaluations.MaxBy(one => one.Number)!.Annul(reason, on);
        Announce(new PostEvaluationAnnulled(Id, Declaration.Value, reason, on));
    }
}
