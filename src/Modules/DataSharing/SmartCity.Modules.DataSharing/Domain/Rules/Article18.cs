using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Domain.Grants;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Domain.Rules;

/// <summary>Conditional sharing: the bureau approves, the provider alone can refuse, with reasons.</summary>
internal static class Article18
{
    private const string Refusal =
        "不符合条件的，由市大数据管理局与提供该数据的行政机关或公共企事业单位会商，如不同意共享，应由提供数据的行政机关或公共企事业单位书面说明理由。";

    internal static Parameter<int> ConsultationWorkingDays { get; } =
        new("sharing.consultation-working-days", 18, ParameterAct.Interpretation, 5, "共享申请会商的期限（工作日）");

    internal static Parameter<NoticeDays> ConsultationLadder { get; } =
        new(
            "sharing.consultation-notice-days",
            18,
            ParameterAct.Control,
            [1, 0, -1],
            "会商期限届满前后发出提醒的时间（日，负数为逾期后）"
        );

    internal static Rule<ClockFacts> ConsultationOverdue { get; } =
        new(
            "CONSULTATION_OVERDUE",
            RuleKind.Breach,
            18,
            Basis.Reading("INT-35", "会商应当在规定的工作日内完成，使共享申请及时得到答复。"),
            new(
                "尽快答复会商意见；逾期仍可答复。",
                "Answer the consultation without delay; it is still taken after the due day."
            ),
            (facts, _) => facts.Today <= facts.DueOn
        );

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
