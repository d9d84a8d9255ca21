using System.Text.Json;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Miniature.Counting;

/// <summary>Refusals as a rule of the regulation gives them.</summary>
internal static class Refusals
{
    public static Error Of(params string[] codes) => Error.Refused([.. codes.Select(Violation)]);

    private static Violation Violation(string code) =>
        new(
            code,
            RuleKind.Refusal,
            BasisKind.Text,
            new("依据第六条", "Under article 6"),
            6,
            ["第七条"],
            "原文",
            JsonSerializer.SerializeToElement(new { places = 1 }),
            new("换一个。", "Take another one."),
            1
        );
}
