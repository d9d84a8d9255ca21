using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Acceptance.Domain.Rules;

/// <summary>Test and trial, application, acceptance and security evaluation, and no use before both.</summary>
internal static class Article35
{
    private const string Application = "项目竣工后，项目单位应在系统测试和试运行合格后，向市政府信息办提出验收申请。";

    private const string Panel = "市政府信息办应按规定组织相关单位和专家对项目进行验收和安全评测认证。";

    private const string Use = $"{Panel}未经验收、安全评测不合格或验收不合格的项目，不得投入使用。";

    internal static Parameter<NoticeDays> PermitLadder { get; } =
        new("trial.permit-notice-days", 35, ParameterAct.Control, [30, 7, 0], "试运行许可届满前发出提醒的时间（日）");

    /// <param name="TestPassedOn">Null where no system test passed.</param>
    /// <param name="TrialPassedOn">Null where no trial run passed.</param>
    internal sealed record TestAndTrialFacts(bool IsService, DateOnly? TestPassedOn, DateOnly? TrialPassedOn);

    internal static Rule<TestAndTrialFacts> TestOrTrialMissing { get; } =
        new(
            "TEST_OR_TRIAL_MISSING",
            RuleKind.Refusal,
            35,
            Basis.Text(Application),
            new(
                "先记录合格的系统测试，经市政府信息办许可试运行，试运行合格后再申请验收。",
                "Record a passed system test, run the trial under the office's permit and pass it, then apply."
            ),
            (facts, _) => facts.IsService || facts is { TestPassedOn: not null, TrialPassedOn: not null }
        );

    internal sealed record ServiceFacts(bool IsService);

    internal static Rule<ServiceFacts> NotApplicableToServices { get; } =
        new(
            "NOT_APPLICABLE_TO_SERVICES",
            RuleKind.Refusal,
            35,
            Basis.Reading("INT-25", "咨询评估、维护和服务外包项目验收交付成果，不适用系统测试、试运行和安全评测。"),
            new("服务类项目直接申请验收。", "A service project applies for acceptance right away."),
            (facts, _) => !facts.IsService,
            "第三条"
        );

    /// <param name="Field">Which date, by its name in the request.</param>
    internal sealed record DateFacts(string Field, DateOnly Date, DateOnly? NotBefore, DateOnly? NotAfter);

    internal static Rule<DateFacts> DateImplausible { get; } =
        new(
            "ACCEPTANCE_DATE_IMPLAUSIBLE",
            RuleKind.Refusal,
            35,
            Basis.Control("日期不得早于其所依据的办理环节；已经办理的，不得晚于今天。"),
            new("更正所列日期。", "Correct the date named."),
            (facts, _) => !(facts.Date < facts.NotBefore) && !(facts.Date > facts.NotAfter)
        );

    /// <param name="PermitEndsBy">The last day on which the trial may touch real business.</param>
    internal sealed record PermitFacts(DateOnly EndedOn, DateOnly PermitEndsBy);

    internal static Rule<PermitFacts> TrialBeyondPermit { get; } =
        new(
            "TRIAL_BEYOND_PERMIT",
            RuleKind.Refusal,
            35,
            Basis.Reading("INT-30", "用真实业务试运行，须持有载明截止日期的试运行许可，以免未经验收即投入使用。"),
            new(
                "请市政府信息办延长试运行许可，或更正试运行结束日期。",
                "Ask the office to renew the trial permit, or correct the day on which the trial ended."
            ),
            (facts, _) => facts.EndedOn <= facts.PermitEndsBy
        );

    internal sealed record PermitDayFacts(DateOnly TrialStartsOn, DateOnly PermittedOn);

    internal static Rule<PermitDayFacts> TrialBeforePermit { get; } =
        new(
            "TRIAL_BEFORE_PERMIT",
            RuleKind.Refusal,
            35,
            Basis.Reading("INT-30", "用真实业务试运行，须先取得试运行许可；许可之前的运行不计入试运行。"),
            new(
                "试运行自许可当日或者以后开始，请更正开始日期。",
                "A trial begins on the day of its permit or later; correct the day on which it begins."
            ),
            (facts, _) => facts.TrialStartsOn >= facts.PermittedOn
        );

    internal sealed record RectificationFacts(bool IsRequired, DateOnly? ReportedOn);

    internal static Rule<RectificationFacts> RectificationNotReported { get; } =
        new(
            "RECTIFICATION_NOT_REPORTED",
            RuleKind.Refusal,
            35,
            Basis.Control("验收不合格或被撤销的，整改完毕并报告后再申请下一轮验收。"),
            new("先报告整改情况，再申请验收。", "Report what was rectified, then apply again."),
            (facts, _) => !facts.IsRequired || facts.ReportedOn is not null
        );

    internal sealed record PanelFacts(int Experts, int Departments);

