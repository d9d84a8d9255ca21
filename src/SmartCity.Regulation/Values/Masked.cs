using System.Text.Json;
using System.Text.Json.Serialization;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Regulation.Identifiers;

namespace SmartCity.Regulation.Values;

/// <summary>
/// What lists, exports and logs may show of an identifier: its ends, the rest hidden. The whole is not in it, so it cannot
/// leak from where this type stands.
/// </summary>
[JsonConverter(typeof(MaskedJsonConverter))]
[WrittenAsText(@"^[^*]*\**[^*]*$", "610***********123X")]
public readonly record struct Masked : IWrittenAsText
{
    private const char Hidden = '*';

    private readonly string? text;

    private Masked(string? value, int first, int last) => text = Mask(value ?? "", first, last);

    public string Text => text ?? "";

    /// <summary>One rule for each kind: three and four of a person's number, one and three of other documents, four and four of bodies.</summary>
    public static Masked Of(IdentifierKind kind, string? value) =>
        kind switch
        {
            IdentifierKind.ResidentId
            or IdentifierKind.ResidencePermitOfHongKongMacauTaiwan
            or IdentifierKind.ForeignPermanentResident => new(value, 3, 4),
            IdentifierKind.Passport
            or IdentifierKind.HongKongMacauPermit
            or IdentifierKind.MainlandPermitOfHongKongMacauResidents
            or IdentifierKind.MainlandPermitOfTaiwanResidents
            or IdentifierKind.MilitaryIdentity => new(value, 1, 3),
            IdentifierKind.CreditCode or IdentifierKind.OrganisationCode or IdentifierKind.BusinessLicence => new(
                value,
                4,
                4
            ),
            // Of things and places, and public.
            IdentifierKind.CityComponent or IdentifierKind.CountyCode or IdentifierKind.Coordinates => new(
                value,
                value?.Length ?? 0,
                0
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static Masked BankAccount(string? number) => new(number, 4, 4);

    /// <summary>Mobile or fixed, with or without its area code.</summary>
    public static Masked Telephone(string? number) => new(number, 3, 4);

    public override string ToString() => Text;

    // Of a short one the ends are shorter too: a third of it stays hidden at the least.
    private static string Mask(string value, int first, int last)
    {
        if (first >= value.Length)
        {
            return last == 0 ? value : new string(Hidden, value.Length);
        }

        while ((first + last) * 3 > value.Length * 2)
        {
            (first, last) = first > last ? (first - 1, last) : (first, last - 1);
        }

        return string.Concat(
            value.AsSpan(0, first),
            new string(Hidden, value.Length - first - last),
            value.AsSpan(value.Length - last)
        );
    }

    private sealed class MaskedJsonConverter : JsonConverter<Masked>
    {
        public override Masked Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new JsonException("A masked value is shown and never sent.");

        public override void Write(Utf8JsonWriter writer, Masked value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Text);
    }
}
