namespace SmartCity.Regulation.Identifiers;

/// <summary>The registration number on a business licence before the credit code took its place (GS 15-2006).</summary>
internal static class BusinessLicence
{
    private const int Length = 15;
    private const int LengthBefore2007 = 13;

    // The registrar of the whole country, which is no division.
    private const int National = 100_000;

    public static Finding FindingsOf(ReadOnlySpan<byte> number)
    {
        if (number.Length == LengthBefore2007 && CheckCharacters.AreDigits(number))
        {
            return Finding.LegacyLicence;
        }

        if (number.Length != Length)
        {
            return Finding.WrongLength;
        }

        if (!CheckCharacters.AreDigits(number))
        {
            return Finding.WrongCharacter;
        }

        var findings =
            CheckCharacters.OfLicence(number[..14]) == number[14] ? Finding.None : Finding.CheckCharacterWrong;
        return CheckCharacters.Number(number[..6]) is var region && region != National && !Divisions.EverExisted(region)
            ? findings | Finding.RegionNotListed
            : findings;
    }
}
