using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Acceptance.Tests.Given;
using SmartCity.Regulation.Calendars;
using SmartCity.Testing;

namespace SmartCity.Modules.Acceptance.Tests.Acceptances;

/// <summary>Every state against every act: which are legal, where they lead, and how the others are told.</summary>
public sealed class TransitionTests
{
    private static readonly Dictionary<string, Func<ProjectAcceptance, Result>> Acts = new()
    {
        ["RecordSystemTest"] = one =>
            one.RecordSystemTest(AnAcceptance.ATest(), AnAcceptance.TheHospital, AnAcceptance.Later),
        ["PermitTrial"] = one =>
            one.PermitTrial(
                "试〔2027〕1号",
                AnAcceptance.YearLater,
                new(2027, 12, 31),
                AnAcceptance.TheOffice,
                AnAcceptance.Later
            ),
        ["RenewTrialPermit"] = one =>
            one.RenewTrialPermit("试〔2027〕2号", new(2027, 12, 31), AnAcceptance.TheOffice, AnAcceptance.Later),
        ["LogTrial"] = one =>
            one.LogTrial(
                AnAcceptance.AnEntry(new(2026, 6, 3), new(2026, 6, 9)),
                AnAcceptance.TheHospital,
                AnAcceptance.Later
            ),
        ["RestartTrial"] = one => one.RestartTrial(AnAcceptance.TrialEnd, "重大改造", AnAcceptance.Later),
        ["FinishTrial"] = one =>
            one.FinishTrial(AnAcceptance.TrialEnd, "试报〔2026〕1号", passed: true, AnAcceptance.Later),
        ["Apply"] = one => one.Apply(AnAcceptance.ABasis(), AnAcceptance.TheHospital, AnAcceptance.Later),
        ["FormPanel"] = one => one.FormPanel(AnAcceptance.APanel(), AnAcceptance.Later),
        ["RecordSecurityEvaluation"] = one =>
            one.RecordSecurityEvaluation(AnAcceptance.AnEvaluation(true), AnAcceptance.TheOffice, AnAcceptance.Later),
        ["Conclude"] = one =>
            one.Conclude(
                AnAcceptance.AConclusion(true),
                AnAcceptance.ADecisionMaker(),
                AnAcceptance.TheOffice,
                AnAcceptance.Later
            ),
        ["StartRectification"] = one => one.StartRectification("补齐接口文档。", AnAcceptance.Later),
        ["ReportRectified"] = one => one.ReportRectified(AnAcceptance.YearLater, "已补齐。", AnAcceptance.Later),
        ["Revoke"] = one => one.Revoke("报告与系统版本不符", AnAcceptance.Later),
        ["PutIntoUse"] = one => one.PutIntoUse(AnAcceptance.YearLater, AnAcceptance.Later, WorkingCalendar.Published),
        ["ConcludePostEvaluation"] = one =>
            one.ConcludePostEvaluation(
                AnAcceptance.AResult(AnAcceptance.YearLater),
                AnAcceptance.TheOffice,
                AnAcceptance.Later
            ),
        ["AnnulPostEvaluation"] = one =>
            one.AnnulPostEvaluation("数据不实", AnAcceptance.Later, WorkingCalendar.Published),
    };

