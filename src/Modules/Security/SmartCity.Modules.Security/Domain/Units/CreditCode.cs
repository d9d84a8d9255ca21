namespace SmartCity.Modules.Security.Domain.Units;

/// <summary>The unified social credit code of a legal person (GB 32100-2015): 17 characters and a check character.</summary>
internal static class CreditCode
{
    public const int Length = 18;

    // The letters I, O, S, V and Z are left out so that nobody takes them for digits or each other.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>True for a code of the right form whose check character fits.</summary>
    public static bool IsValid(string text) =>
        text.Length == Length
        && text.All(character => Alphabet.Contains(character, StringComparison.Ordinal))
        && text.AsSpan(2, 6).IndexOfAnyExceptInRange('0', '9') < 0
        && text[^1] == CheckCharacter(text[..^1]);

    /// <summary>The last character that the first seventeen ask for.</summary>
    /// <exception cref="ArgumentException">They are not seventeen characters of the alphabet.</exception>
    public static char CheckCharacter(string first17)
    {
        if (first17.Length != Length - 1)
        {
            throw new ArgumentException("A check character is made of seventeen characters.", nameof(first17));
        }

        var (sum, weight) = (0, 1);
        foreach (var character in first17)
        {
            var value = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0)
            {
                throw new ArgumentException($"'{character}' is not of the code's alphabet.", nameof(first17));
            }

            sum += value * weight;
            weight = weight * 3 % Alphabet.Length;
        }

        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }
}
