using SmartCity.BuildingBlocks.Http;

namespace SmartCity.BuildingBlocks.Tests.Http;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("智慧城市 2026\n第二行\t表格", true)]
    [InlineData("甲\u0000乙", false)]
    [InlineData("甲\u0007乙", false)]
    [InlineData("\u202E倒写", false)]
    [InlineData("\u2066隔离", false)]
    [InlineData("\uFEFF文号", false)]
    [InlineData("😀", true)]
    public void IsClean_WhenAsked_ThenLetsReadableTextPass(string text, bool clean) =>
        TextRules.IsClean(text).ShouldBe(clean);

    [Fact]
    public void IsClean_WhenASurrogateStandsAlone_ThenNotClean() => TextRules.IsClean($"甲{'\ud83d'}").ShouldBeFalse();

    [Theory]
    [InlineData("咸信办评〔2026〕1号", true)]
    [InlineData("甲\n乙", false)]
    [InlineData("甲\r乙", false)]
    [InlineData("甲\t乙", false)]
    public void IsOneLine_WhenAsked_ThenLetsNoLineBreakPass(string text, bool oneLine) =>
        TextRules.IsOneLine(text).ShouldBe(oneLine);
}
