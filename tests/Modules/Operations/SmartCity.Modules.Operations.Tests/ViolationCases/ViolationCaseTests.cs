using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Modules.Operations.Tests.Given;
using SmartCity.Testing;

namespace SmartCity.Modules.Operations.Tests.ViolationCases;

public sealed class ViolationCaseTests
{
    private static readonly DateOnly AfterDue = Objects.Due.AddDays(1);

    private static readonly Dictionary<string, Func<ViolationCase, Result>> Acts = new()
    {
        ["OrderCorrection"] = one =>
            one.OrderCorrection(
                "改〔2028〕2号",
                "恢复备份。",
                Objects.Due,
                Objects.Clerk,
                Town.Office.Id,
                Objects.Rules
            ),
        ["Reply"] = one => one.Reply("系扩容所致。", Objects.Clerk, Objects.Today),
        ["ReportCorrection"] = one => one.ReportCorrection("已恢复。", Objects.Today),
        ["ConfirmCorrection"] = one => one.ConfirmCorrection(Objects.Rules),
        ["MarkOverdue"] = one => one.MarkOverdue(Objects.On(AfterDue)),
        ["Close"] = one => one.Close("结案。", Objects.Today),
        ["Recommend"] = one => one.Recommend(Objects.ARecommendation, Objects.Clerk, Objects.Rules),
        ["ClaimCompensation"] = one =>
            one.ClaimCompensation(
                "函〔2028〕2号",
                "重采费用。",
                [Objects.ADebtor(36_000)],
                Objects.Clerk,
                Objects.Rules
            ),
    };

    // What each legal pair answers; every pair that is not here is an illegal transition.
    private static readonly Dictionary<(ViolationCaseState, string), string> Legal = new()
    {
        [(ViolationCaseState.Found, "OrderCorrection")] = "CorrectionOrdered",
        [(ViolationCaseState.Found, "Reply")] = "Found",
        [(ViolationCaseState.Found, "Recommend")] = "Found",
        [(ViolationCaseState.Found, "ClaimCompensation")] = "Found",
        [(ViolationCaseState.CorrectionOrdered, "Reply")] = "CorrectionOrdered",
        [(ViolationCaseState.CorrectionOrdered, "ReportCorrection")] = "CorrectionOrdered",
        [(ViolationCaseState.CorrectionOrdered, "ConfirmCorrection")] = "CORRECTION_NOT_REPORTED",
        [(ViolationCaseState.CorrectionOrdered, "MarkOverdue")] = "Overdue",
        [(ViolationCaseState.CorrectionOrdered, "Recommend")] = "CorrectionOrdered",
        [(ViolationCaseState.CorrectionOrdered, "ClaimCompensation")] = "CorrectionOrdered",
        [(ViolationCaseState.Overdue, "Reply")] = "Overdue",
        [(ViolationCaseState.Overdue, "ReportCorrection")] = "Overdue",
        [(ViolationCaseState.Overdue, "ConfirmCorrection")] = "CORRECTION_NOT_REPORTED",
        [(ViolationCaseState.Overdue, "Close")] = "Closed",
        [(ViolationCaseState.Overdue, "Recommend")] = "Overdue",
        [(ViolationCaseState.Overdue, "ClaimCompensation")] = "Overdue",
        [(ViolationCaseState.Corrected, "Reply")] = "Corrected",
        [(ViolationCaseState.Corrected, "Close")] = "Closed",
        [(ViolationCaseState.Corrected, "Recommend")] = "Corrected",
        [(ViolationCaseState.Corrected, "ClaimCompensation")] = "Corrected",
    };

    public static MatrixTheoryData<string, string> Pairs() => new(Enum.GetNames<ViolationCaseState>(), Acts.Keys);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Act_WhenTheCaseIsInThisState_ThenLeadsOnOrIsToldWhyNot(string stateName, string act)
    {
        var state = Enum.Parse<ViolationCaseState>(stateName);
        var violation = Objects.In(state);

        var result = Acts[act](violation);

        if (!Legal.TryGetValue((state, act), out var expected))
        {
            result.ShouldBeIllegalNow();
            violation.State.ShouldBe(state);
        }
        else if (Enum.TryParse<ViolationCaseState>(expected, out var next))
        {
            result.ShouldBeAccepted();
            violation.State.ShouldBe(next);
        }
        else
        {
            result.ShouldBeRefused(expected);
            violation.State.ShouldBe(state);
        }
    }

