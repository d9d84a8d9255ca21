using System.Reflection;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks;

namespace SmartCity.ArchitectureTests;

/// <summary>Exemptions from the rules are counted: a new one changes a number here, in sight.</summary>
public sealed class ExemptionTests
{
    private const int Exemptions = 2;

    [Fact]
    public void Exemptions_WhenCounted_ThenAreThoseKnown() => Of(Subject.Product).Count().ShouldBe(Exemptions);

    [Fact]
    public void Exemptions_WhenRead_ThenEachNamesARuleAndAReason() =>
        Of(Subject.Product)
            .Where(one => !Rules().Contains(one.Rule) || one.Reason.Length < 20)
            .Select(one => $"{one.Rule}: {one.Reason}")
            .ShouldBeEmpty();

    [Fact]
    public void Rules_WhenCounted_ThenAreTwentyFive() =>
        Rules().Order().ShouldBe(Enumerable.Range(1, 25).Select(number => $"AR{number:00}"));

    private static IEnumerable<ArchitectureExemptionAttribute> Of(Subject subject) =>
        subject.Types.SelectMany(type => type.GetCustomAttributes<ArchitectureExemptionAttribute>());

    // Each rule is one class.
    private static IEnumerable<string> Rules() =>
        typeof(ExemptionTests)
            .Assembly.GetTypes()
            .Where(type =>
                type is { IsPublic: true, Name.Length: > 4 } && type.Name.StartsWith("AR", StringComparison.Ordinal)
            )
            .Select(type => type.Name[..4]);
}
