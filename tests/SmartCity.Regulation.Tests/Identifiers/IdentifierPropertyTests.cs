using CsCheck;
using SmartCity.Regulation.Identifiers;

namespace SmartCity.Regulation.Tests.Identifiers;

/// <summary>What the checks of the standards promise: what was given out is taken, a slip of the pen is not.</summary>
public sealed class IdentifierPropertyTests
{
    public static TheoryData<IdentifierKind> Checked =>
        [
            IdentifierKind.ResidentId,
            IdentifierKind.OrganisationCode,
            IdentifierKind.CreditCode,
            IdentifierKind.BusinessLicence,
        ];

    [Theory, MemberData(nameof(Checked))]
    public void Of_WhenTheNumberIsAsItsIssuerMakesIt_ThenValid(IdentifierKind kind) =>
        NumbersOf(kind).Sample(number => Judge.Of(kind, number).ShouldBe(IdentifierStanding.Valid, number));

    [Theory, MemberData(nameof(Checked))]
    public void Of_WhenAnyOneDigitIsAnother_ThenNotValid(IdentifierKind kind) =>
        Gen.Select(NumbersOf(kind), Gen.Int[0, 17], Gen.Int[1, 9])
            .Where((number, place, _) => char.IsAsciiDigit(number[place % number.Length]))
            .Sample(
                (number, place, step) =>
                {
                    var slip = number.ToCharArray();
                    var at = place % slip.Length;
                    slip[at] = (char)('0' + ((slip[at] - '0' + step) % 10));
                    Judge.Of(kind, new(slip)).ShouldNotBe(IdentifierStanding.Valid, $"{number} as {new string(slip)}");
                }
            );

    // Every exchange of two neighbours that leaves the check unfit by the standard's own sum. For residents and credit codes
    // that is each one; MOD 11,10 and the letters of organisation codes let a few pass.
    [Theory, MemberData(nameof(Checked))]
    public void Of_WhenNeighboursAreExchangedAndTheCheckCanTell_ThenNotValid(IdentifierKind kind) =>
        Gen.Select(NumbersOf(kind), Gen.Int[0, 15])
            .Where((number, place) => Exchanged(number, place) is var slip && slip != number && IsCaught(kind, slip))
            .Sample(
                (number, place) =>
                    Judge
                        .Of(kind, Exchanged(number, place))
                        .ShouldNotBe(IdentifierStanding.Valid, $"{number} as {Exchanged(number, place)}")
            );

    [Theory]
    [InlineData(IdentifierKind.ResidentId)]
    [InlineData(IdentifierKind.CreditCode)]
    public void Of_WhenAnyNeighboursAreExchanged_ThenTheCheckCanAlwaysTell(IdentifierKind kind) =>
        Gen.Select(NumbersOf(kind), Gen.Int[0, 15])
            .Where((number, place) => Exchanged(number, place) != number)
            .Sample((number, place) => IsCaught(kind, Exchanged(number, place)));

    private static Gen<string> NumbersOf(IdentifierKind kind) =>
        kind switch
        {
            IdentifierKind.ResidentId => NumberGenerators.ResidentIds,
            IdentifierKind.OrganisationCode => NumberGenerators.OrganisationCodes,
            IdentifierKind.CreditCode => NumberGenerators.CreditCodes,
            _ => NumberGenerators.Licences,
        };

    private static bool IsCaught(IdentifierKind kind, string slip) =>
        (
            kind switch
            {
                IdentifierKind.ResidentId => Standard.OfResident(slip[..^1]),
                IdentifierKind.OrganisationCode => Standard.OfOrganisation(slip[..^1]),
                IdentifierKind.CreditCode => Standard.OfCreditCode(slip[..^1]),
                _ => Standard.OfLicence(slip[..^1]),
            }
        ) != slip[^1];

    // The check character itself stays where it is.
    private static string Exchanged(string number, int place)
    {
        var slip = number.ToCharArray();
        var at = place % (slip.Length - 2);
        (slip[at], slip[at + 1]) = (slip[at + 1], slip[at]);
        return new(slip);
    }
}
