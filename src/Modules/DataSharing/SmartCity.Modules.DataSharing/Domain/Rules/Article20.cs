using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Domain.Rules;

/// <summary>The provider states scope and use.</summary>
internal static class Article20
{
    private const string Text =
        "提供部门在向使用部门提供共享信息时，应明确信息的共享范围和使用用途（如，作为行政依据、工作参考，用于数据校核、业务协同等）";

    internal sealed record StatementFacts(string? Scope, IReadOnlyList<Purpose> Uses);

    internal static Rule<StatementFacts> ScopeAndUseRequired { get; } =
        new(
            "SCOPE_AND_USE_REQUIRED",
            RuleKind.Refusal,
            20,
            Basis.Text(Text),
            new("写明共享范围，并至少选定一种使用用途。", "State the scope and at least one use."),
            (facts, _) => !string.IsNullOrWhiteSpace(facts.Scope) && facts.Uses.Count > 0
        );
}
