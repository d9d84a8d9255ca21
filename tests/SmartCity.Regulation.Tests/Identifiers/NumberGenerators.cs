using CsCheck;

namespace SmartCity.Regulation.Tests.Identifiers;

/// <summary>Numbers of each kind as their issuers would give them.</summary>
internal static class NumberGenerators
{
    private static readonly Gen<string> Counties = Gen.OneOf("610402", "610427", "110105", "440524", "612222");

    private static readonly Gen<string> Births = Gen.Int[
            new DateOnly(1900, 1, 1).DayNumber,
            new DateOnly(2026, 1, 1).DayNumber
        ]
        .Select(day => $"{DateOnly.FromDayNumber(day):yyyyMMdd}");

    public static Gen<string> ResidentIds { get; } =
        Gen.Select(Counties, Births, Gen.Int[1, 999])
            .Select((county, birth, sequence) => $"{county}{birth}{sequence:000}")
            .Select(first17 => first17 + Standard.OfResident(first17));

    public static Gen<string> OrganisationCodes { get; } =
        Gen.String[Gen.Char[Standard.Digits + Standard.Capitals], 8, 8]
            .Where(first8 => !first8.StartsWith("PDY", StringComparison.Ordinal))
            .Select(first8 => first8 + Standard.OfOrganisation(first8));

    public static Gen<string> CreditCodes { get; } =
        Gen.Select(
                Gen.OneOf("11", "12", "51", "91", "93", "A1", "N2", "Y1"),
                Counties,
                Gen.String[Gen.Char[Standard.CreditCodeAlphabet], 8, 8]
            )
            .Where((_, _, body) => !body.StartsWith("PDY", StringComparison.Ordinal))
            .Select((registrar, county, body) => $"{registrar}{county}{body}{Standard.OfOrganisation(body)}")
            .Select(first17 => first17 + Standard.OfCreditCode(first17));

    public static Gen<string> Licences { get; } =
        Gen.Select(Counties, Gen.String[Gen.Char[Standard.Digits], 8, 8])
            .Select((county, sequence) => county + sequence)
            .Select(first14 => first14 + Standard.OfLicence(first14));
}
