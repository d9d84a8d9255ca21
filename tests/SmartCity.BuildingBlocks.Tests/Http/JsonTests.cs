using System.Text.Json;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.BuildingBlocks.Tests.Http;

public sealed class JsonTests
{
    private const string SomeId = "019cabcd-0000-7000-8000-000000000001";

    public enum Colour
    {
        DarkRed,
    }

    public static TheoryData<string, string> Refused =>
        new()
        {
            { "an unknown property", """{"name":"a","more":1}""" },
            { "a property twice", """{"name":"a","name":"b"}""" },
            { "another case", """{"Name":"a"}""" },
            { "a number for a text", """{"name":1}""" },
            { "null for a text", """{"name":null}""" },
            { "a text for a number", """{"name":"a","count":"1"}""" },
            { "a fraction for a whole number", """{"name":"a","count":1.5}""" },
            { "a number too large", """{"name":"a","count":9999999999999999999}""" },
            { "a number for a word", """{"name":"a","colour":0}""" },
            { "a word that is none", """{"name":"a","colour":"blue"}""" },
            { "a number for an id", """{"name":"a","item":1}""" },
            { "an id that is none", """{"name":"a","item":"none"}""" },
            { "an id in braces", "{\"name\":\"a\",\"item\":\"{" + SomeId + "}\"}" },
            { "a name that is no id", """{"name":"a","byItem":{"none":1}}""" },
            { "an id twice", $$$"""{"name":"a","byItem":{"{{{SomeId}}}":1,"{{{SomeId}}}":2}}""" },
            { "a null byte", "{\"name\":\"\\u0000\"}" },
            { "a control character", "{\"name\":\"\\u0007\"}" },
            { "a control character in a name", "{\"name\":\"a\",\"byText\":{\"\\u0000\":1}}" },
            { "half a character", "{\"name\":\"\\ud800\"}" },
            { "a date that does not exist", """{"name":"a","day":"2026-02-30"}""" },
            { "a comment", """{"name":"a"/* no */}""" },
            { "a trailing comma", """{"name":"a",}""" },
            { "two values", """{"name":"a"} 1""" },
            { "nothing", "" },
            { "deep nesting", $"{new string('[', 17)}{new string(']', 17)}" },
        };

    [Theory, MemberData(nameof(Refused))]
    public void Read_WhenNotStrictlyAsDescribed_ThenItIsAnError(string what, string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Sample>(json, Json.Options), what);

    [Fact]
    public void Read_WhenTheBytesAreNoUtf8_ThenItIsAnError()
    {
        byte[] json = [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Sample>(json, Json.Options));
    }

    [Fact]
    public void Read_WhenWritten_ThenTheSame()
    {
        var item = new ItemId(new(SomeId));
        var sample = new Sample
        {
            Name = "咸阳 <b>&'\"😀\n",
            Count = 3,
            Colour = Colour.DarkRed,
            Item = item,
            Day = new(2026, 2, 28),
            ByItem = new() { [item] = 1 },
            ByText = new() { ["名"] = 2 },
        };

        var read = JsonSerializer.Deserialize<Sample>(JsonSerializer.Serialize(sample, Json.Options), Json.Options)!;

        JsonSerializer.Serialize(read, Json.Options).ShouldBe(JsonSerializer.Serialize(sample, Json.Options));
        (read.Name, read.Item).ShouldBe((sample.Name, item));
    }

    [Fact]
    public void Write_WhenChineseWordsAndIds_ThenPlain() =>
        JsonSerializer
            .Serialize(
                new Sample
                {
                    Name = "咸阳",
                    Colour = Colour.DarkRed,
                    Item = new(new(SomeId)),
                },
                Json.Options
            )
            .ShouldStartWith("{\"name\":\"咸阳\",\"count\":0,\"colour\":\"darkRed\",\"item\":\"" + SomeId + "\"");

    [Theory]
    [InlineData("咸阳市 ABC 123", true)]
    [InlineData("line\r\nline\ttab", true)]
    [InlineData("😀", true)]
    [InlineData("", true)]
    [InlineData("a\0b", false)]
    [InlineData("\u001b[31m", false)]
    [InlineData("\u007f", false)]
    [InlineData("\u0085", false)]
    public void IsClean_WhenText_ThenOnlyWhatPeopleType(string text, bool clean) =>
        TextRules.IsClean(text).ShouldBe(clean);

    [Fact]
    public void IsClean_WhenSurrogatesStandAlone_ThenNot()
    {
        // Not inline data: test runners cannot name such text.
        string[] broken = ["\ud83d", "\ude00", "a\ud83d", "\ude00\ud83d", "\ud83d\ud83d\ude00"];

        broken.ShouldAllBe(text => !TextRules.IsClean(text));
    }

    internal readonly record struct ItemId(Guid Value) : IStrongId<ItemId>
    {
        public static ItemId From(Guid value) => new(value);
    }

    internal sealed record Sample
    {
        public required string Name { get; init; }

        public int Count { get; init; }

        public Colour Colour { get; init; }

        public ItemId Item { get; init; }

        public DateOnly Day { get; init; }

        public Dictionary<ItemId, int> ByItem { get; init; } = [];

        public Dictionary<string, int> ByText { get; init; } = [];
    }
}
