using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Regulation.Rules;

/// <summary>What a rule rests on, told in every refusal. The words differ, because the weight differs.</summary>
public sealed record Basis
{
    private Basis(BasisKind kind, string quote, Func<int, LocalizedText> statement, string? interpretation = null)
    {
        Kind = kind;
        Quote = quote;
        Statement = statement;
        Interpretation = interpretation;
    }

    public BasisKind Kind { get; }

    /// <summary>The words that the rule rests on, in mainland Simplified Chinese.</summary>
    public string Quote { get; }

    /// <summary>The citation in words, from the rule's article.</summary>
    public Func<int, LocalizedText> Statement { get; }

    /// <summary>The recorded interpretation that it is, such as INT-05; null for every other basis.</summary>
    public string? Interpretation { get; }

    /// <summary>The article's own words.</summary>
    public static Basis Text(string quote) =>
        new(
            BasisKind.Text,
            quote,
            article => new($"依据第{ChineseNumerals.Of(article)}条", $"Under article {article}")
        );

    /// <summary>A recorded interpretation (article 44), such as INT-05.</summary>
    public static Basis Reading(string interpretation, string quote) =>
        new(
            BasisKind.Reading,
            quote,
            article =>
                new(
                    $"依据对第{ChineseNumerals.Of(article)}条的解释 {interpretation}",
                    $"Under interpretation {interpretation} of article {article}"
                ),
            interpretation
        );

    /// <summary>Another law, named with its article.</summary>
    public static Basis HigherLaw(LocalizedText law, string quote) =>
        new(BasisKind.HigherLaw, quote, _ => new($"依据{law.Chinese}", $"Under {law.English}"));

    /// <summary>The city's own safeguard. The article does not say it; the control serves it.</summary>
    public static Basis Control(string quote) =>
        new(
            BasisKind.Control,
            quote,
            article =>
                new(
                    $"内部控制要求（服务于第{ChineseNumerals.Of(article)}条）",
                    $"Internal control in service of article {article}"
                )
        );
}
