namespace SmartCity.Regulation.Identifiers;

/// <summary>How component codes may be laid out here; told apart by their length.</summary>
/// <param name="Of2026">
/// Codes of 17 digits by GB/T 47678.5-2026 are taken beside those of 16 by GB/T 30428.2-2013, which stay valid.
/// </param>
public sealed record CityComponentLayouts(bool Of2026 = false);

/// <summary>The code of a city component: division, major class, minor class, serial number.</summary>
internal static class CityComponentCode
{
    private const int LengthOf2013 = 16;
    private const int LengthOf2026 = 17;
    private const int SerialDigits = 6;

    // Public utilities, traffic, appearance, greenery, buildings and land, others; and what a city adds of its own.
    private static ReadOnlySpan<byte> KnownMajors => [1, 2, 3, 4, 5, 6, 21];

    public static Finding FindingsOf(ReadOnlySpan<byte> code, CityComponentLayouts layouts)
    {
        if (code.Length is not LengthOf2013 and not LengthOf2026)
        {
            return Finding.WrongLength;
        }

        if (!CheckCharacters.AreDigits(code))
        {
            return Finding.WrongCharacter;
        }

        var findings = code.Length == LengthOf2026 && !layouts.Of2026 ? Finding.LayoutNotInUse : Finding.None;
        var region = CheckCharacters.Number(code[..6]);
        if (!Divisions.EverOfTheCity(region))
        {
            findings |= Finding.OutsideCity;
        }

        var minor = CheckCharacters.Number(code[8..^SerialDigits]);
        var serial = CheckCharacters.Number(code[^SerialDigits..]);
        if (minor == 0 || serial == 0)
        {
            findings |= Finding.SerialZero;
        }

        return KnownMajors.Contains((byte)CheckCharacters.Number(code[6..8]))
            ? findings
            : findings | Finding.ComponentClassUnknown;
    }
}
