using System.Globalization;

namespace SmartCity.Regulation.Tests.Identifiers;

/// <summary>
/// The check characters as the standards' own texts reckon them, written down a second time and in another way than the
/// product does, so that the two hold each other.
/// </summary>
internal static class Standard
{
    public const string CreditCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    public const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    public const string Digits = "0123456789";

    /// <summary>GB 11643: the check is the one under which the sum of places, each doubled once more, leaves 1 by 11.</summary>
    public static char OfResident(string first17)
    {
        var sum = first17.Aggregate(0, (all, digit) => ((all + digit - '0') * 2) % 11);
        var check = (12 - sum) % 11;
        return check == 10 ? 'X' : check.ToString(CultureInfo.InvariantCulture)[0];
    }

    /// <summary>GB 32100: the check is the one under which the sum over all eighteen places is a multiple of 31.</summary>
    public static char OfCreditCode(string first17)
    {
        long sum = 0;
        long weight = 1;
        foreach (var character in first17)
        {
            sum += CreditCodeAlphabet.IndexOf(character, StringComparison.Ordinal) * weight;
            weight *= 3;
        }

        return CreditCodeAlphabet.Single(check =>
            (sum + CreditCodeAlphabet.IndexOf(check, StringComparison.Ordinal)) % 31 == 0
        );
    }

    /// <summary>GB 11714: the check is the one under which the sum over all nine places is a multiple of 11.</summary>
    public static char OfOrganisation(string first8)
    {
        int[] weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var sum = first8
            .Zip(
                weights,
                (character, weight) => (Digits + Capitals).IndexOf(character, StringComparison.Ordinal) * weight
            )
            .Sum();
        return (Digits + "X").Single(check => (sum + (check == 'X' ? 10 : check - '0')) % 11 == 0);
    }

    /// <summary>GS 15, ISO 7064 MOD 11,10: the check is the one under which the last sum leaves 1 by 10.</summary>
    public static char OfLicence(string first14)
    {
        var product = 10;
        foreach (var digit in first14)
        {
            var sum = (digit - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }

        return Digits.Single(check => (check - '0' + product) % 10 == 1);
    }
}
