using System.Collections;
using System.Reflection;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.ArchitectureTests;

/// <summary>Aggregate roots have no public setter, constructor, field or mutable collection.</summary>
public sealed class AR14RootsAreClosed
{
    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries)
            .ShouldFindExactly(
                "Alpha.Domain.AR14.PublicSetter",
                "Alpha.Domain.AR14.PublicConstructor",
                "Alpha.Domain.AR14.MutableCollection",
                "Alpha.Domain.AR14.MutableArray",
                "Alpha.Domain.AR14.MutableAnswer",
                "Alpha.Domain.AR14.PublicField"
            );

    private static Findings Rule(Subject subject)
    {
        Type[] roots = [.. subject.Types.Where(type => type.IsAssignableTo(typeof(AggregateRoot)))];
        return Findings.Of(
            "AR14",
            subject,
            roots,
            ["public setter", "public constructor", "public field", "mutable collection"],
            roots.SelectMany(OffencesOf)
        );
    }

    private static IEnumerable<Offence> OffencesOf(Type root)
    {
        foreach (var property in root.GetProperties(Signatures.Declared))
        {
            if (property.SetMethod is { IsPublic: true })
            {
                yield return new(root.FullName!, $"lets anybody set {property.Name}");
            }

            if (property.GetMethod is { IsPrivate: false } && IsMutableCollection(property.PropertyType))
            {
                yield return new(root.FullName!, $"gives out {property.Name} to be changed");
            }
        }

        foreach (
            var method in root.GetMethods(Signatures.Declared)
                .Where(method => !method.IsPrivate && !method.IsSpecialName)
        )
        {
            if (IsMutableCollection(method.ReturnType))
            {
                yield return new(root.FullName!, $"gives out what {method.Name} returns to be changed");
            }
        }

        foreach (
            var field in root.GetFields(Signatures.Declared)
                .Where(field => field is { IsPrivate: false, IsLiteral: false, IsStatic: false })
        )
        {
            yield return new(root.FullName!, $"has the open field {field.Name}");
        }

        if (root.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Length > 0)
        {
            yield return new(root.FullName!, "can be constructed by anybody");
        }
    }

    // Told by what the type can do, so that a collection nobody thought of is found as well.
    private static bool IsMutableCollection(Type type) =>
        type.IsArray
        || (type != typeof(string) && type.IsAssignableTo(typeof(IList)))
        || type.GetInterfaces()
            .Prepend(type)
            .Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ICollection<>));
}
