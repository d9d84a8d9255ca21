using CsCheck;
using SmartCity.Modules.Security.Domain.Units;

namespace SmartCity.Modules.Security.Tests;

public sealed class CreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("91440300708461136T")]
    [InlineData("91330100799655058B")]
    [InlineData("91110000802100433B")]
    public void IsValid_WhenCodeIsPublished_ThenTrue(string code) => CreditCode.IsValid(code).ShouldBeTrue();

    [Theory]
    [InlineData("91350100M000100Y44")] // check character
    [InlineData("91350100M000101Y43")] // a digit within
    [InlineData("93150100M000100Y43")] // two digits exchanged
    [InlineData("91350100M000100Y4")] // too short
    [InlineData("91350100M000100Y433")] // too long
    [InlineData("91350100m000100y43")] // small letters
    [InlineData("9135010AM000100Y43")] // a letter in the division code
    [InlineData("91350100I000100Y43")] // a letter outside the alphabet
    [InlineData("")]
    public void IsValid_WhenAnythingIsWrong_ThenFalse(string code) => CreditCode.IsValid(code).ShouldBeFalse();

    [Fact]
    public void IsValid_WhenAnyOneCharacterIsAltered_ThenFalse() =>
        Gen.Select(Gen.Int[0, 17], Gen.Int[1, 30])
            .Sample(
                (place, shift) =>
                {
                    var code = "91350100M000100Y43".ToCharArray();
                    code[place] = Alphabet[(Alphabet.IndexOf(code[place]) + shift) % Alphabet.Length];
                    CreditCode.IsValid(new(code)).ShouldBeFalse();
                }
            );

    [Fact]
    public void CheckCharacter_WhenMadeForAnySeventeen_ThenCodeIsValid() =>
        Gen.String[Gen.Char[Alphabet], 9, 9]
            .Sample(organisation =>
            {
                var first17 = $"11610400{organisation}";
                CreditCode.IsValid(first17 + CreditCode.CheckCharacter(first17)).ShouldBeTrue();
            });
}
