using System.Text.Json;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Articles;
using SmartCity.Regulation.Rules;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// A refusal that claims the article's own words must quote them: to say that an article says what it does not is a false
/// statement of law.
/// </summary>
public sealed class QuotationTests
{
    private static readonly RuleRegister Register = new(Subject.Product.Modules.Select(module => module.Module));

    [Fact]
    public void Quote_WhenTheBasisIsTheText_ThenStandsInTheRulesArticle()
    {
        var quoting = Register.Rules.Where(one => one.Rule.Basis.Kind == BasisKind.Text).ToList();

        quoting.ShouldNotBeEmpty();
        quoting
            .Where(one =>
                !RegulationText
                    .Current.Find(one.Rule.Article)!
                    .Text.Contains(one.Rule.Basis.Quote, StringComparison.Ordinal)
            )
            .Select(one => $"{one.Rule.Code} (article {one.Rule.Article}): {one.Rule.Basis.Quote}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Article_WhenARuleNamesIt_ThenTheRegulationHasIt() =>
        Register
            .Rules.Where(one => RegulationText.Current.Find(one.Rule.Article) is null)
            .Select(one => one.Rule.Code)
            .ShouldBeEmpty();

    [Fact]
    public void Register_WhenAllModulesAreRead_ThenEachHasRulesInIt() =>
        Register
            .Rules.Select(one => one.Module)
            .Distinct()
            .ShouldBe(Subject.Product.Modules.Select(module => module.Module.Name), ignoreOrder: true);

    [Fact]
    public void Facts_WhenTheirShapeIsAskedFor_ThenEveryRuleHasOne() =>
        Register
            .Rules.Where(one => one.Rule.OnPosted(JsonSerializer.SerializeToElement(1)) is { IsFailure: false })
            .Select(one => one.Rule.Code)
            .ShouldBeEmpty();
}
