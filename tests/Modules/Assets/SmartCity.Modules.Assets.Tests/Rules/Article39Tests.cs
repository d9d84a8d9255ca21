using System.Text.Json;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Http;
using SmartCity.Modules.Assets.Api;
using SmartCity.Modules.Assets.Domain.Cards;
using SmartCity.Modules.Assets.Domain.Rules;
using SmartCity.Modules.Construction.Contracts;

namespace SmartCity.Modules.Assets.Tests.Rules;

/// <summary>OWNERSHIP_DERIVED: the financing decides, and nobody can say otherwise.</summary>
public sealed class Article39Tests
{
    [Theory]
    [InlineData(FinancingMode.Fiscal, nameof(Ownership.State), nameof(AssetRegister.StateLedger))]
    [InlineData(FinancingMode.SelfRaised, nameof(Ownership.State), nameof(AssetRegister.StateLedger))]
    [InlineData(FinancingMode.Mixed, nameof(Ownership.State), nameof(AssetRegister.StateLedger))]
    [InlineData(FinancingMode.BuildTransfer, nameof(Ownership.Government), nameof(AssetRegister.StateLedger))]
    [InlineData(FinancingMode.EnterpriseBuilt, nameof(Ownership.Enterprise), nameof(AssetRegister.LeasedRegister))]
    public void Ownership_WhenDerivedFromTheFinancing_ThenIsThisAndStandsInThisBook(
        FinancingMode financing,
        string ownership,
        string register
    )
    {
        var derived = Article39.OwnershipOf(financing);

        derived.ToString().ShouldBe(ownership);
        Article39.RegisterOf(derived).ToString().ShouldBe(register);
    }

    [Fact]
    public void Ownership_WhenEveryFinancingModeIsTaken_ThenEachHasOne() =>
        Enum.GetValues<FinancingMode>().ShouldAllBe(mode => Enum.IsDefined(Article39.OwnershipOf(mode)));

    [Fact]
    public void Ownership_WhenLookedForInCommands_ThenNoneCarriesIt()
    {
        Type[] written =
        [
            .. typeof(AssetsModule).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ICommand))),
            typeof(RegistrationEndpoints.CardBody),
            typeof(CardEndpoints.HandOverBody),
        ];

        written.Length.ShouldBeGreaterThan(10);
        written
            .SelectMany(type => type.GetProperties())
            .Where(property =>
                property.PropertyType == typeof(Ownership)
                || property.PropertyType == typeof(Ownership?)
                || property.Name.Contains("Owner", StringComparison.OrdinalIgnoreCase)
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Ownership_WhenItIsPostedAllTheSame_ThenIsAnUnknownField()
    {
        var posted = JsonSerializer
            .Serialize(Examples.Card, Json.Options)
            .Replace("{\"contract\"", "{\"ownership\":\"state\",\"contract\"", StringComparison.Ordinal);

        Should
            .Throw<JsonException>(() =>
                JsonSerializer.Deserialize<RegistrationEndpoints.CardBody>(posted, Json.Options)
            )
            .Message.ShouldContain("ownership");
    }
}
