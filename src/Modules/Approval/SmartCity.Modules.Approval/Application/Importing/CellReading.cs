using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Tables;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Importing;

/// <summary>What is wrong with a cell.</summary>
internal sealed record Flaw(string Code, LocalizedText Message);

/// <summary>The unit that a header states for the amounts below it.</summary>
/// <param name="Word">元 or 万元.</param>
internal sealed record AmountUnit(string Word, int FenInOne)
{
    public static AmountUnit Yuan { get; } = new("元", 100);

    public static AmountUnit TenThousandYuan { get; } = new("万元", 1_000_000);

    public static AmountUnit? Of(string word) =>
        word == Yuan.Word ? Yuan
        : word == TenThousandYuan.Word ? TenThousandYuan
        : null;
}

/// <summary>Reads amounts and dates from cells; what is not certain is a flaw, and never a guess.</summary>
internal static partial class CellReading
{
    private const int LongestAmount = 40;
    private const int FirstSerial = 36_526;
    private const int LastSerial = 73_415;

    /// <summary>An amount exact to the fen; full-width digits and separators between thousands are understood.</summary>
    public static bool TryAmount(TableCell cell, AmountUnit unit, out Money amount, [NotNullWhen(false)] out Flaw? flaw)
    {
        amount = default;
        var text = ListText.Condensed(cell.Text);
        var match = AmountForm().Match(text.Length <= LongestAmount ? text : "");
        if (
            cell.Kind == CellKind.Date
            || !match.Success
            || !decimal.TryParse(
                match.Groups["number"].Value,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            flaw = new(
                "AMOUNT_UNREADABLE",
                new(
                    "不是金额，请只填数字，如 350 或 1,234.56。",
                    "This is no amount; write digits, as 350 or 1,234.56."
                )
            );
            return false;
        }

        if (match.Groups["unit"] is { Success: true, Value: var stated } && stated != unit.Word)
        {
            flaw = new(
                "AMOUNT_UNIT_CONTRADICTS",
                new(
                    $"单元格写的是“{stated}”，表头写的是“{unit.Word}”，请统一。",
                    $"The cell says {stated}, its header {unit.Word}."
                )
            );
            return false;
        }

        return TryExact(match.Groups["sign"].Length > 0, number, unit, out amount, out flaw);
    }

    /// <summary>A date; where only a month is told, its first day, or its last for the end of a period.</summary>
    /// <param name="mayHaveLostZero">The cell may have been a number, in which October and January of a year look alike.</param>
    public static bool TryDate(
        TableCell cell,
        bool asEnd,
        bool mayHaveLostZero,
        out DateOnly date,
        [NotNullWhen(false)] out Flaw? flaw
    )
    {
        var text = ListText.Condensed(cell.Text);
        if (mayHaveLostZero && LostZero().IsMatch(text))
        {
            (date, flaw) = (
                default,
                new(
                    "DATE_AMBIGUOUS",
                    new(
                        $"“{text}”可能是 1 月，也可能是丢了末尾 0 的 10 月，请写成 {text[..4]}-01 或 {text[..4]}-10。",
                        $"{text} may be January, or October without its zero; write {text[..4]}-01 or {text[..4]}-10."
                    )
                )
            );
            return false;
        }

        if (DateOf(text, asEnd) is { } read)
        {
            (date, flaw) = (read, null);
            return true;
        }

        (date, flaw) = (
            default,
            new(
                "DATE_UNREADABLE",
                new(
                    "不是日期，请写成 2025年3月、2025-03 或 2025-03-01。",
                    "This is no date; write it as 2025-03 or 2025-03-01."
                )
            )
        );
        return false;
    }

    /// <summary>A period such as 2025年3月至2026年6月; the year of its end may be left out where it is the same.</summary>
    public static bool TryPeriod(
        TableCell cell,
        out DateOnly start,
        out DateOnly finish,
        [NotNullWhen(false)] out Flaw? flaw
    )
    {
        var text = ListText.Condensed(cell.Text);
        flaw = null;
        for (var at = 1; at < text.Length - 1; at++)
        {
            var length = PeriodSign().Match(text, at) is { Success: true } sign && sign.Index == at ? sign.Length : 0;
            if (length == 0 || DateOf(text[..at], asEnd: false) is not { } from)
            {
                continue;
            }

            var rest = text[(at + length)..];
            if ((DateOf(rest, asEnd: true) ?? DateOf($"{from.Year}年{rest}", asEnd: true)) is { } until)
            {
                (start, finish) = (from, until);
                return true;
            }
        }

        (start, finish) = (default, default);
        flaw = new(
            "PERIOD_UNREADABLE",
            new(
                "看不出起止时间，请写成 2025年3月至2026年6月。",
                "No period can be read from it; write it as 2025-03 to 2026-06, in Chinese 2025年3月至2026年6月."
            )
        );
        return false;
    }

    private static bool TryExact(
        bool isNegative,
        decimal number,
        AmountUnit unit,
        out Money amount,
        [NotNullWhen(false)] out Flaw? flaw
    )
    {
        amount = default;
        if (isNegative)
        {
            flaw = new("AMOUNT_NEGATIVE", new("金额不得为负数。", "An amount is not negative."));
            return false;
        }

        var largest = (decimal)InputLimits.LargestAmount.Fen;
        if (number > largest / unit.FenInOne)
        {
            flaw = new(
                "AMOUNT_TOO_LARGE",
                new(
                    $"金额超过 {InputLimits.LargestAmount} 元。",
                    $"The amount is above {InputLimits.LargestAmount} yuan."
                )
            );
            return false;
        }

        var fen = number * unit.FenInOne;
        if (fen != decimal.Truncate(fen))
        {
            flaw = new(
                "AMOUNT_FINER_THAN_FEN",
                new("金额精确到分以下，请取整到分。", "The amount is finer than a fen; round it to the fen.")
            );
            return false;
        }

        (amount, flaw) = (Money.FromFen((long)fen), null);
        return true;
    }

    private static DateOnly? DateOf(string text, bool asEnd)
    {
        if (
            text.Length == 5
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            && serial is >= FirstSerial and <= LastSerial
        )
        {
            return DateOnly.FromDateTime(DateTime.FromOADate(serial));
        }

        var match = DateForm().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (year, month) = (Digits(match.Groups["year"]), Digits(match.Groups["month"]));
        if (month is < 1 or > 12)
        {
            return null;
        }

        var last = DateTime.DaysInMonth(year, month);
        var day =
            match.Groups["day"].Success ? Digits(match.Groups["day"])
            : asEnd ? last
            : 1;
        return day >= 1 && day <= last ? new DateOnly(year, month, day) : null;
    }

    private static int Digits(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^[¥￥]?(?<sign>-?)(?<number>(\d{1,3}(,\d{3})+|\d+)(\.\d+)?)(?<unit>万元|元|万|亿元|亿)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex AmountForm();

    // 2025年3月1日, 2025-3-1, 2025/3/1, 2025.3.1, 20250301; and each of them without its day.
    [GeneratedRegex(
        @"^(?<year>(19|20)\d\d)(年(?<month>\d{1,2})月((?<day>\d{1,2})日?)?|(?<sign>[-/.])(?<month>\d{1,2})(\k<sign>(?<day>\d{1,2}))?|(?<month>\d\d)(?<day>\d\d)?)(00:00:00|0:00:00|0:00)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^(19|20)\d\d\.1$", RegexOptions.CultureInvariant)]
    private static partial Regex LostZero();

    [GeneratedRegex("至|到|~|—+|–|--|-", RegexOptions.CultureInvariant)]
    private static partial Regex PeriodSign();
}

/// <summary>The largest amount that one field of a sheet takes.</summary>
internal static class InputLimits
{
    public static Money LargestAmount { get; } = Money.FromYuan(100_000_000_000);
}