    [Theory]
    [InlineData("Found", true)]
    [InlineData("CorrectionOrdered", true)]
    [InlineData("Overdue", true)]
    [InlineData("Corrected", true)]
    [InlineData("Closed", false)]
    public void ImposePenalty_WhenTheCaseIsInThisState_ThenOnlyAClosedOneIsPast(string stateName, bool legal)
    {
        var violation = Objects.In(Enum.Parse<ViolationCaseState>(stateName), CaseArticle.Article42);

        var result = violation.ImposePenalty("罚〔2028〕1号", "通报批评。", true, Objects.Clerk, Objects.Rules);

        result.IsFailure.ShouldBe(!legal);
        (violation.Penalty is not null).ShouldBe(legal);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    public void ImposePenalty_WhenGravityAndLossMeet_ThenOnlyBothTogetherAllowIt(
        bool isSerious,
        bool causedMajorLoss,
        bool allowed
    )
    {
        var violation = Objects.Found(CaseArticle.Article42, isSerious, causedMajorLoss);

        var result = violation.ImposePenalty("罚〔2028〕1号", "通报批评。", false, Objects.Clerk, Objects.Rules);

        if (allowed)
        {
            result.ShouldBeAccepted();
        }
        else
        {
            result.ShouldBeRefused("PENALTY_CONDITIONS_NOT_MET");
        }
    }

    [Fact]
    public void ImposePenalty_WhenImposedBefore_ThenIllegal()
    {
        var violation = Objects.Found(CaseArticle.Article42);
        violation.ImposePenalty("罚〔2028〕1号", "通报批评。", false, Objects.Clerk, Objects.Rules).ShouldBeAccepted();

        var result = violation.ImposePenalty("罚〔2028〕2号", "通报批评。", false, Objects.Clerk, Objects.Rules);

        result.ShouldBeIllegalNow();
    }

    [Fact]
    public void Measures_WhenOfTheOtherArticle_ThenCannotBeTaken()
    {
        var (unit, contractor) = (Objects.Found(CaseArticle.Article42), Objects.Found());

        Result[] results =
        [
            contractor.ImposePenalty("罚〔2028〕1号", "通报批评。", false, Objects.Clerk, Objects.Rules),
            unit.Recommend(Objects.ARecommendation, Objects.Clerk, Objects.Rules),
            unit.ClaimCompensation("函〔2028〕2号", "重采。", [Objects.ADebtor(1)], Objects.Clerk, Objects.Rules),
        ];

        foreach (var result in results)
        {
            result.ShouldFail(ErrorKind.Unprocessable, "MEASURE_OF_OTHER_ARTICLE");
        }
    }

    [Fact]
    public void Recommend_WhenNotSerious_ThenRefusedAlthoughThereIsLoss()
    {
        var violation = Objects.Found(isSerious: false);

        violation.Recommend(Objects.ARecommendation, Objects.Clerk, Objects.Rules).ShouldBeRefused("NOT_SERIOUS");
    }

    [Fact]
    public void ClaimCompensation_WhenThereIsLossAndNoGravity_ThenAccepted()
    {
        var violation = Objects.Found(isSerious: false, causedMajorLoss: false);

        var result = violation.ClaimCompensation(
            "函〔2028〕2号",
            "重采。",
            [Objects.ADebtor(30_000), Objects.ADebtor(6_000)],
            Objects.Clerk,
            Objects.Rules
        );

        result.ShouldBeAccepted();
        violation.Claim!.Amount.Fen.ShouldBe(3_600_000);
    }

    [Fact]
    public void ClaimCompensation_WhenThereIsNoLossAndNoDebtor_ThenBothAreTold()
    {
        var violation = Objects.Found(causedMajorLoss: false, lossYuan: 0);

        violation
            .ClaimCompensation("函〔2028〕2号", "重采。", [], Objects.Clerk, Objects.Rules)
            .ShouldBeRefused("NO_LOSS_TO_COMPENSATE", "DEBTOR_REQUIRED");
    }

    [Fact]
    public void ClaimCompensation_WhenMoreIsClaimedThanWasLost_ThenRefused() =>
        Objects
            .Found()
            .ClaimCompensation("函〔2028〕2号", "重采。", [Objects.ADebtor(36_001)], Objects.Clerk, Objects.Rules)
            .ShouldBeRefused("COMPENSATION_OVER_LOSS");

    [Fact]
    public void RecordIssuerAnswer_WhenTheCaseIsClosed_ThenIsStillKeptOnce()
    {
        var violation = Objects.In(ViolationCaseState.Corrected);
        violation.Recommend(Objects.ARecommendation, Objects.Clerk, Objects.Rules).ShouldBeAccepted();
        violation.Close("结案。", Objects.Today).ShouldBeAccepted();

        violation.RecordIssuerAnswer(1, IssuerDecision.Downgraded, "复〔1〕号", null, AfterDue).ShouldBeAccepted();

        violation.Recommendations.ShouldHaveSingleItem().Answer.ShouldBe(IssuerDecision.Downgraded);
        violation.RecordIssuerAnswer(1, IssuerDecision.Revoked, "复〔2〕号", null, AfterDue).ShouldBeIllegalNow();
        violation
            .RecordIssuerAnswer(2, IssuerDecision.Revoked, "复〔2〕号", null, AfterDue)
            .ShouldFail(ErrorKind.NotFound, "NOT_FOUND");
    }

    [Fact]
    public void MarkOverdue_WhenTheDueDayIsNotOver_ThenRefused()
    {
        var violation = Objects.In(ViolationCaseState.CorrectionOrdered);

        violation.MarkOverdue(Objects.On(Objects.Due)).ShouldBeRefused("CORRECTION_NOT_OVERDUE");
    }

    [Fact]
    public void ConfirmCorrection_WhenReportedAfterTheDueDay_ThenTheLateCorrectionCounts()
    {
        var violation = Objects.In(ViolationCaseState.Overdue);
        violation.ReportCorrection("已恢复。", AfterDue).ShouldBeAccepted();

        violation.ConfirmCorrection(Objects.On(AfterDue)).ShouldBeAccepted();

        violation.State.ShouldBe(ViolationCaseState.Corrected);
        violation.Correction!.OverdueSince.ShouldBe(AfterDue);
    }

    [Fact]
    public void Open_WhenTheArticleIsNotTheSubjects_ThenRefused()
    {
        var contractor = Open(Objects.Contractor, CaseArticle.Article42);
        var unit = Open(Objects.Unit, CaseArticle.Article43);

        contractor.ShouldBeRefused("CASE_SUBJECT_NOT_UNIT");
        unit.ShouldBeRefused("CASE_SUBJECT_NOT_CONTRACTOR");
    }

    private static Result<ViolationCase> Open(CaseSubject subject, CaseArticle article) =>
        ViolationCase.Open(
            new(Ids.Next()),
            subject,
            new(article, "停用备份", "停用三十日。", null, false, false, default),
            Objects.Clerk,
            Objects.Rules
        );
}
