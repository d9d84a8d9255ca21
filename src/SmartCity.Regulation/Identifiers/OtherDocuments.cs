namespace SmartCity.Regulation.Identifiers;

/// <summary>
/// Statutory documents whose numbers carry no check: how they are formed is all that can be judged (INT-10).
/// </summary>
internal static class OtherDocuments
{
    private static ReadOnlySpan<byte> MilitaryWord => "字第"u8;

    private static ReadOnlySpan<byte> NumberWord => "号"u8;

    /// <summary>Chinese and foreign ones: five to twenty capitals and digits, at least one digit.</summary>
    public static Finding FindingsOfPassport(ReadOnlySpan<byte> number)
    {
        if (number.Length is < 5 or > 20)
        {
            return Finding.WrongLength;
        }

        var digits = 0;
        foreach (var character in number)
        {
            if (CheckCharacters.IsDigit(character))
            {
                digits++;
            }
            else if (!CheckCharacters.IsCapital(character))
            {
                return Finding.WrongCharacter;
            }
        }

        return digits == 0 ? Finding.FormUnknown : Finding.None;
    }

    /// <summary>往来港澳通行证: C or W, then eight digits, the first of which may be a letter.</summary>
    public static Finding FindingsOfHongKongMacauPermit(ReadOnlySpan<byte> number) =>
        number.Length != 9 ? Finding.WrongLength
        : number[0] is (byte)'C' or (byte)'W'
        && (CheckCharacters.IsDigit(number[1]) || CheckCharacters.IsCapital(number[1]))
        && CheckCharacters.AreDigits(number[2..])
            ? Finding.None
        : Finding.FormUnknown;

    /// <summary>港澳居民来往内地通行证: H or M, eight digits, and on older ones two for the number of issues.</summary>
    public static Finding FindingsOfMainlandPermit(ReadOnlySpan<byte> number) =>
        number.Length is not 9 and not 11 ? Finding.WrongLength
        : number[0] is (byte)'H' or (byte)'M' && CheckCharacters.AreDigits(number[1..]) ? Finding.None
        : Finding.FormUnknown;

    /// <summary>台湾居民来往大陆通行证: eight digits; on older ones ten, and a letter that may follow.</summary>
    public static Finding FindingsOfTaiwanPermit(ReadOnlySpan<byte> number) =>
        number.Length switch
        {
            8 or 10 => CheckCharacters.AreDigits(number) ? Finding.None : Finding.WrongCharacter,
            11 => CheckCharacters.AreDigits(number[..10]) && CheckCharacters.IsCapital(number[10])
                ? Finding.None
                : Finding.FormUnknown,
            _ => Finding.WrongLength,
        };

    /// <summary>军官证、士兵证: four to eight digits, with or without words such as 军字第…号 around them.</summary>
    public static Finding FindingsOfMilitary(ReadOnlySpan<byte> number)
    {
        if (number.IndexOf(MilitaryWord) is var word && word >= 0)
        {
            // One to four characters of three bytes each stand before it.
            if (word is < 3 or > 12)
            {
                return Finding.FormUnknown;
            }

            number = number[(word + MilitaryWord.Length)..];
        }

        if (number.EndsWith(NumberWord))
        {
            number = number[..^NumberWord.Length];
        }

        return number.Length is >= 4 and <= 8 && CheckCharacters.AreDigits(number) ? Finding.None : Finding.FormUnknown;
    }
}
