using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using SmartCity.BuildingBlocks.Audit;

namespace SmartCity.BuildingBlocks.Tests.Audit;

/// <summary>The vectors are those of RFC 8785, appendix and section 3.2, as far as evidence uses their values.</summary>
public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{"b":1,"a":2}""", """{"a":2,"b":1}""")]
    [InlineData(""" { "a" : [ 1 , true , null ] } """, """{"a":[1,true,null]}""")]
    [InlineData("""[56,{"d":true,"10":null,"1":[]}]""", """[56,{"1":[],"10":null,"d":true}]""")]
    [InlineData("""{"a":{},"A":[]}""", """{"A":[],"a":{}}""")]
    [InlineData("-0", "0")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("-9007199254740991", "-9007199254740991")]
    public void Of_WhenJson_ThenSortedAndWithoutSpace(string json, string canonical) =>
        CanonicalJson.Of(JsonNode.Parse(json)).ShouldBe(canonical);

    [Fact]
    public void Of_WhenARequestLacksAText_ThenNullAndNoFailure() =>
        CanonicalJson.Of(new Request(null!)).ShouldBe("""{"name":null}""");

    [Fact]
    public void Of_WhenNamesAreOfManyScripts_ThenSortedByUtf16CodeUnits()
    {
        // RFC 8785 section 3.2.3.
        var members = new JsonObject
        {
            ["\u20ac"] = "Euro Sign",
            ["\r"] = "Carriage Return",
            ["\ufb33"] = "Hebrew Letter Dalet With Dagesh",
            ["1"] = "One",
            ["\ud83d\ude00"] = "Emoji: Grinning Face",
            ["\u0080"] = "Control",
            ["\u00f6"] = "Latin Small Letter O With Diaeresis",
        };

        var canonical = CanonicalJson.Of(members);

        using var read = JsonDocument.Parse(canonical);
        read.RootElement.EnumerateObject()
            .Select(member => member.Name)
            .ShouldBe(["\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"]);
    }

    [Fact]
    public void Of_WhenTextHoldsSpecialCharacters_ThenOnlyWhatTheRfcEscapesIsEscaped()
    {
        // RFC 8785 section 3.2.2.2.
        var canonical = CanonicalJson.Of(
            JsonNode.Parse("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"")
        );

        canonical.ShouldBe("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    [Fact]
    public void Of_WhenTextIsChinese_ThenItIsWrittenAsItIs() =>
        CanonicalJson
            .Of(new JsonObject { ["名称"] = "智慧城市 <&> \u007f" })
            .ShouldBe("{\"名称\":\"智慧城市 <&> \u007f\"}");

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e400")]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    public void Of_WhenTheValueHasNoExactForm_ThenItThrows(string json) =>
        Should.Throw<FormatException>(() => CanonicalJson.Of(JsonNode.Parse(json)));

    [Theory]
    [InlineData(9007199254740991, "9007199254740991")]
    [InlineData(9007199254740992, "\"9007199254740992\"")]
    [InlineData(long.MinValue, "\"-9223372036854775808\"")]
    public void Of_WhenASenderNamesALargeNumber_ThenItIsText(long number, string canonical) =>
        CanonicalJson.Of(number).ShouldBe(canonical);

    [Fact]
    public void Of_WhenTextIsNoUnicode_ThenItThrows() =>
        Should.Throw<JsonException>(() => CanonicalJson.Of(JsonNode.Parse("\"\\ud800\"")));

    [Fact]
    public void HashOf_WhenOnlyTheOrderOfMembersDiffers_ThenTheHashIsTheSame() =>
        CanonicalJson.HashOf(new { a = 1, b = "x" }).ShouldBe(CanonicalJson.HashOf(new { b = "x", a = 1 }));

    [Fact]
    public void Of_WhenReadAgain_ThenAnyTextIsTheSame() =>
        Gen.String[Gen.Char, 0, 20]
            .Where(text => !text.Any(char.IsSurrogate))
            .Sample(text =>
                JsonSerializer.Deserialize<string>(CanonicalJson.Of(JsonValue.Create(text))).ShouldBe(text)
            );

    private sealed record Request(string Name);
}
