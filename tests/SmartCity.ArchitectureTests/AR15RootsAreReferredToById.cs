using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.ArchitectureTests;

/// <summary>No reference to another root, only its id: nothing in Domain keeps a root in a field or property.</summary>
public sealed class AR15RootsAreReferredToById
{
    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries).ShouldFindExactly("Alpha.Domain.AR15.HoldsRoot", "Alpha.Domain.AR15.ChildHoldsRoots");

    private static Findings Rule(Subject subject)
    {
        var domain = subject.Layer("Domain");
        var roots = subject.Types.Where(IsRoot).ToList();
        var kept =
            from type in domain
            let fields = type.GetFields(Signatures.Declared).Select(field => (field.Name, Type: field.FieldType))
            let properties = type.GetProperties(Signatures.Declared).Select(one => (one.Name, Type: one.PropertyType))
            from member in fields.Concat(properties)
            where member.Type.Parts().Any(IsRoot)
            select new Offence(type.FullName!, $"keeps a root in {member.Name}");
        return Findings.Of("AR15", subject, domain, roots.Select(root => root.FullName!), kept);
    }

    private static bool IsRoot(Type type) => type.IsAssignableTo(typeof(AggregateRoot));
}
