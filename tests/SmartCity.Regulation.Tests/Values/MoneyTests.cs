using System.Text.Json;
using CsCheck;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Tests.Values;

public sealed class MoneyTests
{
    private const long LargestFen = 10_000_000_000_000;
    private const long LargestSumFen = 1_000_000_000_000_000_000;

    private static readonly Gen<long> AnyFen = Gen.Long[-LargestFen, LargestFen];

    // Small enough that no sum of a hundred leaves the bounds.
    private static readonly Gen<long> SmallFen = Gen.Long[-LargestFen / 100, LargestFen / 100];

    [Theory]
    [InlineData(-1, true, true, false, false)]
    [InlineData(0, false, true, false, true)]
    [InlineData(1, false, false, true, true)]
    public void Compare_WhenAFenApartOrNot_ThenOrderedSo(int fen, bool less, bool atMost, bool more, bool atLeast)
    {
        var boundary = Money.FromFen(100_000_000);
        var amount = Money.FromFen(100_000_000 + fen);

        (amount < boundary).ShouldBe(less);
        (amount <= boundary).ShouldBe(atMost);
        (amount > boundary).ShouldBe(more);
        (amount >= boundary).ShouldBe(atLeast);
    }

    [Theory]
    [InlineData("0.00", 0)]
    [InlineData("0.01", 1)]
    [InlineData("1.00", 100)]
    [InlineData("-1.05", -105)]
    [InlineData("1000000.00", 100_000_000)]
    [InlineData("100000000000.00", LargestFen)]
    [InlineData("-100000000000.00", -LargestFen)]
    public void TryParse_WhenWellFormed_ThenTheAmount(string text, long fen)
    {
        Money.TryParse(text, out var money).ShouldBeTrue();

        money.Fen.ShouldBe(fen);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("1.000")]
    [InlineData(".00")]
    [InlineData("-.00")]
    [InlineData("01.00")]
    [InlineData("-01.00")]
    [InlineData("+1.00")]
    [InlineData("--1.00")]
    [InlineData("1,000.00")]
    [InlineData("1 000.00")]
    [InlineData(" 1.00")]
    [InlineData("1.00 ")]
    [InlineData("1,00")]
    [InlineData("1.-1")]
    [InlineData("1. 1")]
    [InlineData("1e2.00")]
    [InlineData("¥1.00")]
    [InlineData("一.00")]
    [InlineData("１.00")]
    [InlineData("100000000000.01")]
    [InlineData("-100000000000.01")]
    [InlineData("99999999999999999.00")]
    [InlineData("-0.00")]
    public void TryParse_WhenMalformedOrBeyondTheBounds_ThenNone(string? text)
    {
        Money.TryParse(text, out var money).ShouldBeFalse();

        money.ShouldBe(Money.Zero);
    }

    [Fact]
    public void TryParse_WhenWrittenByToString_ThenTheSameAmount() =>
        AnyFen.Sample(fen =>
        {
            var money = Money.FromFen(fen);

            Money.TryParse(money.ToString(), out var read).ShouldBeTrue();
            read.ShouldBe(money);
        });

    [Fact]
    public void Sum_WhenManyAmounts_ThenExactAndInAnyOrder() =>
        SmallFen
            .Array[0, 100]
            .Sample(amounts =>
            {
                var sum = amounts.Select(Money.FromFen).Sum();

                sum.Fen.ShouldBe(amounts.Sum());
                amounts.Reverse().Select(Money.FromFen).Sum().ShouldBe(sum);
            });

    [Fact]
    public void Sum_WhenTwentyThousandProjectsAreOfTheLargestAmount_ThenExact() =>
        Enumerable.Repeat(Money.FromFen(LargestFen), 20_000).Sum().ToString().ShouldBe("2000000000000000.00");

    [Fact]
    public void Minus_WhenAddedBefore_ThenTheFirstAmount() =>
        Gen.Select(SmallFen, SmallFen)
            .Sample(
                (one, other) => (Money.FromFen(one) + Money.FromFen(other) - Money.FromFen(other)).Fen.ShouldBe(one)
            );

    [Fact]
    public void Compare_WhenTwoAmounts_ThenAsTheirFen() =>
        Gen.Select(AnyFen, AnyFen)
            .Sample(
                (one, other) =>
                {
                    var (left, right) = (Money.FromFen(one), Money.FromFen(other));

                    Math.Sign(left.CompareTo(right)).ShouldBe(Math.Sign(one.CompareTo(other)));
                    (left < right, left <= right, left > right, left >= right).ShouldBe(
                        (one < other, one <= other, one > other, one >= other)
                    );
                }
            );

    [Theory]
    [InlineData(LargestSumFen, true)]
    [InlineData(LargestSumFen + 1, false)]
    [InlineData(-LargestSumFen, true)]
    [InlineData(-LargestSumFen - 1, false)]
    [InlineData(long.MaxValue, false)]
    [InlineData(long.MinValue, false)]
    public void FromFen_WhenAtTheBounds_ThenOnlyWhatIsWithin(long fen, bool within)
    {
        if (within)
        {
            Money.FromFen(fen).Fen.ShouldBe(fen);
        }
        else
        {
            Should.Throw<ArgumentOutOfRangeException>(() => Money.FromFen(fen));
        }
    }

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(5, "0.05")]
    [InlineData(-5, "-0.05")]
    [InlineData(-105, "-1.05")]
    [InlineData(100_000_000, "1000000.00")]
    public void ToString_WhenWritten_ThenTwoDecimalsAndNoSeparator(long fen, string text) =>
        Money.FromFen(fen).ToString().ShouldBe(text);

    [Theory]
    [InlineData(12_34, 12.34)]
    [InlineData(-5, -0.05)]
    public void Number_WhenExported_ThenInYuan(long fen, double yuan)
    {
        IWrittenAsNumber written = Money.FromFen(fen);

        written.Number.ShouldBe((decimal)yuan);
        written.Unit.ShouldBe(new LocalizedText("元", "yuan"));
    }

    [Fact]
    public void FromYuan_WhenItOverflows_ThenItThrows() =>
        Should.Throw<OverflowException>(() => Money.FromYuan(long.MaxValue));

    [Fact]
    public void Plus_WhenTheSumIsBeyondTheBounds_ThenItThrows() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Money.FromFen(LargestSumFen) + Money.FromFen(1));

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    public void IsPositive_WhenAboveZero_ThenOnlyThen(long fen, bool positive) =>
        Money.FromFen(fen).IsPositive.ShouldBe(positive);

    [Fact]
    public void Json_WhenWritten_ThenAStringInYuan() =>
        JsonSerializer.Serialize(Money.FromYuan(1_000_000), Json.Options).ShouldBe("\"1000000.00\"");

    [Fact]
    public void Json_WhenReadFromItsString_ThenTheAmount() =>
        JsonSerializer.Deserialize<Money>("\"12.34\"", Json.Options).ShouldBe(Money.FromFen(1234));

    [Theory]
    [InlineData("12.34")]
    [InlineData("12")]
    [InlineData("\"12\"")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Json_WhenAnythingElse_ThenItIsAnError(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Money>(json, Json.Options));
}
