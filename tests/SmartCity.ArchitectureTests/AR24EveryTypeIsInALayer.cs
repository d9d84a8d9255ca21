using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// A type in no known layer is a failure: each stands in Domain, Application, Infrastructure or Api, or is the module
/// class. The kernel has, beside the layers, what all modules judge by: its articles, calendars, clocks, identifiers,
/// notices, parameters, rules and values.
/// </summary>
public sealed class AR24EveryTypeIsInALayer
{
    private static readonly string[] KernelFolders =
    [
        "Articles",
        "Calendars",
        "Clocks",
        "Identifiers",
        "Notices",
        "Parameters",
        "Rules",
        "Values",
    ];

    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Layers_WhenLookedForInTheProduct_ThenEachHasTypes() =>
        ExaminedModule.Layers.Where(layer => Subject.Product.Layer(layer).Count == 0).ShouldBeEmpty();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries)
            .ShouldFindExactly("Alpha.Helpers.AR24.TypeInNoLayer", "Alpha.Domains.AR24.TypeInNearlyALayer");

    private static Findings Rule(Subject subject)
    {
        var types = subject
            .Modules.SelectMany(module => module.Types.Select(type => (Module: module, Type: type)))
            .ToList();
        return Findings.Of(
            "AR24",
            subject,
            types.Select(one => one.Type),
            ExaminedModule.Layers.Select(layer => $"anything but {layer}"),
            types
                .Where(one => !HasAPlace(one.Module, one.Type))
                .Select(one => new Offence(one.Type.FullName!, "is in no known layer"))
        );
    }

    private static bool HasAPlace(ExaminedModule module, Type type) =>
        type == module.Module.GetType()
        || (module.IsKernel ? ExaminedModule.Layers.Concat(KernelFolders) : ExaminedModule.Layers).Any(layer =>
            module.IsIn(type, layer)
        );
}