    // What each legal pair answers; every pair that is not here is an illegal transition.
    private static readonly Dictionary<(AcceptanceState, string), string> Legal = new()
    {
        [(AcceptanceState.Built, "RecordSystemTest")] = "Tested",
        [(AcceptanceState.Built, "Apply")] = "TEST_OR_TRIAL_MISSING",
        [(AcceptanceState.Built, "PutIntoUse")] = "USE_BEFORE_ACCEPTANCE",
        [(AcceptanceState.Built, "ConcludePostEvaluation")] = "POST_EVAL_TOO_EARLY",
        [(AcceptanceState.Tested, "PermitTrial")] = "TrialRun",
        [(AcceptanceState.Tested, "Apply")] = "TEST_OR_TRIAL_MISSING",
        [(AcceptanceState.Tested, "PutIntoUse")] = "USE_BEFORE_ACCEPTANCE",
        [(AcceptanceState.Tested, "ConcludePostEvaluation")] = "POST_EVAL_TOO_EARLY",
        [(AcceptanceState.TrialRun, "RenewTrialPermit")] = "TrialRun",
        [(AcceptanceState.TrialRun, "LogTrial")] = "TrialRun",
        [(AcceptanceState.TrialRun, "RestartTrial")] = "TrialRun",
        [(AcceptanceState.TrialRun, "FinishTrial")] = "TrialPassed",
        [(AcceptanceState.TrialRun, "Apply")] = "TEST_OR_TRIAL_MISSING",
        [(AcceptanceState.TrialRun, "PutIntoUse")] = "USE_BEFORE_ACCEPTANCE",
        [(AcceptanceState.TrialRun, "ConcludePostEvaluation")] = "POST_EVAL_TOO_EARLY",
        [(AcceptanceState.TrialPassed, "Apply")] = "AcceptanceApplied",
        [(AcceptanceState.TrialPassed, "PutIntoUse")] = "USE_BEFORE_ACCEPTANCE",
        [(AcceptanceState.TrialPassed, "ConcludePostEvaluation")] = "POST_EVAL_TOO_EARLY",
        [(AcceptanceState.AcceptanceApplied, "FormPanel")] = "AcceptanceApplied",
        [(AcceptanceState.AcceptanceApplied, "RecordSecurityEvaluation")] = "AcceptanceApplied",
        [(AcceptanceState.AcceptanceApplied, "Conclude")] = "ACCEPTANCE_PANEL_MISSING",
        [(AcceptanceState.AcceptanceApplied, "PutIntoUse")] = "USE_BEFORE_ACCEPTANCE",
        [(AcceptanceState.AcceptanceApplied, "ConcludePostEvaluation")] = "POST_EVAL_TOO_EARLY",
        [(AcceptanceState.AcceptancePassed, "RecordSecurityEvaluation")] = "AcceptancePassed",
        [(AcceptanceState.AcceptancePassed, "Revoke")] = "Rectifying",
        [(AcceptanceState.AcceptancePassed, "PutIntoUse")] = "InUse",
        [(AcceptanceState.AcceptancePassed, "ConcludePostEvaluation")] = "POST_EVAL_TOO_EARLY",
        [(AcceptanceState.AcceptanceFailed, "RecordSecurityEvaluation")] = "AcceptanceFailed",
        [(AcceptanceState.AcceptanceFailed, "StartRectification")] = "Rectifying",
        [(AcceptanceState.AcceptanceFailed, "PutIntoUse")] = "USE_BEFORE_ACCEPTANCE,ACCEPTANCE_FAILED",
        [(AcceptanceState.AcceptanceFailed, "ConcludePostEvaluation")] = "POST_EVAL_TOO_EARLY",
        [(AcceptanceState.Rectifying, "RecordSecurityEvaluation")] = "Rectifying",
        [(AcceptanceState.Rectifying, "ReportRectified")] = "Rectifying",
        [(AcceptanceState.Rectifying, "Apply")] = "RECTIFICATION_NOT_REPORTED",
        [(AcceptanceState.Rectifying, "PutIntoUse")] = "USE_BEFORE_ACCEPTANCE,ACCEPTANCE_FAILED",
        [(AcceptanceState.Rectifying, "ConcludePostEvaluation")] = "POST_EVAL_TOO_EARLY",
        [(AcceptanceState.InUse, "Revoke")] = "Rectifying",
        [(AcceptanceState.InUse, "ConcludePostEvaluation")] = "PostEvaluated",
        [(AcceptanceState.PostEvaluated, "Revoke")] = "Rectifying",
        [(AcceptanceState.PostEvaluated, "AnnulPostEvaluation")] = "InUse",
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in Enum.GetNames<AcceptanceState>())
        {
            foreach (var act in Acts.Keys)
            {
                pairs.Add(state, act);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Act_WhenTheAcceptanceIsInThisState_ThenLeadsOnOrIsToldWhyNot(string stateName, string act)
    {
        var state = Enum.Parse<AcceptanceState>(stateName);
        var acceptance = AnAcceptance.In(state);

        var result = Acts[act](acceptance);

        if (!Legal.TryGetValue((state, act), out var expected))
        {
            result.ShouldBeIllegalNow();
            acceptance.State.ShouldBe(state);
        }
        else if (Enum.TryParse<AcceptanceState>(expected, out var next))
        {
            result.ShouldBeAccepted();
            acceptance.State.ShouldBe(next);
        }
        else
        {
            result.ShouldBeRefused(expected.Split(','));
            acceptance.State.ShouldBe(state);
        }
    }
}
