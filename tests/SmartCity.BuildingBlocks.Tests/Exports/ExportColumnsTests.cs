using System.ComponentModel;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Miniature.Counting;

namespace SmartCity.BuildingBlocks.Tests.Exports;

public sealed class ExportColumnsTests
{
    private static readonly Line Full = new(
        new(Guid.Parse("019cabcd-0000-7000-8000-000000000001")),
        "甲",
        7,
        8_000_000_000,
        true,
        Colour.DarkRed,
        new(2026, 3, 2),
        new(2026, 3, 1, 16, 30, 15, 999, TimeSpan.Zero),
        new Weight(1250),
        ["一", "二"]
    );

    [Fact]
    public void Headings_WhenDescribed_ThenChineseByDescriptionAndEnglishByName()
    {
        var columns = ExportColumns.Of(typeof(Line));

        columns
            .Headings(Language.Chinese)
            .ShouldBe([
                "编号",
                "名称",
                "Count",
                "Far count",
                "Is open",
                "颜色",
                "On",
                "时刻（北京时间）",
                "重量（千克）",
                "Words",
            ]);
        columns
            .Headings(Language.English)
            .ShouldBe([
                "Id",
                "Name",
                "Count",
                "Far count",
                "Is open",
                "Colour of",
                "On",
                "Opened at (Beijing time)",
                "Net weight (kg)",
                "Words",
            ]);
    }

    [Theory]
    [InlineData(Language.Chinese, "是", "深红")]
    [InlineData(Language.English, "yes", "Dark red")]
    public void Fill_WhenEveryKindIsThere_ThenInWordsAPersonReads(Language language, string yes, string colour)
    {
        Filled(Full, language)
            .Select(cell => cell.Spelled)
            .ShouldBe([
                "019cabcd-0000-7000-8000-000000000001",
                "甲",
                "7",
                "8000000000",
                yes,
                colour,
                "2026-03-02",
                "2026-03-02 00:30:15",
                "1.25",
                "一；二",
            ]);
    }

    [Fact]
    public void Fill_WhenNothingIsThere_ThenTheCellIsEmpty() =>
        Filled(Full with { On = null, NetWeight = null, Words = [], Name = "" }, Language.Chinese)
            .Count(cell => cell.Kind == CellKind.Empty)
            .ShouldBe(4);

    [Fact]
    public void Of_WhenNoTableCanShowAProperty_ThenToldAtOnce() =>
        Should.Throw<NotSupportedException>(() => ExportColumns.Of(typeof(Unshowable)));

    private static Cell[] Filled(Line line, Language language)
    {
        var cells = new Cell[10];
        ExportColumns.Of(typeof(Line)).Fill(line, language, cells);
        return cells;
    }

    private enum Colour
    {
        [Description("深红")]
        DarkRed,
    }

    private readonly record struct Weight(int Grams) : IWrittenAsNumber
    {
        decimal IWrittenAsNumber.Number => Grams / 1000m;

        LocalizedText IWrittenAsNumber.Unit => new("千克", "kg");
    }

    private sealed record Line(
        [property: Description("编号")] CounterId Id,
        [property: Description("名称")] string Name,
        int Count,
        long FarCount,
        bool IsOpen,
        [property: Description("颜色")] Colour ColourOf,
        DateOnly? On,
        [property: Description("时刻")] DateTimeOffset OpenedAt,
        [property: Description("重量")] Weight? NetWeight,
        IReadOnlyList<string> Words
    );

    private sealed record Unshowable(Line Inner);
}
