using System.Text.Json;

namespace SmartCity.BuildingBlocks.Http;

/// <summary>An enum in a query string, spelled as it is in JSON: <c>underReview</c>.</summary>
public readonly record struct Word<T>(T Value)
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values = Enum.GetValues<T>()
        .ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

    /// <summary>Every word that is understood.</summary>
    public static IReadOnlyCollection<string> All => Values.Keys;

    public static bool TryParse(string? text, out Word<T> word)
    {
        var known = Values.TryGetValue(text ?? "", out var value);
        word = new(value);
        return known;
    }
}
