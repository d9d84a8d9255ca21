using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Acceptance.Tests.Given;

/// <summary>Acceptances in each state of the business, brought there by the acts that lead there.</summary>
internal static class AnAcceptance
{
    public static readonly DateOnly BuiltOn = new(2026, 3, 2);

    /// <summary>The last day of the trial's permit.</summary>
    public static readonly DateOnly PermitEnd = new(2026, 12, 31);

    /// <summary>The corresponding day three months after the trial began.</summary>
    public static readonly DateOnly TrialEnd = new(2026, 6, 2);

    /// <summary>The corresponding day a year after it was put into use.</summary>
    public static readonly DateOnly YearLater = new(2027, 6, 2);

    public static RulesInForce Accepting { get; } = On(TrialEnd);

    public static RulesInForce Later { get; } = On(YearLater);

    public static AccountId TheHospital { get; } = Town.AccountOf(Town.HospitalClerk);

    public static AccountId TheOffice { get; } = Town.AccountOf(Town.OfficeClerk);

    public static RulesInForce On(DateOnly today) => new(ParameterSnapshot.AtPromulgation, today);

    public static ProjectAcceptance Built(bool isService = false) =>
        ProjectAcceptance.Open(
            new(Ids.Next()),
            new(
                new(Ids.Next()),
                "区域影像共享平台",
                isService ? "Maintenance" : "ApplicationSystem",
                isService,
                Town.Hospital.Id,
                [Town.HealthCommission.Id],
                [Town.Enterprise.Id],
                BuiltOn
            )
        );

    public static ProjectAcceptance Tested()
    {
        var acceptance = Built();
        acceptance.RecordSystemTest(ATest(), TheHospital, Accepting).ShouldSucceed();
        return acceptance;
    }

    /// <summary>On trial since the day it was built.</summary>
    public static ProjectAcceptance OnTrial(DateOnly? startsOn = null)
    {
        var acceptance = Tested();
        acceptance
            .PermitTrial(
                "试〔2026〕1号",
                startsOn ?? BuiltOn,
                startsOn?.AddYears(1) ?? PermitEnd,
                TheOffice,
                On(startsOn ?? BuiltOn)
            )
            .ShouldSucceed();
        return acceptance;
    }

    /// <summary>On trial, with every day logged to the corresponding day three months later.</summary>
    public static ProjectAcceptance Logged()
    {
        var acceptance = OnTrial();
        acceptance.LogTrial(AnEntry(BuiltOn, TrialEnd), TheHospital, Accepting).ShouldSucceed();
        return acceptance;
    }

    public static ProjectAcceptance TrialPassed()
    {
        var acceptance = Logged();
        acceptance.FinishTrial(TrialEnd, "试报〔2026〕1号", passed: true, Accepting).ShouldSucceed();
        return acceptance;
    }

    public static ProjectAcceptance Applied()
    {
        var acceptance = TrialPassed();
        acceptance.Apply(ABasis(), TheHospital, Accepting).ShouldSucceed();
        return acceptance;
    }

    public static ProjectAcceptance Seated()
    {
        var acceptance = Applied();
        acceptance.FormPanel(APanel(), Accepting).ShouldSucceed();
        return acceptance;
    }

    public static ProjectAcceptance Passed()
    {
        var acceptance = Seated();
        acceptance.RecordSecurityEvaluation(AnEvaluation(true), TheOffice, Accepting).ShouldSucceed();
        acceptance.Conclude(AConclusion(true), ADecisionMaker(), TheOffice, Accepting).ShouldSucceed();
        return acceptance;
    }

    public static ProjectAcceptance Failed()
    {
        var acceptance = Seated();
        acceptance.Conclude(AConclusion(false), ADecisionMaker(), TheOffice, Accepting).ShouldSucceed();
        return acceptance;
    }

    public static ProjectAcceptance Rectifying()
    {
        var acceptance = Failed();
        acceptance.StartRectification("补齐接口文档。", Accepting).ShouldSucceed();
        return acceptance;
    }

    public static ProjectAcceptance InUse()
    {
        var acceptance = Passed();
        acceptance.PutIntoUse(TrialEnd, Accepting, WorkingCalendar.Published).ShouldSucceed();
        return acceptance;
    }

    public static ProjectAcceptance PostEvaluated()
    {
        var acceptance = InUse();
        acceptance.ConcludePostEvaluation(AResult(YearLater), TheOffice, Later).ShouldSucceed();
        return acceptance;
    }

    public static ProjectAcceptance In(AcceptanceState state) =>
        state switch
        {
            AcceptanceState.Built => Built(),
            AcceptanceState.Tested => Tested(),
            AcceptanceState.TrialRun => Logged(),
            AcceptanceState.TrialPassed => TrialPassed(),
            AcceptanceState.AcceptanceApplied => Applied(),
            AcceptanceState.AcceptancePassed => Passed(),
            AcceptanceState.AcceptanceFailed => Failed(),
            AcceptanceState.Rectifying => Rectifying(),
            AcceptanceState.InUse => InUse(),
            AcceptanceState.PostEvaluated => PostEvaluated(),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    public static SystemTestText ATest(bool passed = true, DateOnly? testedOn = null) =>
        new(testedOn ?? BuiltOn, "省软件评测中心", "测〔2026〕1号", passed, "全部用例已执行。");

    public static TrialLogText AnEntry(DateOnly from, DateOnly until) => new(from, until, 9995, 1, 300, 20_480, null);

    public static IReadOnlyList<AcceptanceBasis> ABasis() =>
        [
            new(AcceptanceBasisKind.NationalStandard, "GB/T 22239-2019", "等级保护基本要求", "测评报告"),
            new(AcceptanceBasisKind.ConstructionDocument, "JC-031", "详细设计说明书", "档案第三卷"),
        ];

    public static NamedPanel APanel(NamedExpert? expert = null, NamedDepartment? department = null) =>
        new(TrialEnd, "第一会议室", [expert ?? AnExpert()], [department ?? new(Town.Planning.Id, Town.Planning.Name)]);

    public static NamedExpert AnExpert(UnitId? employer = null) =>
        new(
            Town.AccountOf(Town.Experts[0]),
            "专家1号",
            employer ?? Town.University.Id,
            IsExpert: true,
            IsNaturalPerson: true,
            IsActive: true
        );

    public static SecurityEvaluationText AnEvaluation(bool passed) =>
        new(passed, "省测评中心", "安评〔2026〕1号", TrialEnd);

    public static ConclusionText AConclusion(bool passed) =>
        new(passed, "验〔2026〕1号", TrialEnd, "验收意见。", passed ? [] : ["接口文档不全"]);

    public static DecisionMaker ADecisionMaker() =>
        new(
            Town.AccountOf(Town.OfficeDirector),
            Town.OfficeDirector.Name,
            Town.Office.Id,
            IsOfTheOffice: true,
            IsNaturalPerson: true,
            IsActive: true
        );

    public static PostEvaluationText AResult(DateOnly concludedOn) =>
        new(
            86,
            EvaluationResult.Good,
            "评〔2027〕1号",
            concludedOn,
            new(
                "依据充分。",
                "按期建成。",
                "运行稳定。",
                new("100 万元", "95 万元"),
                new("12 个月", "11 个月"),
                new("一天", "一天"),
                new("95%", "97%")
            )
        );

    private static void ShouldSucceed(this Result result) => result.Failure.ShouldBeNull();
}
