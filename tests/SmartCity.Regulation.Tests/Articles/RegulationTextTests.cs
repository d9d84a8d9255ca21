using System.Security.Cryptography;
using System.Text;
using SmartCity.Regulation.Articles;

namespace SmartCity.Regulation.Tests.Articles;

public sealed class RegulationTextTests
{
    private static readonly RegulationText Regulation = RegulationText.Current;

    [Fact]
    public void Articles_WhenCounted_ThenFortyFourInTheirOrder() =>
        Regulation.Articles.Select(article => article.Number).ShouldBe(Enumerable.Range(1, 44));

    [Fact]
    public void Source_WhenHashedAgain_ThenItIsTheFileAsReceived() =>
        Convert.ToHexStringLower(SHA256.HashData(Received())).ShouldBe(Regulation.Source.Sha256);

    [Fact]
    public void SourceText_WhenLookedForInTheFileAsReceived_ThenEveryLineStandsThere()
    {
        var received = Encoding.UTF8.GetString(Received());

        Regulation
            .Articles.SelectMany(article => article.SourceText.Split('\n'))
            .Where(line => !received.Contains(line, StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("程式")]
    [InlineData("许可权")]
    [InlineData("协定")]
    [InlineData("契约")]
    [InlineData("回响")]
    [InlineData("资料库")]
    [InlineData("网路")]
    [InlineData("网际")]
    [InlineData("智慧财产权")]
    [InlineData("线上")]
    [InlineData("民众")]
    [InlineData("转输")]
    [InlineData("套用")]
    [InlineData("鹹")]
    [InlineData("覆核")]
    [InlineData(",")]
    [InlineData("(")]
    public void Text_WhenRestored_ThenNoWordOfTheConversionIsLeft(string word) =>
        Regulation
            .Articles.Where(article => article.Text.Contains(word, StringComparison.Ordinal))
            .Select(article => article.Number)
            .ShouldBeEmpty();

    [Theory]
    [InlineData(6, "按照程序安排资金")]
    [InlineData(25, "签订保密协议")]
    [InlineData(28, "电子政务网络进行传输")]
    [InlineData(41, "签订合同")]
    public void Text_WhenRestored_ThenSaysWhatTheArticleMeans(int number, string words) =>
        Regulation.Find(number)!.Text.ShouldContain(words);

    [Fact]
    public void Chapters_WhenPutTogether_ThenCoverEveryArticleOnce() =>
        Regulation
            .Chapters.SelectMany(chapter =>
                Enumerable.Range(chapter.FirstArticle, chapter.LastArticle - chapter.FirstArticle + 1)
            )
            .ShouldBe(Enumerable.Range(1, 44));

    [Fact]
    public void Chapters_WhenTwoShareANumber_ThenTheArticleTellsThemApart() =>
        (Regulation.ChapterOf(Regulation.Find(16)!).Title, Regulation.ChapterOf(Regulation.Find(17)!).Title).ShouldBe(
            ("建设管理", "政务信息资源的获取")
        );

    [Fact]
    public void LegalBases_WhenNamed_ThenArticleOneNamesThem() =>
        Regulation
            .LegalBases.Where(basis => !Regulation.Find(1)!.Text.Contains($"《{basis}》", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Theory]
    [InlineData(0)]
    [InlineData(45)]
    public void Find_WhenThereIsNoSuchArticle_ThenNull(int number) => Regulation.Find(number).ShouldBeNull();

    private static byte[] Received()
    {
        using var stream = typeof(RegulationText).Assembly.GetManifestResourceStream(
            typeof(RegulationText),
            "received-text.txt"
        )!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
