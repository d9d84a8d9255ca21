using System.ComponentModel;
using System.Text.Json;

namespace SmartCity.BuildingBlocks.Results;

/// <summary>What a rule's verdict does when it is violated.</summary>
public enum RuleKind
{
    /// <summary>A gate: the command is refused.</summary>
    [Description("不予办理")]
    Refusal,

    /// <summary>A duty missed: recorded and reported, it does not block the late fulfilment itself.</summary>
    [Description("违反义务")]
    Breach,
}

/// <summary>What a rule rests on. To say that an article forbids what it does not mention is a false statement of law.</summary>
public enum BasisKind
{
    /// <summary>The article's own words.</summary>
    [Description("条文")]
    Text,

    /// <summary>A recorded interpretation of the article.</summary>
    [Description("解释")]
    Reading,

    /// <summary>Another law of higher rank.</summary>
    [Description("上位法")]
    HigherLaw,

    /// <summary>The city's own safeguard in service of the article.</summary>
    [Description("内部控制")]
    Control,
}

/// <summary>One violated rule, with all that the person refused needs to understand and cure it.</summary>
/// <param name="Code">The rule's unique code.</param>
/// <param name="Kind">Whether it blocks or records.</param>
/// <param name="BasisKind">What it rests on.</param>
/// <param name="Basis">The basis in words, such as 依据第六条.</param>
/// <param name="Article">The rule's primary article, 1 to 44.</param>
/// <param name="AlsoCites">Further articles and laws.</param>
/// <param name="QuotedText">The words of the text, reading, law or control.</param>
/// <param name="Facts">The facts that were compared; a JSON object of strings, whole numbers, truth values and lists.</param>
/// <param name="Remedy">What would cure it.</param>
/// <param name="RuleVersion">The version of the rules and parameters it was judged under.</param>
public sealed record Violation(
    string Code,
    RuleKind Kind,
    BasisKind BasisKind,
    LocalizedText Basis,
    int Article,
    IReadOnlyList<string> AlsoCites,
    string QuotedText,
    JsonElement Facts,
    LocalizedText Remedy,
    int RuleVersion
);
