using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Regulation.Articles;
using SmartCity.Regulation.Interpretations;
using SmartCity.Regulation.Rules;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// Each interpretation that a rule cites stands in the register, and each in the register is cited or tells what carries it
/// out; parameters stand under an article, within their own bounds.
/// </summary>
public sealed class InterpretationTests
{
    private static readonly RuleRegister Register = new(Subject.Product.Modules.Select(module => module.Module));

    private static IReadOnlyList<string> Cited { get; } =
    [
        .. Register
            .Rules.SelectMany(one => one.Rule.AlsoCites.Append(one.Rule.Basis.Interpretation))
            .OfType<string>()
            .Where(cited => cited.StartsWith("INT-", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Interpretation_WhenARuleCitesIt_ThenStandsInTheRegister()
    {
        Cited.ShouldNotBeEmpty();
        Cited.Except(InitialInterpretation.All.Select(one => one.Number)).ShouldBeEmpty();
    }

    [Fact]
    public void Interpretation_WhenNoRuleCitesIt_ThenTellsWhatCarriesItOutAndOnlyThen() =>
        InitialInterpretation
            .All.Where(one => Cited.Contains(one.Number) == (one.CarriedOutBy is not null))
            .Select(one => one.Number)
            .ShouldBeEmpty();

    [Fact]
    public void Register_WhenRead_ThenEachNumberOnceAndOfArticlesThatAreThere()
    {
        InitialInterpretation
            .All.Select(one => one.Number)
            .ShouldBe(Enumerable.Range(1, 35).Select(number => $"INT-{number:00}"));
        InitialInterpretation
            .All.SelectMany(one => one.Articles)
            .Where(article => RegulationText.Current.Find(article) is null)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Basis_WhenItIsAReading_ThenNamesItsInterpretation() =>
        Register
            .Rules.Where(one =>
                (one.Rule.Basis.Kind == BasisKind.Reading) != (one.Rule.Basis.Interpretation is not null)
            )
            .Select(one => one.Rule.Code)
            .ShouldBeEmpty();

    [Fact]
    public void Parameter_WhenDeclared_ThenItsInitialValueIsOneThatItWouldTake()
    {
        Register.Parameters.ShouldNotBeEmpty();
        Register
            .Parameters.Select(one => one.Parameter)
            .Where(parameter =>
                parameter.ReadNew(parameter.Write(parameter.InitialValue)).IsFailure
                || RegulationText.Current.Find(parameter.Article) is null
            )
            .Select(parameter => parameter.Code)
            .ShouldBeEmpty();
    }
}
