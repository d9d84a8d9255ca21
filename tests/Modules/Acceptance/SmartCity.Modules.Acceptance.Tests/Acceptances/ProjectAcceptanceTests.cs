using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Acceptance.Tests.Given;
using SmartCity.Regulation.Calendars;
using SmartCity.Testing;

namespace SmartCity.Modules.Acceptance.Tests.Acceptances;

public sealed class ProjectAcceptanceTests
{
    [Fact]
    public void RecordSystemTest_WhenItFailed_ThenIsOnRecordAndTheStateStays()
    {
        var acceptance = AnAcceptance.Built();

        var result = acceptance.RecordSystemTest(
            AnAcceptance.ATest(passed: false),
            AnAcceptance.TheHospital,
            AnAcceptance.Accepting
        );

        result.ShouldBeAccepted();
        acceptance.State.ShouldBe(AcceptanceState.Built);
        acceptance.Tests.ShouldHaveSingleItem().Passed.ShouldBeFalse();
    }

    [Fact]
    public void RecordSystemTest_WhenBeforeItWasBuilt_ThenRefused()
    {
        var test = AnAcceptance.ATest(testedOn: AnAcceptance.BuiltOn.AddDays(-1));

        var result = AnAcceptance.Built().RecordSystemTest(test, AnAcceptance.TheHospital, AnAcceptance.Accepting);

        result.ShouldBeRefused("TEST_OR_TRIAL_OUT_OF_ORDER");
    }

    [Fact]
    public void RecordSystemTest_WhenInTheFuture_ThenRefused()
    {
        var test = AnAcceptance.ATest(testedOn: AnAcceptance.TrialEnd.AddDays(1));

        var result = AnAcceptance.Built().RecordSystemTest(test, AnAcceptance.TheHospital, AnAcceptance.Accepting);

        result.ShouldBeRefused("ACCEPTANCE_DATE_IMPLAUSIBLE");
    }

