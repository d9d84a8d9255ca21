using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Domain.Rules;

/// <summary>Special sharing: to named recipients only.</summary>
internal static class Article19
{
    private const string Text = "特殊共享类政务信息资源，由市大数据管理局批准，通过市数据服务中心提供给特定对象。";

    internal sealed record RecipientFacts(string Unit, bool IsNamed);

    internal static Rule<RecipientFacts> RecipientNotNamed { get; } =
        new(
            "RECIPIENT_NOT_NAMED",
            RuleKind.Refusal,
            19,
            Basis.Text(Text),
            new(
                "该资源只能提供给目录中列明的特定对象。",
                "The resource is given only to the recipients that its entry names."
            ),
            (facts, _) => facts.IsNamed
        );

    /// <summary>Of the caller only: whose grant it is concerns nobody else.</summary>
    internal sealed record UserFacts(bool IsOfTheGrantedUnit, bool IsAGrantedUser);

    internal static Rule<UserFacts> NotTheSpecificRecipient { get; } =
        new(
            "NOT_THE_SPECIFIC_RECIPIENT",
            RuleKind.Refusal,
            19,
            Basis.Control("授权只供获授权的单位使用，列明使用人的只供所列账号使用，不得转用。"),
            new("以本单位的授权、由列明的账号获取。", "Use a grant of your own unit, from an account that it names."),
            (facts, _) => facts is { IsOfTheGrantedUnit: true, IsAGrantedUser: true },
            "第二十二条"
        );
}
