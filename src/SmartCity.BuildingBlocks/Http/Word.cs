using System.Text.Json;

namespace SmartCity.BuildingBlocks.Http;

/// <summary>An enum in a query string, spelled as it is in JSON: <c>underReview</c>.</summary>
public readonly record struct Word<T>(T Value)
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values = Enum.GetValues<T>()
        .ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

    public static bool TryParse(string? text, out Word<T> word)
    {
        var known = Values.TryGetValue(text ?? "", out var value);
        word = new(value);
        return known;
    }
}

/// <summary>The words that stand for an enum's values in requests.</summary>
public static class Words
{
    /// <returns>Every word, where the type is an enum or a word in a query, nullable or not; else null.</returns>
    public static IReadOnlyCollection<string>? Of(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value.IsGenericType && value.GetGenericTypeDefinition() == typeof(Word<>))
        {
            value = value.GetGenericArguments()[0];
        }

        return value.IsEnum ? [.. Enum.GetNames(value).Select(JsonNamingPolicy.CamelCase.ConvertName)] : null;
    }
}
