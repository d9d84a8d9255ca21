using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Regulation.Clocks;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Domain.Rules;

/// <summary>An agreement before any data, and data only as agreed.</summary>
internal static class Article33
{
    private const string Text =
        "需求数据的行政机关和公共企事业单位在获取相应数据前，应与市大数据管理局签署合理使用和保护数据的协议，按约定方式共享并保护、利用数据。";

    internal static Parameter<NoticeDays> AgreementLadder { get; } =
        new("agreement.notice-days", 33, ParameterAct.Control, [30, 7], "数据使用协议届满前发出提醒的时间（日）");

    /// <param name="State">Null where the unit has no such agreement.</param>
    internal sealed record AgreementFacts(
        AgreementState? State,
        DateOnly? ValidFrom,
        DateOnly? ValidUntil,
        DateOnly Today
    );

    internal static Rule<AgreementFacts> AgreementRequired { get; } =
        new(
            "AGREEMENT_REQUIRED",
            RuleKind.Refusal,
            33,
            Basis.Text(Text),
            new(
                "先与市大数据管理局签署数据使用协议，并在生效后办理。",
                "Sign an agreement with the big data bureau first, and wait until it is in force."
            ),
            (facts, _) => facts.State == AgreementState.Signed && facts.ValidFrom <= facts.Today,
            "第十七条"
        );

    internal static Rule<AgreementFacts> AgreementExpired { get; } =
        new(
            "AGREEMENT_EXPIRED",
            RuleKind.Refusal,
            33,
            Basis.Text(Text),
            new("协议已过有效期，请重新签署。", "The agreement has run out; sign a new one."),
            (facts, _) => facts.ValidUntil is not { } until || facts.Today <= until
        );

    /// <param name="Agreed">Channels of the agreement that the provider offers.</param>
    internal sealed record ChannelFacts(Channel Channel, IReadOnlyList<Channel> Agreed);

    internal static Rule<ChannelFacts> ChannelNotAgreed { get; } =
        new(
            "CHANNEL_NOT_AGREED",
            RuleKind.Refusal,
            33,
            Basis.Text(Text),
            new("按协议约定的方式获取，或另签协议。", "Take the data by a channel agreed, or agree on this one."),
            (facts, _) => facts.Agreed.Contains(facts.Channel),
            "第二十条"
        );
}