    [Fact]
    public void RecordSystemTest_WhenItIsOlderThanTheOneThatFailed_ThenRefused()
    {
        var acceptance = AnAcceptance.Built();
        acceptance
            .RecordSystemTest(
                AnAcceptance.ATest(passed: false, AnAcceptance.BuiltOn.AddDays(1)),
                AnAcceptance.TheHospital,
                AnAcceptance.Accepting
            )
            .ShouldBeAccepted();

        var result = acceptance.RecordSystemTest(
            AnAcceptance.ATest(),
            AnAcceptance.TheHospital,
            AnAcceptance.Accepting
        );

        result.ShouldBeRefused("ACCEPTANCE_DATE_IMPLAUSIBLE");
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void PermitTrial_WhenAnEarlierTrialFailed_ThenItsDaysDoNotCountAgain(int days, bool accepted)
    {
        var failedOn = new DateOnly(2026, 4, 1);
        var acceptance = AnAcceptance.OnTrial();
        acceptance.FinishTrial(failedOn, "号", passed: false, AnAcceptance.Accepting).ShouldBeAccepted();

        var result = acceptance.PermitTrial(
            "号",
            failedOn.AddDays(days),
            AnAcceptance.PermitEnd,
            AnAcceptance.TheOffice,
            AnAcceptance.On(failedOn.AddDays(days))
        );

        (result.Failure?.Codes ?? []).ShouldBe(accepted ? [] : ["ACCEPTANCE_DATE_IMPLAUSIBLE"]);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void PermitTrial_WhenItWouldHaveBegunBeforeToday_ThenThreeMonthsAreNotGivenInADay(int days, bool accepted)
    {
        var today = AnAcceptance.TrialEnd;

        var result = AnAcceptance
            .Tested()
            .PermitTrial(
                "号",
                today.AddDays(days),
                AnAcceptance.PermitEnd,
                AnAcceptance.TheOffice,
                AnAcceptance.On(today)
            );

        (result.Failure?.Codes ?? []).ShouldBe(accepted ? [] : ["TRIAL_BEFORE_PERMIT"]);
    }

    [Fact]
    public void PermitTrial_WhenItBeginsBeforeTheTestAndEndsBeforeItBegins_ThenTellsBoth()
    {
        var dayBefore = AnAcceptance.BuiltOn.AddDays(-1);

        var result = AnAcceptance
            .Tested()
            .PermitTrial("号", dayBefore, dayBefore.AddDays(-1), AnAcceptance.TheOffice, AnAcceptance.On(dayBefore));

        result.ShouldBeRefused("TEST_OR_TRIAL_OUT_OF_ORDER", "ACCEPTANCE_DATE_IMPLAUSIBLE");
    }

    [Theory]
    [InlineData("2026-03-02", "2026-06-02")]
    [InlineData("2026-08-31", "2026-11-30")]
    [InlineData("2026-11-30", "2027-02-28")]
    [InlineData("2027-11-30", "2028-02-29")]
    public void EarliestTrialEnd_WhenTheTrialBeganThen_ThenIsTheCorrespondingDayThreeMonthsLater(
        string start,
        string expected
    )
    {
        var acceptance = AnAcceptance.OnTrial(DateOnly.Parse(start, null));

        var end = acceptance.EarliestTrialEnd(AnAcceptance.Accepting.Parameters);

        end.ShouldBe(DateOnly.Parse(expected, null));
    }

    [Fact]
    public void FinishTrial_WhenADayTooShort_ThenRefusedForThatAlone()
    {
        var acceptance = AnAcceptance.Logged();

        var result = acceptance.FinishTrial(
            AnAcceptance.TrialEnd.AddDays(-1),
            "号",
            passed: true,
            AnAcceptance.Accepting
        );

        result.ShouldBeRefused("TRIAL_TOO_SHORT");
    }

    [Fact]
    public void FinishTrial_WhenTheLogHasHoles_ThenTellsEachHole()
    {
        var acceptance = AnAcceptance.OnTrial();
        acceptance
            .LogTrial(
                AnAcceptance.AnEntry(new(2026, 3, 10), new(2026, 3, 31)),
                AnAcceptance.TheHospital,
                AnAcceptance.Accepting
            )
            .ShouldBeAccepted();

        var result = acceptance.FinishTrial(AnAcceptance.TrialEnd, "号", passed: true, AnAcceptance.Accepting);

        result.ShouldBeRefused("TRIAL_DATA_INCOMPLETE");
        acceptance
            .LastTrial!.Gaps(AnAcceptance.TrialEnd)
            .ShouldBe([
                new(AnAcceptance.BuiltOn, new DateOnly(2026, 3, 9)),
                new(new DateOnly(2026, 4, 1), AnAcceptance.TrialEnd),
            ]);
    }

    [Fact]
    public void FinishTrial_WhenEverythingIsWrong_ThenTellsAllReasonsAtOnce()
    {
        var acceptance = AnAcceptance.OnTrial();
        acceptance
            .RenewTrialPermit("号", new(2026, 4, 1), AnAcceptance.TheOffice, AnAcceptance.Accepting)
            .ShouldBeAccepted();

        var result = acceptance.FinishTrial(
            new(2026, 5, 1),
            "号",
            passed: true,
            AnAcceptance.On(new DateOnly(2026, 4, 30))
        );

        result.ShouldBeRefused(
            "TRIAL_TOO_SHORT",
            "TRIAL_DATA_INCOMPLETE",
            "TRIAL_BEYOND_PERMIT",
            "ACCEPTANCE_DATE_IMPLAUSIBLE"
        );
    }

    [Fact]
    public void FinishTrial_WhenItFailed_ThenANewTrialNeedsAPermitOfItsOwn()
    {
        var acceptance = AnAcceptance.OnTrial();

        var result = acceptance.FinishTrial(new(2026, 4, 1), "号", passed: false, AnAcceptance.Accepting);

        result.ShouldBeAccepted();
        acceptance.State.ShouldBe(AcceptanceState.Tested);
        acceptance.LastTrial!.Outcome.ShouldBe(TrialOutcome.Failed);
    }

    [Fact]
    public void RestartTrial_WhenTheSystemWasRedesigned_ThenTheThreeMonthsCountAgain()
    {
        var acceptance = AnAcceptance.Logged();

        var result = acceptance.RestartTrial(new(2026, 5, 15), "模型更换", AnAcceptance.Accepting);

        result.ShouldBeAccepted();
        acceptance.EarliestTrialEnd(AnAcceptance.Accepting.Parameters).ShouldBe(new DateOnly(2026, 8, 15));
        acceptance.Trials.Select(trial => trial.Outcome).ShouldBe([TrialOutcome.Restarted, null]);
    }

    [Fact]
    public void LogTrial_WhenOutsideTheTrialAndOverlapping_ThenTellsBoth()
    {
        var acceptance = AnAcceptance.Logged();

        var result = acceptance.LogTrial(
            AnAcceptance.AnEntry(AnAcceptance.TrialEnd, AnAcceptance.TrialEnd.AddDays(1)),
            AnAcceptance.TheHospital,
            AnAcceptance.Accepting
        );

        result.ShouldBeRefused("TRIAL_LOG_OUTSIDE_TRIAL", "TRIAL_LOG_OVERLAPS");
    }

    [Fact]
    public void Apply_WhenItIsAService_ThenNeitherTestNorTrialIsAsked()
    {
        var service = AnAcceptance.Built(isService: true);

        var result = service.Apply(AnAcceptance.ABasis(), AnAcceptance.TheHospital, AnAcceptance.Accepting);

        result.ShouldBeAccepted();
        service.SecurityVerdict.ShouldBe(SecurityVerdict.NotApplicable);
    }

    [Fact]
    public void RecordSystemTest_WhenItIsAService_ThenRefusedAsNotApplicable()
    {
        var service = AnAcceptance.Built(isService: true);

        var result = service.RecordSystemTest(AnAcceptance.ATest(), AnAcceptance.TheHospital, AnAcceptance.Accepting);

        result.ShouldBeRefused("NOT_APPLICABLE_TO_SERVICES");
    }

    [Fact]
    public void RecordSecurityEvaluation_WhenItIsAService_ThenRefusedAsNotApplicable()
    {
        var service = AnAcceptance.Built(isService: true);
        service.Apply(AnAcceptance.ABasis(), AnAcceptance.TheHospital, AnAcceptance.Accepting).ShouldBeAccepted();

        var result = service.RecordSecurityEvaluation(
            AnAcceptance.AnEvaluation(true),
            AnAcceptance.TheOffice,
            AnAcceptance.Accepting
        );

        result.ShouldBeRefused("NOT_APPLICABLE_TO_SERVICES");
    }

    [Fact]
    public void FormPanel_WhenTheContractorAndTheLeadUnitSit_ThenEachIsTold()
    {
        var panel = AnAcceptance.APanel(
            AnAcceptance.AnExpert(Town.Enterprise.Id),
            new(Town.Hospital.Id, Town.Hospital.Name)
        );

        var result = AnAcceptance.Applied().FormPanel(panel, AnAcceptance.Accepting);

        result.ShouldBeRefused("ACCEPTANCE_PANEL_CONFLICT", "ACCEPTANCE_PANEL_CONFLICT");
    }

    [Fact]
    public void FormPanel_WhenThereIsOneAlready_ThenIllegal() =>
        AnAcceptance.Seated().FormPanel(AnAcceptance.APanel(), AnAcceptance.Accepting).ShouldBeIllegalNow();

    [Fact]
    public void Conclude_WhenAPanelMemberDecidesForTheOffice_ThenRefused()
    {
        var maker = AnAcceptance.ADecisionMaker() with
        {
            Account = Town.AccountOf(Town.Experts[0]),
            IsOfTheOffice = false,
        };

        var result = AnAcceptance
            .Seated()
            .Conclude(AnAcceptance.AConclusion(true), maker, AnAcceptance.TheOffice, AnAcceptance.Accepting);

        result.ShouldBeRefused("ACCEPTANCE_DECISION_MAKER_REQUIRED", "SELF_ACCEPTANCE_FORBIDDEN");
    }

    [Fact]
    public void Apply_WhenRectifiedAndReported_ThenIsTheNextRoundWithoutAVerdict()
    {
        var acceptance = AnAcceptance.Rectifying();
        acceptance.ReportRectified(AnAcceptance.TrialEnd, "已补齐。", AnAcceptance.Accepting).ShouldBeAccepted();

        var result = acceptance.Apply(AnAcceptance.ABasis(), AnAcceptance.TheHospital, AnAcceptance.Accepting);

        result.ShouldBeAccepted();
        acceptance.CurrentRound!.Number.ShouldBe(2);
        acceptance.AcceptanceVerdict.ShouldBe(AcceptanceVerdict.None);
    }

    [Fact]
    public void RecordSecurityEvaluation_WhenASecondOneDiffers_ThenTheLastCounts()
    {
        var acceptance = AnAcceptance.Passed();

        var result = acceptance.RecordSecurityEvaluation(
            AnAcceptance.AnEvaluation(false),
            AnAcceptance.TheOffice,
            AnAcceptance.Accepting
        );

        result.ShouldBeAccepted();
        acceptance.SecurityVerdict.ShouldBe(SecurityVerdict.Failed);
    }

    [Fact]
    public void RecordSecurityEvaluation_WhenItIsOlderThanTheOneThatFailed_ThenRefusedAndItStaysFailed()
    {
        var acceptance = AnAcceptance.Seated();
        acceptance
            .RecordSecurityEvaluation(AnAcceptance.AnEvaluation(false), AnAcceptance.TheOffice, AnAcceptance.Accepting)
            .ShouldBeAccepted();

        var result = acceptance.RecordSecurityEvaluation(
            AnAcceptance.AnEvaluation(true) with
            {
                EvaluatedOn = AnAcceptance.TrialEnd.AddDays(-1),
            },
            AnAcceptance.TheOffice,
            AnAcceptance.Accepting
        );

        result.ShouldBeRefused("ACCEPTANCE_DATE_IMPLAUSIBLE");
        acceptance.SecurityVerdict.ShouldBe(SecurityVerdict.Failed);
    }

    [Fact]
    public void PutIntoUse_WhenARetestAfterTheRectificationFailed_ThenRefused()
    {
        var acceptance = AnAcceptance.InUse();
        acceptance.Revoke("版本不符", AnAcceptance.Later).ShouldBeAccepted();
        Evaluate(acceptance, passed: false, AnAcceptance.YearLater);
        acceptance.ReportRectified(AnAcceptance.YearLater, "已补齐。", AnAcceptance.Later).ShouldBeAccepted();
        acceptance.Apply(AnAcceptance.ABasis(), AnAcceptance.TheHospital, AnAcceptance.Later).ShouldBeAccepted();
        acceptance
            .FormPanel(AnAcceptance.APanel() with { HeldOn = AnAcceptance.YearLater }, AnAcceptance.Later)
            .ShouldBeAccepted();
        acceptance
            .Conclude(
                AnAcceptance.AConclusion(true) with
                {
                    DecidedOn = AnAcceptance.YearLater,
                },
                AnAcceptance.ADecisionMaker(),
                AnAcceptance.TheOffice,
                AnAcceptance.Later
            )
            .ShouldBeAccepted();

        var result = acceptance.PutIntoUse(AnAcceptance.YearLater, AnAcceptance.Later, WorkingCalendar.Published);

        result.ShouldBeRefused("SECURITY_EVALUATION_FAILED");
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void PutIntoUse_WhenTheSecurityVerdictCameAfterTheAcceptance_ThenNotDatedBeforeIt(int days, bool accepted)
    {
        var secureOn = AnAcceptance.TrialEnd.AddDays(20);
        var acceptance = AnAcceptance.Passed();
        Evaluate(acceptance, false, secureOn);
        Evaluate(acceptance, true, secureOn);
        Evaluate(acceptance, true, secureOn.AddDays(10));

        var result = acceptance.PutIntoUse(secureOn.AddDays(days), AnAcceptance.Later, WorkingCalendar.Published);

        (result.Failure?.Codes ?? []).ShouldBe(accepted ? [] : ["ACCEPTANCE_DATE_IMPLAUSIBLE"]);
    }

    [Fact]
    public void PutIntoUse_WhenAccepted_ThenTheWindowBeginsAYearAfterTheLaterDay()
    {
        var acceptance = AnAcceptance.Passed();

        var result = acceptance.PutIntoUse(new(2026, 8, 31), AnAcceptance.Later, WorkingCalendar.Published);

        result.ShouldBeAccepted();
        acceptance.EvaluationFrom.ShouldBe(new DateOnly(2027, 8, 31));
        acceptance.EvaluationUntil.ShouldBe(new DateOnly(2028, 2, 29));
    }

    [Fact]
    public void PutIntoUse_WhenBothEndsAreDaysOff_ThenOnlyTheEndOfTheWindowRolls()
    {
        var acceptance = AnAcceptance.Passed();

        var result = acceptance.PutIntoUse(new(2026, 6, 5), AnAcceptance.Later, WorkingCalendar.Published);

        result.ShouldBeAccepted();
        acceptance.EvaluationFrom.ShouldBe(new DateOnly(2027, 6, 5)); // a Saturday
        acceptance.EvaluationUntil.ShouldBe(new DateOnly(2027, 12, 6)); // the Monday after
    }

    [Fact]
    public void PutIntoUse_WhenDatedBeforeTheAcceptance_ThenRefused()
    {
        var result = AnAcceptance
            .Passed()
            .PutIntoUse(AnAcceptance.TrialEnd.AddDays(-1), AnAcceptance.Later, WorkingCalendar.Published);

        result.ShouldBeRefused("ACCEPTANCE_DATE_IMPLAUSIBLE");
    }

    [Fact]
    public void Revoke_WhenEvaluatedAlready_ThenUseEvaluationAndVerdictFall()
    {
        var acceptance = AnAcceptance.PostEvaluated();

        var result = acceptance.Revoke("版本不符", AnAcceptance.Later);

        result.ShouldBeAccepted();
        (acceptance.PassedOn, acceptance.InUseOn, acceptance.EvaluationFrom).ShouldBe((null, null, null));
        acceptance.AcceptanceVerdict.ShouldBe(AcceptanceVerdict.None);
        acceptance.PostEvaluations.ShouldHaveSingleItem().AnnulledBecause.ShouldBe("版本不符");
    }

    [Theory]
    [InlineData("2026-03-01", false, "TrialNotBegun")]
    [InlineData("2026-03-02", true, "TrialUnderPermit")]
    [InlineData("2026-12-31", true, "TrialUnderPermit")]
    [InlineData("2027-01-01", false, "TrialPermitExpired")]
    public void MayRun_WhenOnTrial_ThenOnlyWithinThePermit(string day, bool permitted, string ground)
    {
        var permission = AnAcceptance.Logged().MayRun(DateOnly.Parse(day, null));

        (permission.IsPermitted, permission.Ground.ToString()).ShouldBe((permitted, ground));
    }

    [Theory]
    [InlineData("TrialPassed", false)]
    [InlineData("AcceptancePassed", false)]
    [InlineData("InUse", true)]
    [InlineData("PostEvaluated", true)]
    public void MayRun_WhenNotOnTrial_ThenOnlyInUse(string state, bool permitted) =>
        AnAcceptance
            .In(Enum.Parse<AcceptanceState>(state))
            .MayRun(AnAcceptance.YearLater)
            .IsPermitted.ShouldBe(permitted);

    private static void Evaluate(ProjectAcceptance acceptance, bool passed, DateOnly on) =>
        acceptance
            .RecordSecurityEvaluation(
                AnAcceptance.AnEvaluation(passed) with
                {
                    EvaluatedOn = on,
                },
                AnAcceptance.TheOffice,
                AnAcceptance.Later
            )
            .ShouldBeAccepted();
}
