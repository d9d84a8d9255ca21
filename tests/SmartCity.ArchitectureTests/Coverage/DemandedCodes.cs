using System.Text.Json;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.ArchitectureTests.Coverage;

/// <summary>What a code does where it is told.</summary>
internal enum CodeKind
{
    /// <summary>A rule: the command is refused.</summary>
    Refusal,

    /// <summary>A rule: a missed duty is recorded.</summary>
    Breach,

    /// <summary>Who may: 403, or 404 where not even reading is allowed.</summary>
    Authority,

    /// <summary>The state does not know the act: 409.</summary>
    State,

    /// <summary>No such command exists, and a test shows it.</summary>
    Invariant,
}

/// <summary>A code that the regulation demands, under its primary article.</summary>
internal sealed record DemandedCode(string Code, int Article, CodeKind Kind);

/// <summary>A demanded code that the product does not have yet.</summary>
internal sealed record CodeToCome(string Code, string Module, string Why);

/// <summary>An article that no rule stands under: what carries it out, or why nothing does.</summary>
internal sealed record ArticleWithoutRule(int Article, ArticleStanding Standing, string Why);

internal enum ArticleStanding
{
    /// <summary>Carried out by something other than a rule.</summary>
    Duty,

    /// <summary>Its process is not built yet.</summary>
    Later,

    /// <summary>It asks nothing of software.</summary>
    None,
}

/// <summary>The lists in <c>docs/regulation</c>.</summary>
internal static class DemandedCodes
{
    public static IReadOnlyList<DemandedCode> All { get; } = Read<DemandedCode>("codes.json");

    public static IReadOnlyList<CodeToCome> ToCome { get; } = Read<CodeToCome>("codes-to-come.json");

    public static IReadOnlyList<ArticleWithoutRule> ArticlesWithoutRules { get; } =
        Read<ArticleWithoutRule>("articles-without-rules.json");

    private static List<T> Read<T>(string file)
    {
        using var stream = File.OpenRead(Repository.File($"docs/regulation/{file}"));
        return JsonSerializer.Deserialize<List<T>>(stream, Json.Options)!;
    }
}
