using System.Text.Json;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Parameters;

namespace SmartCity.Regulation.Rules;

/// <summary>A rule as lists and checks see it, without its facts' type.</summary>
public interface IRule
{
    /// <summary>Unique over the whole product, SCREAMING_CASE.</summary>
    string Code { get; }

    RuleKind Kind { get; }

    /// <summary>The primary article, 1 to 44; the rule stands in that article's file.</summary>
    int Article { get; }

    IReadOnlyList<string> AlsoCites { get; }

    Basis Basis { get; }

    /// <summary>What would cure a violation.</summary>
    LocalizedText Remedy { get; }

    Type FactsType { get; }

    /// <summary>The rule asked of facts that somebody posts.</summary>
    /// <returns>The question, or which part of the facts cannot be read.</returns>
    Result<IQuestion> OnPosted(JsonElement facts);
}

/// <summary>
/// One gate or duty of an article: a pure function of facts and parameters. It reads nothing, counts no dates and holds
/// no number of its own.
/// </summary>
/// <typeparam name="TFacts">A record of what is compared; it is shown in the refusal and stored with the decision.</typeparam>
public sealed class Rule<TFacts>(
    string code,
    RuleKind kind,
    int article,
    Basis basis,
    LocalizedText remedy,
    Func<TFacts, ParameterSnapshot, bool> isSatisfied,
    params IReadOnlyList<string> alsoCites
) : IRule
    where TFacts : notnull
{
    public string Code { get; } = code;

    public RuleKind Kind { get; } = kind;

    public int Article { get; } = article;

    public IReadOnlyList<string> AlsoCites { get; } = alsoCites;

    public Basis Basis { get; } = basis;

    public LocalizedText Remedy { get; } = remedy;

    public Type FactsType => typeof(TFacts);

    /// <summary>The verdict on these facts under these parameters. A control that is switched off stops nobody.</summary>
    public bool IsSatisfied(TFacts facts, ParameterSnapshot parameters) =>
        (Basis.Kind == BasisKind.Control && parameters.IsSwitchedOff(Code)) || isSatisfied(facts, parameters);

    /// <summary>The rule asked of particular facts, to be judged together with others.</summary>
    public IQuestion On(TFacts facts) => new Question(this, facts);

    public Result<IQuestion> OnPosted(JsonElement facts)
    {
        try
        {
            return facts.Deserialize<TFacts>(Json.Options) is { } read ? new Question(this, read) : Unreadable("$");
        }
        catch (JsonException unreadable)
        {
            return Unreadable(unreadable.Path ?? "$");
        }
    }

    private static Error Unreadable(string path) =>
        Error.Invalid(
            "FACTS_INVALID",
            new(
                $"事实的 {path} 处缺项、多项或类型不符，请对照规则的 factsSchema 修改。",
                $"The facts are incomplete, unknown or of a wrong type at {path}; compare the rule's factsSchema."
            )
        );

    private sealed record Question(Rule<TFacts> Asked, TFacts Facts) : IQuestion
    {
        public IRule Rule => Asked;

        public bool IsSatisfied(ParameterSnapshot parameters) => Asked.IsSatisfied(Facts, parameters);

        public JsonElement FactsAsJson() => JsonSerializer.SerializeToElement(Facts, Json.Options);
    }
}

/// <summary>A rule together with the facts it is asked of.</summary>
public interface IQuestion
{
    IRule Rule { get; }

    bool IsSatisfied(ParameterSnapshot parameters);

    JsonElement FactsAsJson();
}
