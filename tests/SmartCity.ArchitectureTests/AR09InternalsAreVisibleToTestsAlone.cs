using System.Reflection;
using System.Runtime.CompilerServices;
using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests;

/// <summary>InternalsVisibleTo names only the module's tests.</summary>
public sealed class AR09InternalsAreVisibleToTestsAlone
{
    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwin() => Rule(Subject.Canaries).ShouldFindExactly("Beta");

    private static Findings Rule(Subject subject)
    {
        var friends =
            from module in subject.Modules
            from assembly in new[] { module.Assembly, module.Contracts }.Distinct()
            from friend in assembly.GetCustomAttributes<InternalsVisibleToAttribute>()
            select (module, assembly, friend.AssemblyName);
        return Findings.Of(
            "AR09",
            subject,
            friends.Select(one => $"{one.assembly.GetName().Name} to {one.AssemblyName}"),
            subject.Modules.Select(module => $"anybody but {TestsOf(module)}"),
            friends
                .Where(one => one.AssemblyName != TestsOf(one.module))
                .Select(one => new Offence(one.assembly.GetName().Name!, $"shows its internals to {one.AssemblyName}"))
        );
    }

    private static string TestsOf(ExaminedModule module) => $"{module.Assembly.GetName().Name}.Tests";
}
