using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Domain.Rules;

/// <summary>Leader and working group of major projects.</summary>
internal static class Article11
{
    private const string Text =
        "加强重大信息化建设项目（总投资100万元以上）的组织领导工作，项目负责人须由本单位主要领导担任。重大信息化项目应成立由业务人员和技术人员组成的工作组，市政府信息办选派责任专家或技术人员参加工作组，进行技术指导和服务。";

    internal static Parameter<Money> MajorFrom { get; } =
        new(
            "major-project.from",
            11,
            ParameterAct.Amendment,
            Money.FromYuan(1_000_000),
            "重大信息化建设项目的总投资起点，含本数（元）",
            new(Money.FromYuan(1), Money.FromYuan(1_000_000_000))
        );

    /// <summary>以上 includes the number itself (INT-01).</summary>
    internal static bool IsMajor(Money totalInvestment, ParameterSnapshot parameters) =>
        totalInvestment >= parameters.Of(MajorFrom);

    internal sealed record LeaderFacts(Money TotalInvestment, string Leader, bool HoldsMainPost);

    internal static Rule<LeaderFacts> LeaderNotMainLeader { get; } =
        new(
            "LEADER_NOT_MAIN_LEADER",
            RuleKind.Refusal,
            11,
            Basis.Text(Text),
            new(
                "由本单位主要领导或主持工作的领导担任项目负责人；职务登记有误的，请系统管理员更正。",
                "Name the unit's main leader, or whoever acts as such; if the post is registered wrongly, have it corrected."
            ),
            (facts, parameters) => facts.HoldsMainPost || !IsMajor(facts.TotalInvestment, parameters),
            "INT-01",
            "INT-26"
        );

    internal sealed record LeaderUnitFacts(Money TotalInvestment, string Leader, bool IsOfTheLeadUnit);

    internal static Rule<LeaderUnitFacts> LeaderOfOtherUnit { get; } =
        new(
            "LEADER_OTHER_UNIT",
            RuleKind.Refusal,
            11,
            Basis.Text(Text),
            new("项目负责人应是牵头单位自己的主要领导。", "Name a leader of the lead unit itself."),
            (facts, parameters) => facts.IsOfTheLeadUnit || !IsMajor(facts.TotalInvestment, parameters),
            "INT-01"
        );

    internal sealed record CompositionFacts(
        Money TotalInvestment,
        int BusinessMembers,
        int TechnicalMembers,
        int AssignedByTheOffice
    )
    {
        public bool IsComplete => BusinessMembers > 0 && TechnicalMembers > 0 && AssignedByTheOffice > 0;
    }

    internal static Rule<CompositionFacts> WorkingGroupIncomplete { get; } =
        new(
            "WORKGROUP_INCOMPLETE",
            RuleKind.Refusal,
            11,
            Basis.Text(Text),
            new(
                "工作组应有在岗的业务人员和技术人员，并先请市政府信息办选派专家或技术人员。",
                "The group needs business and technical members in service; ask the office to assign an expert or technician first."
            ),
            (facts, parameters) => facts.IsComplete || !IsMajor(facts.TotalInvestment, parameters),
            "INT-01"
        );

    internal sealed record EligibilityFacts(string Person, bool CanServe);

    internal static Rule<EligibilityFacts> GroupMemberIneligible { get; } =
        new(
            "WORKGROUP_MEMBER_INELIGIBLE",
            RuleKind.Refusal,
            11,
            Basis.Control("工作组成员和选派的专家、技术人员应是在用的个人账号，且不是承揽单位的人员。"),
            new(
                "改用在用的个人账号，承揽单位的人员不得列入。",
                "Name people with an active account of their own who are not of the contractor."
            ),
            (facts, _) => facts.CanServe
        );

    internal sealed record StartFacts(
        Money TotalInvestment,
        string? Leader,
        bool LeaderIsMainLeaderOfTheUnit,
        int BusinessMembers,
        int TechnicalMembers,
        int AssignedByTheOffice
    );

    internal static Rule<StartFacts> MajorGateNotMet { get; } =
        new(
            "MAJOR_GATE_NOT_MET",
            RuleKind.Refusal,
            11,
            Basis.Reading(
                "INT-26",
                "重大项目开工时，项目负责人和工作组应当已经到位并仍在任；开工之后才确定的人员不计。"
            ),
            new(
                "先由主要领导担任项目负责人，成立有业务人员、技术人员和市政府信息办选派人员的工作组，再开工；开工日期不得早于工作组成立之日。",
                "Let the main leader lead, with a group of business and technical members and the office's expert; then start."
            ),
            (facts, parameters) =>
                !IsMajor(facts.TotalInvestment, parameters)
                || facts
                    is {
                        LeaderIsMainLeaderOfTheUnit: true,
                        BusinessMembers: > 0,
                        TechnicalMembers: > 0,
                        AssignedByTheOffice: > 0
                    },
            "INT-01"
        );

    /// <param name="Vacant">Who was named and left his post or his account since.</param>
    internal sealed record VacancyFacts(Money TotalInvestment, IReadOnlyList<string> Vacant);

    internal static Rule<VacancyFacts> WorkingGroupVacant { get; } =
        new(
            "WORKGROUP_VACANT",
            RuleKind.Refusal,
            11,
            Basis.Control(
                "重大项目在建期间，项目负责人、工作组成员或者选派人员离任的，应当另行确定后再报告建成，使“项目负责人须由本单位主要领导担任”始终有确定的人。"
            ),
            new(
                "请牵头单位重新确定项目负责人和工作组；选派人员离任的，请市政府信息办另行选派并替换所列人员。",
                "The lead unit names leader and group anew; the informatization office assigns somebody in place of its own who left."
            ),
            (facts, parameters) => !IsMajor(facts.TotalInvestment, parameters) || facts.Vacant.Count == 0,
            "INT-01"
        );
}
