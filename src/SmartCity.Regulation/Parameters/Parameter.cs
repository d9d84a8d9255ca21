namespace SmartCity.Regulation.Parameters;

/// <summary>Which act can change a parameter (article 44, INT-32).</summary>
public enum ParameterAct
{
    /// <summary>The number stands in the text: only the city government amends it.</summary>
    Amendment,

    /// <summary>The text leaves it open, or it is a reading: the informatization office interprets.</summary>
    Interpretation,

    /// <summary>The city's own safeguard: the office sets it, with a record.</summary>
    Control,
}

/// <summary>A parameter without its value's type.</summary>
public interface IParameter
{
    /// <summary>Unique over the whole product, such as <c>review.minimum-experts</c>.</summary>
    string Code { get; }

    int Article { get; }

    ParameterAct ChangedBy { get; }

    object InitialValue { get; }
}

/// <summary>A number or reading that rules use: data with article and act, never a literal in a rule.</summary>
/// <param name="Initial">The value at promulgation.</param>
/// <param name="Meaning">What it is, with its unit, in plain Chinese.</param>
public sealed record Parameter<T>(string Code, int Article, ParameterAct ChangedBy, T Initial, string Meaning)
    : IParameter
    where T : notnull
{
    object IParameter.InitialValue => Initial;
}
