using System.Reflection;
using System.Runtime.CompilerServices;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.ArchitectureTests;

/// <summary>No raw Guid and no string named <c>…Id</c> in Domain: not as field, property, parameter or return.</summary>
public sealed class AR13IdsInDomainAreStrong
{
    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries)
            .ShouldFindExactly(
                "Alpha.Domain.AR13.HoldsRawGuid",
                "Alpha.Domain.AR13.HoldsRawGuids",
                "Alpha.Domain.AR13.TakesRawGuid",
                "Alpha.Domain.AR13.HoldsTextId",
                "Alpha.Domain.AR13.TakesTextId"
            );

    private static Findings Rule(Subject subject)
    {
        // A strong id is what a raw Guid is wrapped in.
        Type[] domain = [.. subject.Layer("Domain").Where(type => !type.IsAssignableTo(typeof(IStrongId)))];
        return Findings.Of(
            "AR13",
            subject,
            domain,
            [nameof(Guid), "string …Id"],
            domain.SelectMany(type =>
                SignaturesOf(type)
                    .Where(one => IsRawId(one.Name, one.Type))
                    .Select(one => new Offence(type.FullName!, $"has {one.Name} as {one.Type.Name}"))
            )
        );
    }

    private static bool IsRawId(string name, Type type) =>
        type.Parts().Contains(typeof(Guid))
        || (
            type.Parts().Contains(typeof(string))
            && (
                name is "id" or "ids"
                || name.EndsWith("Id", StringComparison.Ordinal)
                || name.EndsWith("Ids", StringComparison.Ordinal)
            )
        );

    private static IEnumerable<(string Name, Type Type)> SignaturesOf(Type type) =>
        [
            .. type.GetFields(Signatures.Declared)
                .Where(field => !field.IsDefined(typeof(CompilerGeneratedAttribute)))
                .Select(field => (field.Name, field.FieldType)),
            .. type.GetProperties(Signatures.Declared).Select(property => (property.Name, property.PropertyType)),
            .. type.GetMembers(Signatures.Declared)
                .OfType<MethodBase>()
                .SelectMany(method => method.GetParameters())
                .Select(parameter => (parameter.Name ?? "", parameter.ParameterType)),
            .. type.GetMethods(Signatures.Declared).Select(method => (method.Name, method.ReturnType)),
        ];
}
