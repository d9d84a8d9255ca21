using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Domain.Rules;

/// <summary>Conditional sharing: the bureau approves, the provider alone can refuse, with reasons.</summary>
internal static class Article18
{
    private const string Refusal =
        "不符合条件的，由市大数据管理局与提供该数据的行政机关或公共企事业单位会商，如不同意共享，应由提供数据的行政机关或公共企事业单位书面说明理由。";

    internal sealed record RefusalFacts(string? Reasons);

    internal static Rule<RefusalFacts> RefusalReasonRequired { get; } =
        new(
            "REFUSAL_REASON_REQUIRED",
            RuleKind.Refusal,
            18,
            Basis.Text(Refusal),
            new("书面说明不同意共享的理由。", "State in writing why the data is not to be shared."),
            (facts, _) => !string.IsNullOrWhiteSpace(facts.Reasons)
        );

    /// <param name="Beyond">Items asked for or approved beyond what there is to give.</param>
    internal sealed record ScopeFacts(IReadOnlyList<string> Beyond);

    internal static Rule<ScopeFacts> ScopeExceeded { get; } =
        new(
            "SCOPE_EXCEEDED",
            RuleKind.Refusal,
            18,
            Basis.Control("授权的数据项不得超出资源目录和申请的范围。"),
            new("去掉所列数据项。", "Leave out the items listed."),
            (facts, _) => facts.Beyond.Count == 0,
            "第二十条"
        );

    internal sealed record GrantFacts(GrantState State);

    internal static Rule<GrantFacts> GrantNotInForce { get; } =
        new(
            "GRANT_NOT_IN_FORCE",
            RuleKind.Refusal,
            18,
            Basis.Control("数据凭在效的授权提供；未批准、不同意共享或已撤销的授权不得使用。"),
            new("等候批准，或另行申请授权。", "Wait for the approval, or ask for another grant."),
            (facts, _) => facts.State == GrantState.InForce,
            "第十七条",
            "第十九条"
        );
}
