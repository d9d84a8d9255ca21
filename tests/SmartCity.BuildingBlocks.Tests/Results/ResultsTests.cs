using System.Globalization;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Miniature.Counting;

namespace SmartCity.BuildingBlocks.Tests.Results;

public sealed class ResultsTests
{
    private static readonly Error SomeError = Error.VersionConflict();

    [Fact]
    public void Of_WhenEachArticle_ThenAsTheRegulationNumbersThem()
    {
        string[] numerals =
        [
            "一 二 三 四 五 六 七 八 九 十",
            "十一 十二 十三 十四 十五 十六 十七 十八 十九 二十",
            "二十一 二十二 二十三 二十四 二十五 二十六 二十七 二十八 二十九 三十",
            "三十一 三十二 三十三 三十四 三十五 三十六 三十七 三十八 三十九 四十",
            "四十一 四十二 四十三 四十四",
        ];

        Enumerable.Range(1, 44).Select(ChineseNumerals.Of).ShouldBe(numerals.SelectMany(line => line.Split(' ')));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100)]
    public void Of_WhenNoArticleHasThatNumber_ThenItThrows(int number) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ChineseNumerals.Of(number));

    [Theory]
    [InlineData(Language.Chinese, "申报事项")]
    [InlineData(Language.English, "declaration")]
    public void In_WhenALanguage_ThenItsText(Language language, string text) =>
        new LocalizedText("申报事项", "declaration").In(language).ShouldBe(text);

    [Fact]
    public void Value_WhenFailed_ThenAskingForItIsABug()
    {
        Result<int> failed = SomeError;

        Should.Throw<InvalidOperationException>(() => failed.Value);
    }

    [Fact]
    public void Then_WhenTheFirstFails_ThenTheSecondIsNotAsked()
    {
        Result failed = SomeError;

        var outcome = failed.Then(() => throw new InvalidOperationException("It was asked."));

        outcome.Failure.ShouldBe(SomeError);
    }

    [Fact]
    public void Then_WhenTheFirstSucceeds_ThenTheSecondDecides() =>
        Result.Success.Then(() => SomeError).Failure.ShouldBe(SomeError);

    [Fact]
    public void Codes_WhenRefusedForSeveralReasons_ThenAllAndTheFirstIsTheCode()
    {
        var error = Refusals.Of("FIRST", "SECOND");

        error.Codes.ShouldBe(["FIRST", "SECOND"]);
        error.Code.ShouldBe("FIRST");
    }

    [Fact]
    public void Refused_WhenWithoutReason_ThenItThrows() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Error.Refused([]));

    [Theory]
    [InlineData("2026-03-01T15:59:59Z", "2026-03-01")]
    [InlineData("2026-03-01T16:00:00Z", "2026-03-02")]
    [InlineData("2026-12-31T16:00:00Z", "2027-01-01")]
    public void DateOf_WhenTheDayTurnsInChina_ThenTheDateThere(string instant, string date) =>
        ChinaTime
            .DateOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture))
            .ShouldBe(DateOnly.Parse(date, CultureInfo.InvariantCulture));
}
