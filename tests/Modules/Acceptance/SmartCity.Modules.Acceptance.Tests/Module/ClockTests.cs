using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Acceptance.Application.Evaluating;
using SmartCity.Modules.Acceptance.Application.Testing;
using SmartCity.Modules.Acceptance.Infrastructure;
using SmartCity.Modules.Acceptance.Tests.Given;
using SmartCity.Regulation.Clocks;
using SmartCity.Testing;

namespace SmartCity.Modules.Acceptance.Tests.Module;

/// <summary>The permit and the months of a trial, and the window of the post-evaluation (A37-4).</summary>
public sealed class ClockTests
{
    [Theory, EveryDatabase]
    public async Task Trial_WhenPermittedAndRenewed_ThenPermitAndMonthsRunAndTheOldPermitIsReplaced(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var trial = await module.OnTrialAsync();

        await module.AcceptedAs(
            Town.OfficeClerk,
            new RenewTrialPermit(trial.Id, "试〔2027〕1号", new(2027, 1, 31), trial.Version)
        );

        (await module.Host.ClocksAsync<AcceptanceDb>())
            .Select(clock => (clock.Kind, clock.State, clock.DueOn))
            .ShouldBe([
                ("acceptance.trial-duration", ClockState.Running, AnAcceptance.TrialEnd),
                ("acceptance.trial-permit", ClockState.Lapsed, new(2026, 12, 31)),
                ("acceptance.trial-permit", ClockState.Running, new(2027, 1, 31)),
            ]);
    }

    [Theory, EveryDatabase]
    public async Task Trial_WhenItsMonthsAreOver_ThenTheUnitIsToldThatItMayBeFinished(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        await module.OnTrialAsync();
        module.GoTo(AnAcceptance.TrialEnd.AddDays(-1));
        await module.Host.RaiseDueNoticesAsync("acceptance");
        var before = await module.Host.NoticesAsync<AcceptanceDb>();
        module.GoTo(AnAcceptance.TrialEnd);

        await module.Host.RaiseDueNoticesAsync("acceptance");

        before.ShouldBeEmpty();
        var notice = (await module.Host.NoticesAsync<AcceptanceDb>()).ShouldHaveSingleItem();
        (notice.Kind, notice.Unit, notice.DueOn).ShouldBe(
            ("acceptance.trial-duration-on-the-day", Town.Hospital.Id.Value, AnAcceptance.TrialEnd)
        );
    }

    [Theory, EveryDatabase]
    public async Task PostEvaluation_WhenTheWindowPasses_ThenNoticesAndABreachAndALateOneIsTaken(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var inUse = await module.InUseAsync();
        var window = (await module.DetailAsync(inUse)).EvaluationUntil!.Value;
        module.GoTo(window.AddDays(-90));
        await module.Host.RaiseDueNoticesAsync("acceptance");
        var early = await module.Host.NoticesAsync<AcceptanceDb>();
        module.GoTo(window.AddDays(1));
        await module.Host.RaiseDueNoticesAsync("acceptance");

        await module.AcceptedAs(
            Town.OfficeClerk,
            new ConcludePostEvaluation(inUse.Id, AnAcceptance.AResult(module.Today), inUse.Version)
        );

        early.Select(notice => notice.Kind).ShouldBe(["acceptance.post-evaluation-90-days-before"]);
        (await module.Host.NoticesAsync<AcceptanceDb>())
            .Select(notice => notice.Kind)
            .ShouldBe([
                "acceptance.post-evaluation-90-days-before",
                "acceptance.post-evaluation-30-days-before",
                "acceptance.post-evaluation-on-the-day",
                "acceptance.post-evaluation-1-day-overdue",
            ]);
        var clock = (await module.Host.ClocksAsync<AcceptanceDb>()).Single(one =>
            one.Kind == "acceptance.post-evaluation"
        );
        (clock.State, clock.DueOn, clock.OverdueSince).ShouldBe((ClockState.Met, window, window.AddDays(1)));
    }

    [Theory, EveryDatabase]
    public async Task PostEvaluation_WhenAnnulled_ThenItIsDueByTheSameDay(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var evaluated = await module.PostEvaluatedAsync();

        await module.AcceptedAs(Town.OfficeClerk, new AnnulPostEvaluation(evaluated.Id, "数据不实", evaluated.Version));

        var clocks = (await module.Host.ClocksAsync<AcceptanceDb>())
            .Where(clock => clock.Kind == "acceptance.post-evaluation")
            .ToList();
        clocks.Select(clock => clock.State).ShouldBe([ClockState.Met, ClockState.Running], ignoreOrder: true);
        clocks.Select(clock => clock.DueOn).Distinct().ShouldHaveSingleItem();
    }
}
