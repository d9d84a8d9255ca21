using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests;

/// <summary>Infrastructure is named only by the module class and itself.</summary>
public sealed class AR04InfrastructureIsNamedByTheModuleAlone
{
    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries).ShouldFindExactly("Alpha.Api.AR04.NamesInfrastructure");

    private static Findings Rule(Subject subject)
    {
        var infrastructure = subject.Layer("Infrastructure");
        var moduleClasses = subject.Modules.Select(module => module.Module.GetType());
        Type[] others = [.. subject.Types.Except(infrastructure).Except(moduleClasses)];
        return Findings.Of(
            "AR04",
            subject,
            others,
            infrastructure.Select(type => type.FullName!),
            subject.Uses(others, infrastructure).Select(use => new Offence(use.By, $"names {use.Used.FullName}"))
        );
    }
}
