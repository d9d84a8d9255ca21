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
    [InlineData(IdentifierKind.Passport, "E12345678", "E*****678")]
    [InlineData(IdentifierKind.CreditCode, "91350100M000100Y43", "9135**********0Y43")]
    [InlineData(IdentifierKind.CountyCode, "610402", "610402")]
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
    public void Masked_WhenWrittenInAnyWay_ThenTheWholeIsNotInIt()
    {
        var masked = Masked.Of(IdentifierKind.ResidentId, "61040219900101123X");

        $"{masked} {JsonSerializer.Serialize(masked, Json.Options)}".ShouldBe(
            "610***********123X \"610***********123X\""
        );
    }
}
