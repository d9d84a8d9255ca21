using MediatR;
using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// One rule for each ordered pair of modules: of another module only its Contracts are seen, and its questions are asked
/// in one direction only: Security, Approval, Construction, Acceptance, Assets, Operations, each asking those before it;
/// DataSharing asks Security.
/// </summary>
public sealed class AR05ModulesSeeContractsOnly
{
    public static TheoryData<string, string> Pairs => [.. PairsOf(Subject.Product)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Rule_WhenRunOverAPairOfTheProduct_ThenHolds(string seeing, string seen) =>
        Rule(Subject.Product, seeing, seen).ShouldHold();

    [Fact]
    public void Pairs_WhenCounted_ThenAreAllOrderedPairsOfSevenModules() =>
        PairsOf(Subject.Product).Distinct().Count().ShouldBe(42);

    [Fact]
    public void Questions_WhenLookedFor_ThenThereAreSome() =>
        Subject.Product.Modules.SelectMany(Questions).ShouldNotBeEmpty();

    [Fact]
    public void Direction_WhenReadBothWays_ThenNoTwoModulesAskEachOther() =>
        PairsOf(Subject.Product)
            .ShouldNotContain(pair =>
                Subject.Product.MayAsk(pair.Item1, pair.Item2) && Subject.Product.MayAsk(pair.Item2, pair.Item1)
            );

    [Fact]
    public void Rule_WhenRunOverTheCanariesAgainstTheDirection_ThenFindsTheBadTwin() =>
        Rule(Subject.Canaries, "Alpha", "Beta").ShouldFindExactly("Alpha.Application.AR05.AsksAgainstTheDirection");

    [Fact]
    public void Rule_WhenRunOverTheCanariesInTheDirection_ThenFindsTheBadTwin() =>
        Rule(Subject.Canaries, "Beta", "Alpha").ShouldFindExactly("Beta.Application.AR05.UsesAnotherModule");

    private static Findings Rule(Subject subject, string seeingName, string seenName)
    {
        var seeing = subject.Modules.Single(module => module.Name == seeingName);
        var seen = subject.Modules.Single(module => module.Name == seenName);
        Type[] users = [.. seeing.Types, .. seeing.Contracts.GetTypes().Where(type => !Generated.Is(type))];
        var hidden = seen.Types.ToList();
        if (!subject.MayAsk(seeing.Name, seen.Name))
        {
            hidden.AddRange(Questions(seen));
        }

        return Findings.Of(
            "AR05",
            subject,
            users,
            hidden.Select(type => type.FullName!),
            subject.Uses(users, hidden).Select(use => new Offence(use.By, $"sees {use.Used.FullName}"))
        );
    }

    private static IEnumerable<Type> Questions(ExaminedModule module) =>
        module.Contracts.GetTypes().Where(type => type.IsConcrete() && type.Implements(typeof(IRequest<>)));

    private static IEnumerable<(string, string)> PairsOf(Subject subject)
    {
        // Everybody may depend on the kernel.
        var modules = subject.Modules.Where(module => !module.IsKernel).Select(module => module.Name).ToList();
        return modules.SelectMany(one => modules.Where(other => other != one).Select(other => (one, other)));
    }
}
