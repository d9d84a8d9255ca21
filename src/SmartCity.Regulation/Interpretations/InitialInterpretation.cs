using System.Text.Json;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.Regulation.Interpretations;

/// <summary>How a doubtful passage is read from promulgation on, as the product was built to.</summary>
/// <param name="Number">Such as <c>INT-12</c>; rules cite it.</param>
/// <param name="Articles">The articles that are interpreted; empty for a reading of the whole.</param>
/// <param name="CarriedOutBy">What follows it where no rule cites it; null where rules do.</param>
public sealed record InitialInterpretation(
    string Number,
    IReadOnlyList<int> Articles,
    string Question,
    string Reading,
    string? CarriedOutBy
)
{
    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<InitialInterpretation> All { get; } = ReadEmbedded();

    private static List<InitialInterpretation> ReadEmbedded()
    {
        var type = typeof(InitialInterpretation);
        using var stream = type.Assembly.GetManifestResourceStream(type, "interpretations.json")!;
        return JsonSerializer.Deserialize<List<InitialInterpretation>>(stream, Json.Options)!;
    }
}
