namespace SmartCity.Regulation.Identifiers;

/// <summary>The four check characters of the national standards. What is handed in was found to be of the right characters.</summary>
internal static class CheckCharacters
{
    /// <summary>Of credit codes; I, O, S, V and Z are left out so that nobody takes them for digits or each other.</summary>
    public const string CreditCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private const int CreditCodeModulus = 31;

    private static readonly sbyte[] CreditCodeValues = ValuesOf(CreditCodeAlphabet);

    private static ReadOnlySpan<byte> ResidentWeights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private static ReadOnlySpan<byte> ResidentChecks => "10X98765432"u8;

    private static ReadOnlySpan<byte> CreditWeights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private static ReadOnlySpan<byte> OrganisationWeights => [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>ISO 7064 MOD 11-2 over seventeen digits (GB 11643).</summary>
    public static byte OfResident(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var index = 0; index < ResidentWeights.Length; index++)
        {
            sum += (digits[index] - '0') * ResidentWeights[index];
        }

        return ResidentChecks[sum % 11];
    }

    /// <summary>Weights of powers of three, modulus 31, over seventeen characters (GB 32100).</summary>
    public static byte OfCreditCode(ReadOnlySpan<byte> characters)
    {
        var sum = 0;
        for (var index = 0; index < CreditWeights.Length; index++)
        {
            sum += CreditCodeValues[characters[index]] * CreditWeights[index];
        }

        return (byte)CreditCodeAlphabet[(CreditCodeModulus - (sum % CreditCodeModulus)) % CreditCodeModulus];
    }

    /// <summary>Modulus 11 over eight characters, A to Z being 10 to 35 (GB 11714): another alphabet than the credit code's.</summary>
    public static byte OfOrganisation(ReadOnlySpan<byte> characters)
    {
        var sum = 0;
        for (var index = 0; index < OrganisationWeights.Length; index++)
        {
            var character = characters[index];
            sum += (character <= '9' ? character - '0' : character - 'A' + 10) * OrganisationWeights[index];
        }

        return (11 - (sum % 11)) switch
        {
            10 => (byte)'X',
            11 => (byte)'0',
            var digit => (byte)('0' + digit),
        };
    }

    /// <summary>ISO 7064 MOD 11,10 over fourteen digits (GS 15).</summary>
    public static byte OfLicence(ReadOnlySpan<byte> digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (byte)('0' + ((11 - product) % 10));
    }

    public static bool IsOfCreditCode(byte character) =>
        character < CreditCodeValues.Length && CreditCodeValues[character] >= 0;

    public static bool IsDigit(byte character) => character is >= (byte)'0' and <= (byte)'9';

    public static bool IsCapital(byte character) => character is >= (byte)'A' and <= (byte)'Z';

    public static bool AreDigits(ReadOnlySpan<byte> characters) =>
        characters.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    /// <summary>The number that so many digits write.</summary>
    public static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + digit - '0';
        }

        return number;
    }

    private static sbyte[] ValuesOf(string alphabet)
    {
        var values = new sbyte[128];
        Array.Fill(values, (sbyte)-1);
        for (var index = 0; index < alphabet.Length; index++)
        {
            values[alphabet[index]] = (sbyte)index;
        }

        return values;
    }
}
