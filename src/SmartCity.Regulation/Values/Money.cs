using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Exports;

namespace SmartCity.Regulation.Values;

/// <summary>An amount in yuan, exact to the fen. In the API it is a string such as <c>"1000000.00"</c>.</summary>
[JsonConverter(typeof(MoneyJsonConverter))]
[WrittenAsText(@"^-?(0|[1-9][0-9]{0,16})\.[0-9]{2}$", "1000000.00")]
public readonly record struct Money : IComparable<Money>, IWrittenAsNumber
{
    private const long FenPerYuan = 100;

    /// <summary>One hundred billion yuan: what one amount that is sent may be, far above any project.</summary>
    private const long LargestReadFen = 100_000_000_000L * FenPerYuan;

    /// <summary>
    /// Ten quadrillion yuan: the largest amounts that can be sent for a hundred thousand projects still add up within it,
    /// and two of it within 64 bits.
    /// </summary>
    private const long LargestFen = 10_000_000_000_000_000L * FenPerYuan;

    private Money(long fen) => Fen = fen;

    /// <summary>The amount in fen.</summary>
    public long Fen { get; private init; }

    public static Money Zero => default;

    public bool IsPositive => Fen > 0;

    decimal IWrittenAsNumber.Number => Fen / (decimal)FenPerYuan;

    LocalizedText IWrittenAsNumber.Unit => new("元", "yuan");

    /// <exception cref="ArgumentOutOfRangeException">Beyond plus or minus ten quadrillion yuan.</exception>
    public static Money FromFen(long fen)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fen, LargestFen);
        ArgumentOutOfRangeException.ThrowIfLessThan(fen, -LargestFen);
        return new(fen);
    }

    /// <summary>A whole number of yuan.</summary>
    public static Money FromYuan(long yuan) => FromFen(checked(yuan * FenPerYuan));

    /// <summary>
    /// Reads the API's form, up to one hundred billion yuan: digits, a point and exactly two digits; no sign but minus, no separators, no leading
    /// zeroes, so that every amount has one spelling.
    /// </summary>
    public static bool TryParse(string? text, out Money money)
    {
        money = default;
        if (text is null || text.Length is < 4 or > 20)
        {
            return false;
        }

        var digits = text.AsSpan(text[0] == '-' ? 1 : 0);
        var point = digits.Length - 3;
        if (point < 1 || digits[point] != '.' || (digits[0] == '0' && point > 1))
        {
            return false;
        }

        if (
            !long.TryParse(digits[..point], NumberStyles.None, CultureInfo.InvariantCulture, out var yuan)
            || !long.TryParse(digits[(point + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var fen)
            || yuan > LargestReadFen / FenPerYuan
        )
        {
            return false;
        }

        var total = (yuan * FenPerYuan) + fen;
        if (total > LargestReadFen || (total == 0 && text[0] == '-'))
        {
            return false;
        }

        money = new(text[0] == '-' ? -total : total);
        return true;
    }

    public static Money operator +(Money left, Money right) => FromFen(checked(left.Fen + right.Fen));

    public static Money operator -(Money left, Money right) => FromFen(checked(left.Fen - right.Fen));

    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;

    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;

    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;

    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;

    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    public override string ToString()
    {
        var magnitude = Math.Abs(Fen);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(Fen < 0 ? "-" : "")}{magnitude / FenPerYuan}.{magnitude % FenPerYuan:00}"
        );
    }

    private sealed class MoneyJsonConverter : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var money)
                ? money
                : throw new JsonException("An amount is a string in yuan with two decimals, such as \"1000000.00\".");

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

public static class MoneyExtensions
{
    public static Money Sum(this IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, one) => sum + one);
}
