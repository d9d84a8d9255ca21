using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Security.Domain.Rules;

/// <summary>Who leads: the main leader of a unit answers for its major projects, so it must be plain who that is.</summary>
internal static class Article11
{
    /// <param name="Kind">The post that is to be taken.</param>
    /// <param name="MainLeadersMeanwhile">Who else is main leader of the unit at any time of it.</param>
    internal sealed record MainLeaderFacts(PostKind Kind, IReadOnlyList<AccountId> MainLeadersMeanwhile);

    internal static Rule<MainLeaderFacts> OneMainLeader { get; } =
        new(
            "ONE_MAIN_LEADER",
            RuleKind.Refusal,
            11,
            Basis.Control("同一单位同一时间只登记一名主要领导，使“项目负责人须由本单位主要领导担任”有确定的人。"),
            new(
                "先登记现任主要领导的任职结束日期，再登记新的任职；主持工作的，请登记为主持工作的领导。",
                "End the post of the present main leader first; who only acts as leader is registered as acting main leader."
            ),
            (facts, _) => facts.Kind != PostKind.MainLeader || facts.MainLeadersMeanwhile.Count == 0
        );
}
