using SmartCity.BuildingBlocks.Tables;
using SmartCity.Modules.Approval.Application.Importing;

namespace SmartCity.Modules.Approval.Tests.Importing;

/// <summary>How amounts and dates are spelt in lists, each with its boundary.</summary>
public sealed class CellReadingTests
{
    [Theory]
    [InlineData("350", "万元", "3500000.00")]
    [InlineData("12.345678", "万元", "123456.78")]
    [InlineData("３５０．５", "万元", "3505000.00")]
    [InlineData("1,234.5", "万元", "12345000.00")]
    [InlineData("１，２３４，５６７．８９", "元", "1234567.89")]
    [InlineData("￥350", "万元", "3500000.00")]
    [InlineData("350万元", "万元", "3500000.00")]
    [InlineData(" 3 500 ", "元", "3500.00")]
    [InlineData("0.01", "元", "0.01")]
    [InlineData("0.000001", "万元", "0.01")]
    [InlineData("0", "元", "0.00")]
    [InlineData("100000000000", "元", "100000000000.00")]
    [InlineData("10000000", "万元", "100000000000.00")]
    public void Amount_WhenItIsOne_ThenItIsExact(string text, string unit, string yuan)
    {
        var read = CellReading.TryAmount(Text(text), AmountUnit.Of(unit)!, out var amount, out var flaw);

        read.ShouldBeTrue(flaw?.Code);
        amount.ToString().ShouldBe(yuan);
    }

    [Theory]
    [InlineData("12.3456789", "万元", "AMOUNT_FINER_THAN_FEN")]
    [InlineData("0.0000001", "万元", "AMOUNT_FINER_THAN_FEN")]
    [InlineData("0.001", "元", "AMOUNT_FINER_THAN_FEN")]
    [InlineData("-1", "元", "AMOUNT_NEGATIVE")]
    [InlineData("－１", "元", "AMOUNT_NEGATIVE")]
    [InlineData("100000000000.01", "元", "AMOUNT_TOO_LARGE")]
    [InlineData("9999999999999999999999999999", "万元", "AMOUNT_TOO_LARGE")]
    [InlineData("350元", "万元", "AMOUNT_UNIT_CONTRADICTS")]
    [InlineData("350万", "万元", "AMOUNT_UNIT_CONTRADICTS")]
    [InlineData("3亿元", "万元", "AMOUNT_UNIT_CONTRADICTS")]
    [InlineData("约350", "万元", "AMOUNT_UNREADABLE")]
    [InlineData("三百五十", "万元", "AMOUNT_UNREADABLE")]
    [InlineData("12,34", "元", "AMOUNT_UNREADABLE")]
    [InlineData("1,2345", "元", "AMOUNT_UNREADABLE")]
    [InlineData("3.5.0", "元", "AMOUNT_UNREADABLE")]
    [InlineData("3²", "元", "AMOUNT_UNREADABLE")]
    [InlineData("①", "元", "AMOUNT_UNREADABLE")]
    [InlineData("1e5", "元", "AMOUNT_UNREADABLE")]
    [InlineData("350-400", "万元", "AMOUNT_UNREADABLE")]
    public void Amount_WhenItIsNone_ThenTheFlawIsTold(string text, string unit, string code)
    {
        CellReading.TryAmount(Text(text), AmountUnit.Of(unit)!, out _, out var flaw).ShouldBeFalse();

        flaw!.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("2025年3月", false, "2025-03-01")]
    [InlineData("2025年3月", true, "2025-03-31")]
    [InlineData("２０２５年３月", false, "2025-03-01")]
    [InlineData("2024年2月", true, "2024-02-29")]
    [InlineData("2025年12月31日", true, "2025-12-31")]
    [InlineData("2025-03", false, "2025-03-01")]
    [InlineData("2025/3/1", true, "2025-03-01")]
    [InlineData("2025.3", false, "2025-03-01")]
    [InlineData("2025.10", false, "2025-10-01")]
    [InlineData("2025.3.15", false, "2025-03-15")]
    [InlineData("20250301", true, "2025-03-01")]
    [InlineData("202503", true, "2025-03-31")]
    [InlineData("45717", false, "2025-03-01")]
    [InlineData("2025-03-01 00:00:00", false, "2025-03-01")]
    public void Date_WhenItIsOne_ThenAMonthMeansItsFirstOrLastDay(string text, bool asEnd, string date)
    {
        CellReading
            .TryDate(Text(text), asEnd, mayHaveLostZero: true, out var read, out var flaw)
            .ShouldBeTrue(flaw?.Code);

        read.ToString("O", null).ShouldBe(date);
    }

    [Theory]
    [InlineData("2025年13月", "DATE_UNREADABLE")]
    [InlineData("2025-02-29", "DATE_UNREADABLE")]
    [InlineData("2025-00", "DATE_UNREADABLE")]
    [InlineData("2025年", "DATE_UNREADABLE")]
    [InlineData("2025-3/1", "DATE_UNREADABLE")]
    [InlineData("年底", "DATE_UNREADABLE")]
    [InlineData("3月", "DATE_UNREADABLE")]
    [InlineData("36525", "DATE_UNREADABLE")]
    [InlineData("73416", "DATE_UNREADABLE")]
    [InlineData("2025.1", "DATE_AMBIGUOUS")]
    public void Date_WhenItIsNone_ThenTheFlawIsTold(string text, string code)
    {
        CellReading.TryDate(Text(text), asEnd: false, mayHaveLostZero: true, out _, out var flaw).ShouldBeFalse();

        flaw!.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("2025年3月至2026年6月", "2025-03-01", "2026-06-30")]
    [InlineData("2025年3月-12月", "2025-03-01", "2025-12-31")]
    [InlineData("2025.3-2026.6", "2025-03-01", "2026-06-30")]
    [InlineData("2025-03～2026-06", "2025-03-01", "2026-06-30")]
    [InlineData("2025/3/1—2026/6/30", "2025-03-01", "2026-06-30")]
    [InlineData("2025-03-2026-06", "2025-03-01", "2026-06-30")]
    public void Period_WhenItIsOne_ThenBothEndsAreRead(string text, string start, string finish)
    {
        CellReading.TryPeriod(Text(text), out var from, out var until, out var flaw).ShouldBeTrue(flaw?.Code);

        (from.ToString("O", null), until.ToString("O", null)).ShouldBe((start, finish));
    }

    [Theory]
    [InlineData("12个月")]
    [InlineData("2025年")]
    [InlineData("2025年3月至")]
    [InlineData("2025年3月至年底")]
    public void Period_WhenItIsNone_ThenTheFlawIsTold(string text)
    {
        CellReading.TryPeriod(Text(text), out _, out _, out var flaw).ShouldBeFalse();

        flaw!.Code.ShouldBe("PERIOD_UNREADABLE");
    }

    private static TableCell Text(string text) => new(text, CellKind.Text);
}
