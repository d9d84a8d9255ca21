using System.ComponentModel;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Regulation.Rules;

/// <summary>
/// A rule of a gate that lay before the city began to keep the project here. It was not judged: it counts neither as
/// satisfied nor as violated.
/// </summary>
public sealed record UnjudgedRule(
    [property: Description("规则代码")] string Rule,
    [property: Description("依据条款")] int Article
);

/// <summary>The unjudged rules of a project taken over in mid-life, with the words that say so.</summary>
public sealed record UnjudgedGates(
    [property: Description("评判情况：接管前，未评判")] string Standing,
    [property: Description("接管前各环节所适用、未经评判的规则")] IReadOnlyList<UnjudgedRule> Rules
)
{
    private static readonly LocalizedText BeforeTakeOver = new("接管前，未评判", "before take-over, not judged");

    public static UnjudgedGates Told(IReadOnlyList<UnjudgedRule> rules, Language language) =>
        new(BeforeTakeOver.In(language), rules);
}
