using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Application.Accepting;
using SmartCity.Modules.Acceptance.Application.Evaluating;
using SmartCity.Modules.Acceptance.Application.Testing;
using SmartCity.Modules.Acceptance.Application.Using;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Acceptance.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.Acceptance.Tests.Module;

/// <summary>The line from built to the post-evaluation, over real databases.</summary>
public sealed class LineTests
{
    [Theory, EveryDatabase]
    public async Task Line_WhenEverybodyDoesHisPart_ThenTheProjectIsInUseAndEvaluated(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);

        var evaluated = await module.PostEvaluatedAsync();

        var told = await module.DetailAsync(evaluated);
        (told.State, told.AcceptanceVerdict, told.SecurityVerdict).ShouldBe(
            (AcceptanceState.PostEvaluated, AcceptanceVerdict.Passed, SecurityVerdict.Passed)
        );
        (told.EarliestTrialEnd, told.EvaluationFrom, told.EvaluationUntil).ShouldBe(
            (AnAcceptance.TrialEnd, AnAcceptance.YearLater, new DateOnly(2027, 12, 2))
        );
        told.SystemTest.Applies.ShouldBeTrue();
        told.Rounds.ShouldHaveSingleItem().Basis.ShouldBe(AnAcceptance.ABasis());
        told.PostEvaluations.ShouldHaveSingleItem().Survey.Cost.Actual.ShouldBe("95 万元");
        (await module.AnnouncedAsync()).ShouldBe([
            "acceptance.acceptance-passed.v1",
            "acceptance.put-into-use.v1",
            "acceptance.post-evaluation-concluded.v1",
        ]);
    }

    [Theory, EveryDatabase]
    public async Task Line_WhenItIsAService_ThenItAppliesFromBuiltAndTheRestIsShownAsNotApplicable(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var built = await module.BuiltAsync(isService: true);
        var passed = await module.ConcludedAsync(await module.SeatedAsync(await module.AppliedAsync(built)), true);

        var inUse = await module.AcceptedAs(
            Town.HospitalClerk,
            new PutProjectIntoUse(passed.Id, module.Today, passed.Version)
        );

        var told = await module.DetailAsync(inUse);
        var permission = (await module.AskAs(Town.HospitalClerk, new MayRun(inUse.Id))).Value;
        (permission.Permitted, permission.Because).ShouldBe((true, "验收合格，已投入使用。"));
        (told.State, told.SecurityVerdict).ShouldBe((AcceptanceState.InUse, SecurityVerdict.NotApplicable));
        (told.SystemTest.Applies, told.TrialRun.Interpretation, told.SecurityEvaluation.Interpretation).ShouldBe(
            (false, "INT-25", "INT-25")
        );
    }

    [Theory, EveryDatabase]
    public async Task Built_WhenToldTwice_ThenOneAcceptanceIsOpenedAndTheSecondIsRefused(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);

        await module.TellBuiltAsync(AcceptanceHost.ABuiltProject(), times: 2);

        (await module.AskAs(Town.OfficeClerk, new ListAcceptances())).Value.Items.ShouldHaveSingleItem();
        (await module.HeardAsync()).ShouldBe(["accepted", "ACCEPTANCE_ALREADY_OPEN"], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    public async Task Built_WhenHeard_ThenTheAcceptanceIsToldAsConstructionToldIt(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);

        var told = await module.DetailAsync(await module.BuiltAsync());

        (told.State, told.BuiltOn, told.LeadUnit).ShouldBe(
            (AcceptanceState.Built, AcceptanceHost.Start, Town.Hospital.Id)
        );
        told.ParticipatingUnits.ShouldBe([Town.HealthCommission.Id]);
        told.Contractors.ShouldBe([Town.Enterprise.Id]);
    }

    [Theory, EveryDatabase]
    public async Task PutIntoUse_WhenTheTwoVerdictsStandSo_ThenOnlyBothPassedOpens(DatabaseKind kind)
    {
        (bool? Acceptance, bool? Security, string[] Codes)[] table =
        [
            (null, null, ["USE_BEFORE_ACCEPTANCE"]),
            (null, false, ["USE_BEFORE_ACCEPTANCE", "SECURITY_EVALUATION_FAILED"]),
            (null, true, ["USE_BEFORE_ACCEPTANCE"]),
            (false, null, ["USE_BEFORE_ACCEPTANCE", "ACCEPTANCE_FAILED"]),
            (false, false, ["SECURITY_EVALUATION_FAILED", "ACCEPTANCE_FAILED"]),
            (false, true, ["ACCEPTANCE_FAILED"]),
            (true, null, ["USE_BEFORE_ACCEPTANCE"]),
            (true, false, ["SECURITY_EVALUATION_FAILED"]),
            (true, true, []),
        ];
        foreach (var (acceptance, security, codes) in table)
        {
            await using var module = await AcceptanceHost.StartAsync(kind);
            var at = await module.SeatedAsync(await module.AppliedAsync(await module.TrialPassedAsync()));
            at = security is { } secure ? await module.EvaluatedAsync(at, secure) : at;
            at = acceptance is { } passed ? await module.ConcludedAsync(at, passed) : at;

            var result = await module.SendAs(
                Town.HospitalClerk,
                new PutProjectIntoUse(at.Id, module.Today, at.Version)
            );

            (acceptance, security, string.Join(',', result.Failure?.Codes ?? [])).ShouldBe(
                (acceptance, security, string.Join(',', codes))
            );
        }
    }

    [Theory, EveryDatabase]
    public async Task Line_WhenTheAcceptanceFails_ThenItIsRectifiedAndPassesInTheSecondRound(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var at = await module.SeatedAsync(await module.AppliedAsync(await module.TrialPassedAsync()));
        at = await module.ConcludedAsync(await module.EvaluatedAsync(at, true), false);
        at = await module.AcceptedAs(Town.HospitalClerk, new StartRectification(at.Id, "补齐文档", at.Version));
        at = await module.AcceptedAs(
            Town.HospitalClerk,
            new ReportRectified(at.Id, module.Today, "已补齐", at.Version)
        );
        at = await module.SeatedAsync(await module.AppliedAsync(at));

        at = await module.ConcludedAsync(at, true);

        var told = await module.DetailAsync(at);
        told.Rounds.Select(round => (round.Number, round.Verdict))
            .ShouldBe([(1, AcceptanceVerdict.Failed), (2, AcceptanceVerdict.Passed)]);
        told.Rounds[0].Conclusion!.Defects.ShouldBe(["接口文档不全"]);
        told.Rounds[0].Rectification!.Report.ShouldBe("已补齐");
    }

    [Theory, EveryDatabase]
    public async Task Apply_WhenTheTrialHasNotPassed_ThenRefusedAndNothingButTheEntryIsWritten(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var tested = await module.TestedAsync();
        var (rows, entries) = (await module.RowsAsync(), await module.EntriesAsync());

        var result = await module.SendAs(Town.HospitalClerk, new ApplyForAcceptance(tested.Id, [], tested.Version));

        result.ShouldBeRefused("TEST_OR_TRIAL_MISSING", "ACCEPTANCE_BASIS_MISSING");
        (await module.RowsAsync()).ShouldBe(rows);
        (await module.EntriesAsync()).ShouldBe(entries + 1);
    }

    [Theory, EveryDatabase]
    public async Task FinishTrial_WhenADayShortOfThreeMonths_ThenRefused(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var trial = await module.OnTrialAsync();
        module.GoTo(AnAcceptance.TrialEnd.AddDays(-1));
        var logged = await module.AcceptedAs(
            Town.HospitalClerk,
            new LogTrial(trial.Id, AnAcceptance.AnEntry(AcceptanceHost.Start, module.Today)),
            "log"
        );

        var result = await module.SendAs(
            Town.HospitalClerk,
            new FinishTrial(logged.Id, module.Today, "试报〔2026〕1号", true, logged.Version)
        );

        result.ShouldBeRefused("TRIAL_TOO_SHORT");
    }

    [Theory, EveryDatabase]
    public async Task LogTrial_WhenRepeatedWithTheSameKey_ThenIsLoggedOnce(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var trial = await module.OnTrialAsync();
        var command = new LogTrial(trial.Id, AnAcceptance.AnEntry(module.Today, module.Today));
        var first = await module.AcceptedAs(Town.HospitalClerk, command, "key");

        var second = await module.AcceptedAs(Town.HospitalClerk, command, "key");

        second.ShouldBe(first);
        (await module.DetailAsync(trial)).Trials[0].Log.ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    public async Task LogTrial_WhenTwoLogTheSameDayAtOnce_ThenOneIsToldThatItOverlaps(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var trial = await module.OnTrialAsync();
        var command = new LogTrial(trial.Id, AnAcceptance.AnEntry(module.Today, module.Today));

        var results = await Task.WhenAll(
            module.SendAs(Town.HospitalClerk, command, "one"),
            module.SendAs(Town.HospitalClerk, command, "two")
        );

        results.Count(result => !result.IsFailure).ShouldBe(1);
        results.Single(result => result.IsFailure).ShouldBeRefused("TRIAL_LOG_OVERLAPS");
    }

    [Theory, EveryDatabase]
    public async Task PermitTrial_WhenTheVersionSeenIsStale_ThenVersionConflict(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var tested = await module.TestedAsync();

        var result = await module.SendAs(
            Town.OfficeClerk,
            new PermitTrial(tested.Id, "号", module.Today, module.Today, tested.Version - 1)
        );

        result.ShouldFail(ErrorKind.VersionConflict, "VERSION_CONFLICT");
    }

    [Theory, EveryDatabase]
    public async Task RestartTrial_WhenRedesigned_ThenTheEarliestEndIsCountedFromTheNewStart(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var trial = await module.OnTrialAsync();
        module.GoTo(new(2026, 4, 30));

        var restarted = await module.AcceptedAs(
            Town.HospitalClerk,
            new RestartTrial(trial.Id, module.Today, "模型更换", trial.Version)
        );

        (await module.DetailAsync(restarted)).EarliestTrialEnd.ShouldBe(new DateOnly(2026, 7, 30));
    }

    [Theory, EveryDatabase]
    public async Task FormPanel_WhenTheLeadUnitsOwnExpertSits_ThenRefused(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var applied = await module.AppliedAsync(await module.TrialPassedAsync());

        var result = await module.SendAs(
            Town.OfficeClerk,
            module.Panel(applied, Town.HospitalExpert, Town.Enterprise.Id)
        );

        result.ShouldBeRefused("ACCEPTANCE_PANEL_CONFLICT", "ACCEPTANCE_PANEL_CONFLICT");
    }

    [Theory, EveryDatabase]
    public async Task Conclude_WhenTheDecisionMakerIsASystemAccount_ThenRefused(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var seated = await module.SeatedAsync(await module.AppliedAsync(await module.TrialPassedAsync()));

        var result = await module.SendAs(
            Town.OfficeClerk,
            module.Conclusion(seated, AnAcceptance.AConclusion(true), Town.OfficeSystem)
        );

        result.ShouldBeRefused("ACCEPTANCE_DECISION_MAKER_REQUIRED");
    }

    [Theory, EveryDatabase]
    public async Task ConcludePostEvaluation_WhenADayBeforeTheYearIsOver_ThenRefused(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var inUse = await module.InUseAsync();
        module.GoTo(AnAcceptance.YearLater.AddDays(-1));

        var result = await module.SendAs(
            Town.OfficeClerk,
            new ConcludePostEvaluation(inUse.Id, AnAcceptance.AResult(module.Today), inUse.Version)
        );

        result.ShouldBeRefused("POST_EVAL_TOO_EARLY");
    }

    [Theory, EveryDatabase]
    public async Task Annul_WhenEvaluated_ThenItCanBeEvaluatedAgain(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var evaluated = await module.PostEvaluatedAsync();
        var annulled = await module.AcceptedAs(
            Town.OfficeClerk,
            new AnnulPostEvaluation(evaluated.Id, "数据不实", evaluated.Version)
        );

        var again = await module.AcceptedAs(
            Town.OfficeClerk,
            new ConcludePostEvaluation(annulled.Id, AnAcceptance.AResult(module.Today), annulled.Version)
        );

        (await module.DetailAsync(again))
            .PostEvaluations.Select(one => (one.Number, one.AnnulledBecause))
            .ShouldBe([(1, "数据不实"), (2, null)]);
        (await module.AnnouncedAsync())
            .TakeLast(2)
            .ShouldBe(["acceptance.post-evaluation-annulled.v1", "acceptance.post-evaluation-concluded.v1"]);
    }

    [Theory, EveryDatabase]
    public async Task Revoke_WhenEvaluated_ThenAllThatRestedOnItIsRevokedAndAnnounced(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var evaluated = await module.PostEvaluatedAsync();

        var revoked = await module.AcceptedAs(
            Town.OfficeClerk,
            new RevokeAcceptance(evaluated.Id, "版本不符", evaluated.Version)
        );

        var told = await module.DetailAsync(revoked);
        (told.State, told.PassedOn, told.InUseOn).ShouldBe((AcceptanceState.Rectifying, null, null));
        (await module.AnnouncedAsync())
            .TakeLast(2)
            .ShouldBe(["acceptance.post-evaluation-annulled.v1", "acceptance.acceptance-revoked.v1"]);
        var profile = await module.Host.AskAs(Town.OfficeClerk, new AcceptanceOf(told.Declaration.Value));
        (profile!.PassedOn, profile.InUseOn).ShouldBe((null, null));
    }

    [Theory, EveryDatabase]
    public async Task AcceptanceOf_WhenInUse_ThenTellsBothDays(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);
        var told = await module.DetailAsync(await module.InUseAsync());

        var profile = await module.Host.AskAs(Town.OfficeClerk, new AcceptanceOf(told.Declaration.Value));

        profile.ShouldBe(
            new AcceptanceProfile(
                told.Id,
                told.Declaration.Value,
                told.ProjectName,
                false,
                Town.Hospital.Id.Value,
                AnAcceptance.TrialEnd,
                AnAcceptance.TrialEnd
            )
        );
    }

    [Theory, EveryDatabase]
    public async Task AcceptanceOf_WhenTheProjectIsNotBuilt_ThenNull(DatabaseKind kind)
    {
        await using var module = await AcceptanceHost.StartAsync(kind);

        (await module.Host.AskAs(Town.OfficeClerk, new AcceptanceOf(Ids.Next()))).ShouldBeNull();
    }
}
