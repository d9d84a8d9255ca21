using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.MasterPlanItems;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Domain.Rules;

/// <summary>Master plan, mandatory standards, one platform, one exit, one network.</summary>
internal static class Article04
{
    private const string PlanAndStandards =
        "新型智慧城市和信息化项目应符合咸阳市信息化建设（新型智慧城市）总体规划和国家、行业及本市规定的强制性标准。";

    private const string Unified =
        "遵循“统筹规划、互联互通、资源共享、安全保密”的原则，在统一平台、统一出口、统一网络的基础上，防止盲目投资和重复建设。";

    internal sealed record PlanFacts(string? ItemCode, MasterPlanItemState? ItemState);

    internal static Rule<PlanFacts> NotInMasterPlan { get; } =
        new(
            "NOT_IN_MASTER_PLAN",
            RuleKind.Refusal,
            4,
            Basis.Text(PlanAndStandards),
            new(
                "选定一个未关闭的总体规划事项；规划中没有的，先报请市政府信息办列入规划。",
                "Cite an open item of the master plan; if there is none, ask the informatization office to add it first."
            ),
            (facts, _) => facts.ItemState == MasterPlanItemState.Open,
            "第五条"
        );

    internal sealed record StandardFacts(IReadOnlyList<string> Standards);

    internal static Rule<StandardFacts> StandardNotDeclared { get; } =
        new(
            "STANDARD_NOT_DECLARED",
            RuleKind.Refusal,
            4,
            Basis.Text(PlanAndStandards),
            new(
                "列明项目执行的国家、行业或本市强制性标准的编号和名称，至少一项。",
                "Name at least one mandatory standard of the state, the industry or the city that the project keeps to."
            ),
            (facts, _) => facts.Standards.Count > 0
        );

    internal sealed record UnifiedFacts(UnifiedUse? Answer, string? Remark);

    internal static Rule<UnifiedFacts> UnifiedPlatformRequired { get; } =
        UnifiedRule("UNIFIED_PLATFORM_REQUIRED", new("统一平台", "the unified platform"));

    internal static Rule<UnifiedFacts> UnifiedExitRequired { get; } =
        UnifiedRule("UNIFIED_EXIT_REQUIRED", new("统一出口", "the unified exit"));

    internal static Rule<UnifiedFacts> UnifiedNetworkRequired { get; } =
        UnifiedRule("UNIFIED_NETWORK_REQUIRED", new("统一网络", "the unified network"));

    private static Rule<UnifiedFacts> UnifiedRule(string code, LocalizedText facility) =>
        new(
            code,
            RuleKind.Refusal,
            4,
            Basis.Text(Unified),
            new(
                $"改为使用全市{facility.Chinese}；确不涉及的，选“不涉及”并在说明栏写明理由。",
                $"Use {facility.English} of the city; if the project has no need of it, say so and give the reason."
            ),
            (facts, _) =>
                facts.Answer is UnifiedUse.Uses
                || (facts.Answer is UnifiedUse.NotApplicable && !string.IsNullOrWhiteSpace(facts.Remark))
        );
}
