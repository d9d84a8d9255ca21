using System.Text;

namespace SmartCity.Regulation.Identifiers;

/// <summary>
/// The unified social credit code (GB 32100-2015): registrar, category, division, organisation code with its own check, and a
/// check character over all. Codes of early pilots break the last, so that one alone is settled by evidence.
/// </summary>
public static class CreditCode
{
    public const int Length = 18;

    // The national registrar itself, which is no division.
    private const int National = 100_000;

    /// <summary>Registrars and their categories, from the standard and its first amendment; others may follow.</summary>
    private static readonly (char Registrar, string Categories)[] Registrars =
    [
        ('1', "1239"),
        ('2', "19"),
        ('3', "123459"),
        ('4', "19"),
        ('5', "1239"),
        ('6', "129"),
        ('7', "129"),
        ('8', "19"),
        ('9', "1239"),
        ('A', "19"),
        ('N', "1239"),
        ('Y', "1"),
    ];

    public static IdentifierVerdict Check(string text) => IdentifierCheck.OfText(text, FindingsOf);

    /// <summary>The last character that the first seventeen ask for.</summary>
    /// <exception cref="ArgumentException">They are not seventeen characters of the alphabet.</exception>
    public static char CheckCharacter(string first17)
    {
        var characters = Encoding.ASCII.GetBytes(first17);
        if (characters.Length != Length - 1 || Array.Exists(characters, one => !CheckCharacters.IsOfCreditCode(one)))
        {
            throw new ArgumentException(
                "A check character is made of seventeen characters of the code's alphabet.",
                nameof(first17)
            );
        }

        return (char)CheckCharacters.OfCreditCode(characters);
    }

    internal static Finding FindingsOf(ReadOnlySpan<byte> code)
    {
        if (code.Length != Length)
        {
            return Finding.WrongLength;
        }

        foreach (var character in code)
        {
            if (!CheckCharacters.IsOfCreditCode(character))
            {
                return Finding.WrongCharacter;
            }
        }

        if (!CheckCharacters.AreDigits(code.Slice(2, 6)))
        {
            return Finding.WrongCharacter;
        }

        var findings = OrganisationCode.FindingsOf(code.Slice(8, 9));
        findings =
            (findings & ~Finding.CheckCharacterWrong)
            | ((findings & Finding.CheckCharacterWrong) == Finding.None ? Finding.None : Finding.OrganisationPartWrong);
        if (!IsKnownRegistrar(code[0], code[1]))
        {
            findings |= Finding.RegistrarUnknown;
        }

        if (
            CheckCharacters.Number(code.Slice(2, 6)) is var region
            && region != National
            && !Divisions.EverExisted(region)
        )
        {
            findings |= Finding.RegionNotListed;
        }

        return CheckCharacters.OfCreditCode(code) == code[17] ? findings : findings | Finding.CreditCodeCheckUnusual;
    }

    private static bool IsKnownRegistrar(byte registrar, byte category)
    {
        foreach (var (known, categories) in Registrars)
        {
            if (known == registrar)
            {
                return categories.Contains((char)category, StringComparison.Ordinal);
            }
        }

        return false;
    }
}
