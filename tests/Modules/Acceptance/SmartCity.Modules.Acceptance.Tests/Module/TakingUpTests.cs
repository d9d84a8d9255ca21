using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Acceptance.Application.Accepting;
using SmartCity.Modules.Acceptance.Application.Testing;
using SmartCity.Modules.Acceptance.Application.Using;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Acceptance.Tests.Given;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Testing;

namespace SmartCity.Modules.Acceptance.Tests.Module;

/// <summary>A running project that was taken over is taken up where it stands; what comes after is judged as for everyone.</summary>
public sealed class TakingUpTests
{
    [Theory, EveryDatabase]
    public async Task Open_WhenInItsTrialRun_ThenTheTrialGoesOnAndItsThreeMonthsCount(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);

        var trial = await TakenUpAsync(module, ARunningProject.InTrialRun);

        trial.State.ShouldBe(AcceptanceState.TrialRun);
        trial.Tests.ShouldHaveSingleItem().ReportNumber.ShouldBe("测〔2026〕1号");
        trial.EarliestTrialEnd.ShouldBe(AnAcceptance.TrialEnd);
        var step = new Step(trial.Id, trial.Version);
        module.GoTo(AnAcceptance.TrialEnd);
        var early = new FinishTrial(step.Id, AnAcceptance.TrialEnd.AddDays(-1), "试报1号", true, step.Version);
        (await module.SendAs(Town.HospitalClerk, early)).ShouldBeRefused("TRIAL_TOO_SHORT", "TRIAL_DATA_INCOMPLETE");
        var logged = await module.AcceptedAs(
            Town.HospitalClerk,
            new LogTrial(step.Id, AnAcceptance.AnEntry(ARunningProject.TrialStarted, AnAcceptance.TrialEnd)),
            "log"
        );
        var finished = await module.AcceptedAs(
            Town.HospitalClerk,
            new FinishTrial(step.Id, AnAcceptance.TrialEnd, "试报1号", true, logged.Version)
        );
        await module.AppliedAsync(finished);
    }

    [Theory, EveryDatabase]
    public async Task Open_WhenAccepted_ThenPassedAndToldAndUseIsJudgedAsForEveryone(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);

        var accepted = await TakenUpAsync(module, ARunningProject.AcceptedBefore);

        (accepted.State, accepted.PassedOn).ShouldBe((AcceptanceState.AcceptancePassed, ARunningProject.Accepted));
        var conclusion = accepted.Rounds.ShouldHaveSingleItem().Conclusion.ShouldNotBeNull();
        (conclusion.DocumentNumber, conclusion.DecisionMaker, conclusion.DecisionMakerName).ShouldBe(
            ("验〔2026〕1号", null, "市政府信息办")
        );
        (await module.AnnouncedAsync()).ShouldContain("acceptance.acceptance-passed.v1");
        module.GoTo(AnAcceptance.TrialEnd);
        var use = new PutProjectIntoUse(accepted.Id, module.Today, accepted.Version);
        (await module.SendAs(Town.HospitalClerk, use)).ShouldBeRefused("USE_BEFORE_ACCEPTANCE");
        var evaluated = await module.EvaluatedAsync(new(accepted.Id, accepted.Version), passed: true);
        await module.AcceptedAs(Town.HospitalClerk, use with { ExpectedVersion = evaluated.Version });
    }

    [Theory, EveryDatabase]
    public async Task Revoke_WhenAcceptedBefore_ThenItCanApplyAgain(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var accepted = await TakenUpAsync(module, ARunningProject.AcceptedBefore);

        var revoked = await module.AcceptedAs(
            Town.OfficeClerk,
            new RevokeAcceptance(accepted.Id, "弄虚作假", accepted.Version)
        );

        var rectified = await module.AcceptedAs(
            Town.HospitalClerk,
            new ReportRectified(revoked.Id, module.Today, "已整改。", revoked.Version)
        );
        await module.AppliedAsync(rectified);
    }

    [Theory, EveryDatabase]
    public async Task Acceptance_WhenTakenUp_ThenShowsWhatNobodyJudged(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);

        var trial = await TakenUpAsync(module, ARunningProject.InTrialRun);
        var accepted = await TakenUpAsync(module, ARunningProject.AcceptedBefore);
        var built = await TakenUpAsync(module, ARunningProject.BuiltBefore);

        trial.TakenUp!.NotJudged.Standing.ShouldBe("接管前，未评判");
        trial.TakenUp.NotJudged.Rules.ShouldContain(one => one.Rule == "TRIAL_BEFORE_PERMIT");
        trial.TakenUp.NotJudged.Rules.ShouldNotContain(one => one.Rule == "TRIAL_TOO_SHORT");
        accepted.TakenUp!.NotJudged.Rules.ShouldContain(one => one.Rule == "TRIAL_TOO_SHORT" && one.Article == 36);
        // It came no further than being built, so every gate of this module is still before it.
        (built.State, built.TakenUp).ShouldBe((AcceptanceState.Built, null));
    }

    private static async Task<GetAcceptance.AcceptanceDetail> TakenUpAsync(
        AcceptanceHost module,
        TakeOverProfile project
    )
    {
        await module.TellBuiltAsync(AcceptanceHost.ABuiltProject() with { Declaration = project.Declaration.Value });
        var lines = await module.AskAs(Town.OfficeClerk, new ListAcceptances(Declaration: project.Declaration));
        return (
            await module.AskAs(Town.OfficeClerk, new GetAcceptance(lines.Value.Items.ShouldHaveSingleItem().Id))
        ).Value;
    }
}
