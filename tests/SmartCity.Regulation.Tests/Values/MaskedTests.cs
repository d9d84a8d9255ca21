using System.Text.Json;
using CsCheck;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Regulation.Identifiers;
using SmartCity.Regulation.Values;

namespace SmartCity.Regulation.Tests.Values;

public sealed class MaskedTests
{
    [Theory]
    [InlineData(IdentifierKind.ResidentId, "61040219900101123X", "610***********123X")]
    [InlineData(IdentifierKind.ResidencePermitOfHongKongMacauTaiwan, "810000199001010016", "810***********0016")]
    [InlineData(IdentifierKind.ForeignPermanentResident, "932682198501010017", "932***********0017")]
    [InlineData(IdentifierKind.Passport, "E12345678", "E*****678")]
    [InlineData(IdentifierKind.HongKongMacauPermit, "C12345678", "C*****678")]
    [InlineData(IdentifierKind.MainlandPermitOfHongKongMacauResidents, "H12345678", "H*****678")]
    [InlineData(IdentifierKind.MainlandPermitOfTaiwanResidents, "12345678", "1****678")]
    [InlineData(IdentifierKind.MilitaryIdentity, "1234567", "1***567")]
    [InlineData(IdentifierKind.CreditCode, "91350100M000100Y43", "9135**********0Y43")]
    [InlineData(IdentifierKind.OrganisationCode, "D2143569X", "D21***69X")]
    [InlineData(IdentifierKind.BusinessLicence, "110108000000016", "1101*******0016")]
    [InlineData(IdentifierKind.CityComponent, "6104020103000001", "6104020103000001")]
    [InlineData(IdentifierKind.CountyCode, "610402", "610402")]
    [InlineData(IdentifierKind.Coordinates, "108.7091,34.3296,CGCS2000", "108.7091,34.3296,CGCS2000")]
    [InlineData(IdentifierKind.CountyCode, null, "")]
    [InlineData(IdentifierKind.ResidentId, "1234", "1**4")]
    [InlineData(IdentifierKind.ResidentId, "12", "**")]
    [InlineData(IdentifierKind.ResidentId, null, "")]
    public void Of_WhenShown_ThenItsEndsAlone(IdentifierKind kind, string? value, string shown) =>
        Masked.Of(kind, value).Text.ShouldBe(shown);

    [Theory]
    [InlineData("6100000000000000001", "6100***********0001")]
    [InlineData("1234", "****")]
    [InlineData("123456", "12**56")]
    public void BankAccount_WhenShown_ThenItsEndsAlone(string number, string shown) =>
        Masked.BankAccount(number).Text.ShouldBe(shown);

    [Theory]
    [InlineData("13800001234", "138****1234")]
    [InlineData("029-33330000", "029*****0000")]
    public void Telephone_WhenShown_ThenItsEndsAlone(string number, string shown) =>
        Masked.Telephone(number).Text.ShouldBe(shown);

    [Fact]
    public void Of_WhenPersonal_ThenAtLeastAThirdIsHiddenWhateverItIs() =>
        Gen.Select(
                Gen.OneOf(
                    IdentifierKind.ResidentId,
                    IdentifierKind.Passport,
                    IdentifierKind.MilitaryIdentity,
                    IdentifierKind.ForeignPermanentResident
                ),
                Gen.String[Gen.Char.AlphaNumeric, 0, 30]
            )
            .Sample(
                (kind, value) =>
                    Masked.Of(kind, value).Text is var shown
                    && shown.Length == value.Length
                    && shown.Count(one => one == '*') * 3 >= value.Length
            );

    [Fact]
    public void Of_WhenEveryKindIsTaken_ThenEachHasItsRule() =>
        Enum.GetValues<IdentifierKind>().ShouldAllBe(kind => Masked.Of(kind, "6104020103").Text.Length == 10);

    [Fact]
    public void Of_WhenTheKindIsNone_ThenIsABug() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Masked.Of((IdentifierKind)(-1), "610402"));

    [Fact]
    public void Masked_WhenNothingWasMasked_ThenIsEmpty() => default(Masked).Text.ShouldBe("");

    [Fact]
    public void Masked_WhenItIsSent_ThenRefused() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Masked>("\"610***\"", Json.Options));

    [Fact]
    public void Masked_WhenWrittenInAnyWay_ThenTheWholeIsNotInIt()
    {
        var masked = Masked.Of(IdentifierKind.ResidentId, "61040219900101123X");

        $"{masked} {JsonSerializer.Serialize(masked, Json.Options)}".ShouldBe(
            "610***********123X \"610***********123X\""
        );
    }
}
