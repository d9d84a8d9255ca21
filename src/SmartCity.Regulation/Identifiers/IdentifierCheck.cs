using System.Text;

namespace SmartCity.Regulation.Identifiers;

/// <summary>Judges identifiers of every kind by their own characters: span by span, without a text of its own.</summary>
/// <param name="layouts">Which component codes are taken.</param>
public sealed class IdentifierCheck(CityComponentLayouts layouts)
{
    /// <summary>Bytes; the longest of any kind is shorter.</summary>
    internal const int Longest = 64;

    /// <summary>A judgement of one kind.</summary>
    internal delegate Finding Judge(ReadOnlySpan<byte> value);

    /// <param name="today">No birth date lies behind it.</param>
    public IdentifierVerdict Of(IdentifierKind kind, string value, DateOnly today) =>
        OfText(value, characters => FindingsOf(kind, characters, today));

    /// <param name="value">In UTF-8.</param>
    internal Finding FindingsOf(IdentifierKind kind, ReadOnlySpan<byte> value, DateOnly today) =>
        value.IsEmpty
            ? Finding.Empty
            : kind switch
            {
                IdentifierKind.ResidentId => ResidentId.FindingsOf(value, today),
                IdentifierKind.CreditCode => CreditCode.FindingsOf(value),
                IdentifierKind.OrganisationCode => OrganisationCode.FindingsOf(value),
                IdentifierKind.BusinessLicence => BusinessLicence.FindingsOf(value),
                IdentifierKind.Passport => OtherDocuments.FindingsOfPassport(value),
                IdentifierKind.HongKongMacauPermit => OtherDocuments.FindingsOfHongKongMacauPermit(value),
                IdentifierKind.MainlandPermitOfHongKongMacauResidents => OtherDocuments.FindingsOfMainlandPermit(value),
                IdentifierKind.MainlandPermitOfTaiwanResidents => OtherDocuments.FindingsOfTaiwanPermit(value),
                IdentifierKind.ResidencePermitOfHongKongMacauTaiwan => ResidentId.FindingsOfResidencePermit(
                    value,
                    today
                ),
                IdentifierKind.ForeignPermanentResident => ResidentId.FindingsOfPermanentResident(value, today),
                IdentifierKind.MilitaryIdentity => OtherDocuments.FindingsOfMilitary(value),
                IdentifierKind.CityComponent => CityComponentCode.FindingsOf(value, layouts),
                IdentifierKind.CountyCode => Divisions.FindingsOfCounty(value),
                IdentifierKind.Coordinates => Coordinates.FindingsOf(value),
                _ => throw new ArgumentOutOfRangeException(nameof(kind)),
            };

    internal static IdentifierVerdict OfText(string? text, Judge judge)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new(Finding.Empty);
        }

        Span<byte> bytes = stackalloc byte[Longest];
        return Encoding.UTF8.TryGetBytes(text, bytes, out var length)
            ? new(judge(bytes[..length]))
            : new(Finding.WrongLength);
    }
}
