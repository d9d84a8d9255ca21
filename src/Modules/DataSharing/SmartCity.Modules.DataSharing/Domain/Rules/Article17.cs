using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Domain.Rules;

/// <summary>Unconditional sharing: the unit that needs the data takes it itself, without any approver.</summary>
internal static class Article17
{
    internal sealed record PurposeFacts(Purpose? Purpose);

    internal static Rule<PurposeFacts> PurposeRequired { get; } =
        new(
            "PURPOSE_REQUIRED",
            RuleKind.Refusal,
            17,
            Basis.Control("自行获取数据也应说明用途，以便核对是否用于本机关履行职责。"),
            new("写明使用数据的用途。", "State what the data is used for."),
            (facts, _) => facts.Purpose is not null,
            "第二十二条"
        );
}
