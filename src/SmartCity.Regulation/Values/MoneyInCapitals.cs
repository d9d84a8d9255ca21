using System.Text;

namespace SmartCity.Regulation.Values;

/// <summary>
/// Amounts in the capital characters of payment documents, by 正确填写票据和结算凭证的基本规定 of the central bank: 整 stands
/// behind whole yuan alone, a run of zeroes is said once.
/// </summary>
public static class MoneyInCapitals
{
    private const int FenPerYuan = 100;
    private const int FenPerJiao = 10;
    private const int Group = 10_000;
    private const long HundredMillion = 100_000_000;

    private static readonly string[] Digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
    private static readonly string[] Places = ["仟", "佰", "拾", ""];

    /// <summary>Such as 人民币壹万陆仟肆佰零玖元零贰分.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative: no payment document is.</exception>
    public static string InCapitals(this Money amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount.Fen, nameof(amount));
        var (yuan, fen) = (amount.Fen / FenPerYuan, (int)(amount.Fen % FenPerYuan));
        var text = new StringBuilder("人民币");
        if (yuan > 0 || fen == 0)
        {
            text.Append(yuan == 0 ? Digits[0] : Whole(yuan)).Append('元');
        }

        if (fen == 0)
        {
            return text.Append('整').ToString();
        }

        var (jiao, last) = (fen / FenPerJiao, fen % FenPerJiao);
        // Where yuan end in zero or there are no jiao, the gap is said; without yuan there is none.
        if (yuan > 0 && (jiao == 0 || yuan % 10 == 0))
        {
            text.Append(Digits[0]);
        }

        if (jiao > 0)
        {
            text.Append(Digits[jiao]).Append('角');
        }

        if (last > 0)
        {
            text.Append(Digits[last]).Append('分');
        }

        return text.ToString();
    }

    private static string Whole(long yuan)
    {
        if (yuan >= HundredMillion)
        {
            return Joined(Whole(yuan / HundredMillion) + "亿", yuan % HundredMillion, HundredMillion);
        }

        return yuan >= Group ? Joined(OfGroup((int)(yuan / Group)) + "万", yuan % Group, Group) : OfGroup((int)yuan);
    }

    // What follows begins with a zero where its first place is empty.
    private static string Joined(string before, long rest, long ofPlaces) =>
        rest == 0 ? before : before + (rest < ofPlaces / 10 ? Digits[0] : "") + Whole(rest);

    private static string OfGroup(int number)
    {
        var text = new StringBuilder();
        var isGap = false;
        for (int place = 0, weight = Group / 10; place < Places.Length; place++, weight /= 10)
        {
            var digit = number / weight % 10;
            if (digit == 0)
            {
                isGap = text.Length > 0;
                continue;
            }

            text.Append(isGap ? Digits[0] : "").Append(Digits[digit]).Append(Places[place]);
            isGap = false;
        }

        return text.ToString();
    }
}
