namespace SmartCity.Regulation.Identifiers;

/// <summary>
/// The eighteen-character numbers that carry a birth date and the check of GB 11643: the resident's, and those of residence
/// permits and permanent resident cards, which are built alike.
/// </summary>
internal static class ResidentId
{
    private const int Length = 18;
    private const int FirstGenerationLength = 15;

    // Numbers were first given in the 1980s, also to people born a century before; the standard's own example is of 1880.
    private static readonly DateOnly EarliestBirth = new(1860, 1, 1);

    private static ReadOnlySpan<byte> NoSequence => "000"u8;

    public static Finding FindingsOf(ReadOnlySpan<byte> id, DateOnly today)
    {
        if (id.Length == FirstGenerationLength && CheckCharacters.AreDigits(id))
        {
            return Finding.FirstGeneration;
        }

        var findings = FormOf(id, today);
        if (!IsWhole(findings))
        {
            return findings;
        }

        if (id[0] == '9' || IsResidencePermit(id))
        {
            return findings | Finding.OtherKind;
        }

        // Whatever its vintage and the year of birth: the code is the one of the day on which the number was given.
        var region = CheckCharacters.Number(id[..6]);
        findings |=
            Divisions.EverExisted(region) && !Divisions.IsProvince(region) ? Finding.None : Finding.RegionUnknown;
        return id[14..17].SequenceEqual(NoSequence) ? findings | Finding.SequenceUnusual : findings;
    }

    /// <summary>港澳台居民居住证</summary>
    public static Finding FindingsOfResidencePermit(ReadOnlySpan<byte> id, DateOnly today)
    {
        var findings = FormOf(id, today);
        return IsWhole(findings) && !IsResidencePermit(id) ? findings | Finding.FormUnknown : findings;
    }

    /// <summary>外国人永久居留身份证: eighteen digits since 2023, three letters and twelve digits before.</summary>
    public static Finding FindingsOfPermanentResident(ReadOnlySpan<byte> id, DateOnly today)
    {
        if (id.Length == FirstGenerationLength)
        {
            return
                CheckCharacters.IsCapital(id[0])
                && CheckCharacters.IsCapital(id[1])
                && CheckCharacters.IsCapital(id[2])
                && CheckCharacters.AreDigits(id[3..])
                ? Finding.None
                : Finding.FormUnknown;
        }

        var findings = FormOf(id, today);
        if (!IsWhole(findings))
        {
            return findings;
        }

        return id[0] == '9' && Divisions.ProvinceExists(CheckCharacters.Number(id[1..3]))
            ? findings
            : findings | Finding.FormUnknown;
    }

    private static bool IsResidencePermit(ReadOnlySpan<byte> id) =>
        id[0] == '8' && id[1] is >= (byte)'1' and <= (byte)'3' && id[2..6].SequenceEqual("0000"u8);

    private static bool IsWhole(Finding findings) =>
        (findings & (Finding.WrongLength | Finding.WrongCharacter)) == Finding.None;

    private static Finding FormOf(ReadOnlySpan<byte> id, DateOnly today)
    {
        if (id.Length != Length)
        {
            return Finding.WrongLength;
        }

        // Written small it means the same Roman ten.
        var check = id[17] == 'x' ? (byte)'X' : id[17];
        if (!CheckCharacters.AreDigits(id[..17]) || (!CheckCharacters.IsDigit(check) && check != 'X'))
        {
            return Finding.WrongCharacter;
        }

        return (CheckCharacters.OfResident(id) == check ? Finding.None : Finding.CheckCharacterWrong)
            | FindingsOfBirth(id.Slice(6, 8), today);
    }

    private static Finding FindingsOfBirth(ReadOnlySpan<byte> birth, DateOnly today)
    {
        var (year, month, day) = (
            CheckCharacters.Number(birth[..4]),
            CheckCharacters.Number(birth[4..6]),
            CheckCharacters.Number(birth[6..])
        );
        if (year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return Finding.BirthDateInvalid;
        }

        var date = new DateOnly(year, month, day);
        return date < EarliestBirth || date > today ? Finding.BirthDateImplausible : Finding.None;
    }
}
