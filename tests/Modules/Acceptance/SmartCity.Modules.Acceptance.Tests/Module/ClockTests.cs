using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Application.Evaluating;
using SmartCity.Modules.Acceptance.Application.Testing;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Acceptance.Infrastructure;
using SmartCity.Modules.Acceptance.Tests.Given;
using SmartCity.Regulation.Clocks;
using SmartCity.Testing;

namespace SmartCity.Modules.Acceptance.Tests.Module;

/// <summary>The permit and the months of a trial, and the window of the post-evaluation (A37-4).</summary>
public sealed class ClockTests
{
    private const string WindowMoved = "acceptance.evaluation-window-moved.v1";

    private static readonly DateOnly Window = new(2027, 12, 2);

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
        (await module.AnnouncedAsync()).ShouldNotContain(WindowMoved);
    }

    // The last day of the window is 2027-12-02, a Thursday: where it is off, the window ends on the Friday.
    [Theory, EveryDatabase]
    public async Task Window_WhenACalendarMovesItsClock_ThenItMovesWithItByAnActOfItsOwnAndIsAnnounced(
        DatabaseKind kind
    )
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var inUse = await module.InUseAsync();
        await module.Host.LandDaysOffAsync(2027, days: Window);

        await module.Host.RecountAsync("acceptance");
        await module.Host.RecountAsync("acceptance");

        (await module.DetailAsync(inUse)).EvaluationUntil.ShouldBe(Window.AddDays(1));
        (await module.EvaluationClockAsync()).DueOn.ShouldBe(Window.AddDays(1));
        var told = (await module.WindowsMovedAsync()).ShouldHaveSingleItem();
        told.Payload.ShouldBe(
            new EvaluationWindowMoved(
                inUse.Id,
                told.Payload.Declaration,
                AnAcceptance.TrialEnd,
                Window,
                Window.AddDays(1),
                AnAcceptance.TrialEnd
            )
        );
        // Behind all that was told of this acceptance before, and caused by the entry of the move.
        told.Aggregate.ShouldBe(inUse.Id.Value.ToString());
        var entry = await module.LastEntryAsync(inUse);
        var content = AuditContent.Of(entry);
        (entry.Id, content.Command, content.Article, content.ActorKind).ShouldBe(
            (told.CausedBy, "acceptance.move-evaluation-window", 37, ActorKind.Module)
        );
        (await module.Host.NoticesAsync<AcceptanceDb>())
            .ShouldHaveSingleItem()
            .Kind.ShouldBe("acceptance.post-evaluation-moved");
    }

    [Theory, EveryDatabase]
    public async Task Window_WhenACalendarDoesNotMoveItsClock_ThenTheAcceptanceStaysAsItWasSeen(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var inUse = await module.InUseAsync();
        await module.Host.LandDaysOffAsync(2027, days: Window.AddDays(1));

        await module.Host.RecountAsync("acceptance");

        (await module.DetailAsync(inUse)).Version.ShouldBe(inUse.Version);
        (await module.WindowsMovedAsync()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Window_WhenItHasMoved_ThenWhoSawItBeforeIsToldSoAndTheEvaluationGoesOn(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var inUse = await module.InUseAsync();
        await module.Host.LandDaysOffAsync(2027, days: Window);
        await module.Host.RecountAsync("acceptance");
        module.GoTo(AnAcceptance.YearLater);
        var moved = await module.DetailAsync(inUse);

        var unseen = await module.SendAs(
            Town.OfficeClerk,
            new ConcludePostEvaluation(inUse.Id, AnAcceptance.AResult(module.Today), inUse.Version)
        );
        await module.AcceptedAs(
            Town.OfficeClerk,
            new ConcludePostEvaluation(inUse.Id, AnAcceptance.AResult(module.Today), moved.Version)
        );

        unseen.ShouldFail(ErrorKind.VersionConflict, "VERSION_CONFLICT");
        (await module.EvaluationClockAsync()).State.ShouldBe(ClockState.Met);
    }

    [Theory, EveryDatabase]
    public async Task Window_WhenACorrectionTakesTheDayOffBack_ThenItMovesBackAndBothAreToldInOrder(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var inUse = await module.InUseAsync();
        await module.Host.LandDaysOffAsync(2027, days: Window);
        await module.Host.RecountAsync("acceptance");
        await module.Host.LandDaysOffAsync(2027, "录入有误");

        await module.Host.RecountAsync("acceptance");

        (await module.DetailAsync(inUse)).EvaluationUntil.ShouldBe(Window);
        (await module.WindowsMovedAsync())
            .Select(told => (told.Payload.Before, told.Payload.EvaluationUntil))
            .ShouldBe([(Window, Window.AddDays(1)), (Window.AddDays(1), Window)]);
    }

    [Theory, EveryDatabase]
    public async Task Window_WhenACalendarLandedWhileItWasEvaluated_ThenTheAnnulmentMovesItWithTheNewClock(
        DatabaseKind kind
    )
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var evaluated = await module.PostEvaluatedAsync();
        await module.Host.LandDaysOffAsync(2027, days: Window);
        await module.Host.RecountAsync("acceptance");

        await module.AcceptedAs(Town.OfficeClerk, new AnnulPostEvaluation(evaluated.Id, "数据不实", evaluated.Version));

        (await module.DetailAsync(evaluated)).EvaluationUntil.ShouldBe(Window.AddDays(1));
        (await module.AnnouncedAsync()).TakeLast(2).ShouldBe(["acceptance.post-evaluation-annulled.v1", WindowMoved]);
        (await module.Host.ClocksAsync<AcceptanceDb>())
            .Single(clock => clock.Kind == "acceptance.post-evaluation" && clock.IsOpen)
            .DueOn.ShouldBe(Window.AddDays(1));
    }

    // On SQLite, which has one writer, nobody ever holds an acceptance beside a recount.
    [Fact]
    public async Task Window_WhenAnotherActHoldsTheAcceptance_ThenItMovesWithItsClockBehindThatActOnly()
    {
        await using var module = await AcceptanceHost.StartAsync(DatabaseKind.PostgreSql);
        var inUse = await module.InUseAsync();
        await module.Host.LandDaysOffAsync(2027, days: Window);
        await using (var other = module.Host.Services.CreateAsyncScope())
        {
            await other
                .ServiceProvider.GetRequiredService<AcceptanceDb>()
                .LockAsync<ProjectAcceptance, AcceptanceId>(inUse.Id, TestContext.Current.CancellationToken);

            await module.Host.RecountAsync("acceptance");
        }

        var held = (await module.EvaluationClockAsync()).DueOn;
        await module.Host.RecountAsync("acceptance");

        held.ShouldBe(Window);
        (await module.EvaluationClockAsync()).DueOn.ShouldBe(Window.AddDays(1));
        (await module.DetailAsync(inUse)).EvaluationUntil.ShouldBe(Window.AddDays(1));
        (await module.WindowsMovedAsync()).ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    public async Task Window_WhenTwoInstancesCountAtOnce_ThenEachMovesOnce(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        await module.InUseAsync();
        await module.Host.LandDaysOffAsync(2027, days: Window);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => module.Host.RecountAsync("acceptance"))));

        (await module.WindowsMovedAsync()).ShouldHaveSingleItem();
        (await module.Host.NoticesAsync<AcceptanceDb>()).ShouldHaveSingleItem();
    }
}
