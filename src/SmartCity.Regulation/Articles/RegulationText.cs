using System.Text.Json;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.Regulation.Articles;

/// <summary>The regulation's words: 44 articles, as received and as restored, and the instruments that it rests on.</summary>
/// <param name="LegalBases">The instruments that article 1 names, in its order.</param>
public sealed record RegulationText(
    string Title,
    string EnglishTitle,
    TextSource Source,
    IReadOnlyList<Chapter> Chapters,
    IReadOnlyList<string> LegalBases,
    IReadOnlyList<Article> Articles
)
{
    public static RegulationText Current { get; } = ReadEmbedded();

    /// <summary>The article of this number, or null where the regulation has none.</summary>
    public Article? Find(int number) => number >= 1 && number <= Articles.Count ? Articles[number - 1] : null;

    /// <summary>The chapter that an article stands in.</summary>
    public Chapter ChapterOf(Article article) =>
        Chapters.Single(chapter => chapter.FirstArticle <= article.Number && article.Number <= chapter.LastArticle);

    private static RegulationText ReadEmbedded()
    {
        var type = typeof(RegulationText);
        using var stream = type.Assembly.GetManifestResourceStream(type, "regulation.json")!;
        return JsonSerializer.Deserialize<RegulationText>(stream, Json.Options)!;
    }
}
