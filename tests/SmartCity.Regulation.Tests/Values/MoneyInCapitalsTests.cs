using CsCheck;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Tests.Values;

public sealed class MoneyInCapitalsTests
{
    // The first eight are the examples of the central bank's own rules.
    [Theory]
    [InlineData("1409.50", "壹仟肆佰零玖元伍角")]
    [InlineData("6007.14", "陆仟零柒元壹角肆分")]
    [InlineData("1680.32", "壹仟陆佰捌拾元零叁角贰分")]
    [InlineData("107000.53", "壹拾万柒仟元零伍角叁分")]
    [InlineData("16409.02", "壹万陆仟肆佰零玖元零贰分")]
    [InlineData("325.04", "叁佰贰拾伍元零肆分")]
    [InlineData("10.00", "壹拾元整")]
    [InlineData("100.00", "壹佰元整")]
    [InlineData("0.00", "零元整")]
    [InlineData("0.01", "壹分")]
    [InlineData("0.10", "壹角")]
    [InlineData("0.15", "壹角伍分")]
    [InlineData("1.05", "壹元零伍分")]
    [InlineData("999999.99", "玖拾玖万玖仟玖佰玖拾玖元玖角玖分")]
    [InlineData("1000000.00", "壹佰万元整")]
    [InlineData("1000000.01", "壹佰万元零壹分")]
    [InlineData("100000.00", "壹拾万元整")]
    [InlineData("10001.00", "壹万零壹元整")]
    [InlineData("10010.00", "壹万零壹拾元整")]
    [InlineData("200500.00", "贰拾万零伍佰元整")]
    [InlineData("1001000.00", "壹佰万壹仟元整")]
    [InlineData("100000000.00", "壹亿元整")]
    [InlineData("100000001.00", "壹亿零壹元整")]
    [InlineData("100010000.00", "壹亿零壹万元整")]
    [InlineData("1000001000.00", "壹拾亿零壹仟元整")]
    [InlineData("5010203040.50", "伍拾亿壹仟零贰拾万叁仟零肆拾元零伍角")]
    [InlineData("100000000000.00", "壹仟亿元整")]
    public void InCapitals_WhenWritten_ThenAsOnAPaymentDocument(string amount, string capitals)
    {
        Money.TryParse(amount, out var money).ShouldBeTrue();

        money.InCapitals().ShouldBe("人民币" + capitals);
    }

    [Fact]
    public void InCapitals_WhenBeyondAThousandBillion_ThenStillRead() =>
        Money.FromYuan(1_000_000_000_001).InCapitals().ShouldBe("人民币壹万亿零壹元整");

    [Fact]
    public void InCapitals_WhenNegative_ThenRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Money.FromFen(-1).InCapitals());

    [Fact]
    public void InCapitals_WhenReadBack_ThenTheSameAmount() =>
        Gen.Long[0, 100_000_000_000_00].Sample(fen => FenOf(Money.FromFen(fen).InCapitals()) == fen);

    [Fact]
    public void InCapitals_WhenAnyAmount_ThenNoZeroIsSaidTwiceAndWholeStandsBehindYuanAlone() =>
        Gen.Long[0, 100_000_000_000_00]
            .Select(Money.FromFen)
            .Sample(money =>
                money.InCapitals() is var text
                && !text.Contains("零零", StringComparison.Ordinal)
                && text.EndsWith('整') == (money.Fen % 100 == 0)
            );

    // Reads the characters as a teller does: every digit with its place, groups multiplied as they end.
    private static long FenOf(string capitals)
    {
        const string Digits = "零壹贰叁肆伍陆柒捌玖";
        long yuan = 0;
        long group = 0;
        long fen = 0;
        long digit = 0;
        foreach (var character in capitals["人民币".Length..])
        {
            switch (character)
            {
                case '拾' or '佰' or '仟':
                    group +=
                        digit
                        * (
                            character == '拾' ? 10
                            : character == '佰' ? 100
                            : 1000
                        );
                    digit = 0;
                    break;
                case '万' or '元':
                    yuan += (group + digit) * (character == '万' ? 10_000 : 1);
                    (group, digit) = (0, 0);
                    break;
                case '亿':
                    yuan = (yuan + group + digit) * 100_000_000;
                    (group, digit) = (0, 0);
                    break;
                case '角' or '分':
                    fen += digit * (character == '角' ? 10 : 1);
                    digit = 0;
                    break;
                case '整':
                    break;
                default:
                    digit = Digits.IndexOf(character, StringComparison.Ordinal);
                    break;
            }
        }

        return (yuan * 100) + fen;
    }
}