    internal static Rule<PanelFacts> PanelMissing { get; } =
        new(
            "ACCEPTANCE_PANEL_MISSING",
            RuleKind.Refusal,
            35,
            Basis.Text(Panel),
            new(
                "组成有专家和相关单位参加的验收组，二者都至少一名（个）。",
                "Form a panel with at least one expert and at least one of the units concerned."
            ),
            (facts, _) => facts is { Experts: > 0, Departments: > 0 }
        );

    internal sealed record MemberFacts(string Expert, bool IsExpert, bool IsNaturalPerson, bool IsActive);

    internal static Rule<MemberFacts> PanelMemberIneligible { get; } =
        new(
            "ACCEPTANCE_PANEL_MEMBER_INELIGIBLE",
            RuleKind.Refusal,
            35,
            Basis.Control("验收专家应是专家库中在用的个人账号。"),
            new("改请专家库中在用的专家。", "Choose an expert with an active personal account."),
            (facts, _) => facts is { IsExpert: true, IsNaturalPerson: true, IsActive: true }
        );

    internal sealed record ConflictFacts(string Member, bool IsOfTheLeadUnit, bool IsOfAContractor);

    internal static Rule<ConflictFacts> PanelConflict { get; } =
        new(
            "ACCEPTANCE_PANEL_CONFLICT",
            RuleKind.Refusal,
            35,
            Basis.Control("牵头单位、承揽单位及其人员不参加本项目的验收组。"),
            new(
                "改请与牵头单位、承揽单位无隶属关系的专家和单位。",
                "Choose experts and units that are neither the lead unit's nor a contractor's."
            ),
            (facts, _) => facts is { IsOfTheLeadUnit: false, IsOfAContractor: false }
        );

    internal sealed record DecisionMakerFacts(string? Account, bool IsOfTheOffice, bool IsNaturalPerson, bool IsActive);

    internal static Rule<DecisionMakerFacts> DecisionMakerRequired { get; } =
        new(
            "ACCEPTANCE_DECISION_MAKER_REQUIRED",
            RuleKind.Refusal,
            35,
            Basis.Control("验收结论应有市政府信息办具名的自然人负责。"),
            new(
                "指定市政府信息办一名在用的个人账号为决定人。",
                "Name an active personal account of the informatization office as decision maker."
            ),
            (facts, _) => facts is { Account: not null, IsOfTheOffice: true, IsNaturalPerson: true, IsActive: true },
            "第五条"
        );

    internal sealed record SelfAcceptanceFacts(string? DecisionMaker, bool IsOfTheProject, bool SatOnThePanel);

    internal static Rule<SelfAcceptanceFacts> SelfAcceptanceForbidden { get; } =
        new(
            "SELF_ACCEPTANCE_FORBIDDEN",
            RuleKind.Refusal,
            35,
            Basis.Control("项目单位的人员和本轮验收组成员不得为同一项目验收的决定人。"),
            new(
                "改由与该项目建设、本轮验收组均无关系的人员决定。",
                "Let somebody decide who neither belongs to the project nor sat on its panel."
            ),
            (facts, _) => facts is { IsOfTheProject: false, SatOnThePanel: false },
            "第五条"
        );

    /// <summary>The two verdicts that stand beside each other: three times three cases, and only one opens.</summary>
    internal sealed record VerdictFacts(AcceptanceVerdict Acceptance, SecurityVerdict Security);

    internal static Rule<VerdictFacts> UseBeforeAcceptance { get; } =
        new(
            "USE_BEFORE_ACCEPTANCE",
            RuleKind.Refusal,
            35,
            Basis.Text(Use),
            new(
                "待市政府信息办作出验收结论和安全评测结论，二者均合格后再投入使用。",
                "Wait for the office's verdicts on acceptance and security; put it into use when both are passed."
            ),
            (facts, _) => facts.Acceptance is not AcceptanceVerdict.None && facts.Security is not SecurityVerdict.None
        );

    internal static Rule<VerdictFacts> SecurityEvaluationFailed { get; } =
        new(
            "SECURITY_EVALUATION_FAILED",
            RuleKind.Refusal,
            35,
            Basis.Text(Use),
            new(
                "消除安全问题，重新评测合格后再投入使用。",
                "Cure what the security evaluation found and pass it before use."
            ),
            (facts, _) => facts.Security is not SecurityVerdict.Failed
        );

    internal static Rule<VerdictFacts> AcceptanceFailed { get; } =
        new(
            "ACCEPTANCE_FAILED",
            RuleKind.Refusal,
            35,
            Basis.Text(Use),
            new(
                "按验收意见整改，重新申请验收合格后再投入使用。",
                "Rectify what the acceptance found, apply again and pass before use."
            ),
            (facts, _) => facts.Acceptance is not AcceptanceVerdict.Failed
        );
}
