using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests;

/// <summary>Only the module class is public. The kernel is apart: it has no Contracts beside itself.</summary>
public sealed class AR06OnlyTheModuleClassIsPublic
{
    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries).ShouldFindExactly("Alpha.Application.AR06.PublicRecord");

    private static Findings Rule(Subject subject)
    {
        var modules = subject.Modules.Where(module => !module.IsKernel).ToList();
        Type[] others = [.. modules.SelectMany(module => module.Types.Where(type => type != module.Module.GetType()))];
        return Findings.Of(
            "AR06",
            subject,
            others,
            // What it forbids is a keyword, which the module classes show to be readable.
            modules.Where(module => module.Module.GetType().IsVisible).Select(module => module.Name),
            others.Where(type => type.IsVisible).Select(type => new Offence(type.FullName!, "is public"))
        );
    }
}
