using System.Text;

namespace SmartCity.Regulation.Identifiers;

/// <summary>The organisation code (GB 11714-1997): eight characters and a check, with or without the hyphen between.</summary>
public static class OrganisationCode
{
    private const int Length = 9;

    private static ReadOnlySpan<byte> InternalUse => "PDY"u8;

    public static IdentifierVerdict Check(string text) => IdentifierCheck.OfText(text, FindingsOf);

    /// <summary>The ninth character that the first eight ask for.</summary>
    /// <exception cref="ArgumentException">They are not eight digits and capitals.</exception>
    public static char CheckCharacter(string first8)
    {
        var characters = Encoding.ASCII.GetBytes(first8);
        if (
            characters.Length != Length - 1
            || Array.Exists(characters, one => !CheckCharacters.IsDigit(one) && !CheckCharacters.IsCapital(one))
        )
        {
            throw new ArgumentException("A check character is made of eight digits and capitals.", nameof(first8));
        }

        return (char)CheckCharacters.OfOrganisation(characters);
    }

    internal static Finding FindingsOf(ReadOnlySpan<byte> code)
    {
        if (code.Length != Length + 1 || code[8] != '-')
        {
            return FindingsOfPlain(code);
        }

        Span<byte> plain = stackalloc byte[Length];
        code[..8].CopyTo(plain);
        plain[8] = code[9];
        return FindingsOfPlain(plain);
    }

    private static Finding FindingsOfPlain(ReadOnlySpan<byte> code)
    {
        if (code.Length != Length)
        {
            return Finding.WrongLength;
        }

        foreach (var character in code[..8])
        {
            if (!CheckCharacters.IsDigit(character) && !CheckCharacters.IsCapital(character))
            {
                return Finding.WrongCharacter;
            }
        }

        if (!CheckCharacters.IsDigit(code[8]) && code[8] != 'X')
        {
            return Finding.WrongCharacter;
        }

        var findings = CheckCharacters.OfOrganisation(code) == code[8] ? Finding.None : Finding.CheckCharacterWrong;
        return code.StartsWith(InternalUse) && CheckCharacters.AreDigits(code[3..8])
            ? findings | Finding.InternalCode
            : findings;
    }
}
