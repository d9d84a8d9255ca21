using MediatR;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.ArchitectureTests;

/// <summary>Commands, queries, questions, events and values (the records of Domain): sealed, init-only.</summary>
public sealed class AR10DataIsSealedAndInitOnly
{
    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries)
            .ShouldFindExactly(
                "Alpha.Contracts.AR10.SettableEvent",
                "Alpha.Application.AR10.SettableCommand",
                "Alpha.Application.AR10.UnsealedQuery",
                "Alpha.Domain.AR10.UnsealedValue",
                "Alpha.Domain.AR10.SettableValue",
                "Alpha.Domain.AR10.ValueWithField"
            );

    private static Findings Rule(Subject subject)
    {
        var domain = subject.Layer("Domain");
        Type[] messages =
        [
            .. subject.Types.Where(type =>
                !type.IsInterface
                && (type.Implements(typeof(IRequest<>)) || type.IsAssignableTo(typeof(IIntegrationEvent)))
            ),
        ];
        Type[] values = [.. domain.Where(type => type.IsRecord())];
        return Findings.Of(
            "AR10",
            subject,
            messages.Length > 0 && values.Length > 0 ? messages.Concat(values) : [],
            ["a type to inherit from", "a setter", "a field to write"],
            messages.Concat(values).SelectMany(OffencesOf)
        );
    }

    private static IEnumerable<Offence> OffencesOf(Type type)
    {
        if (!type.IsSealed)
        {
            yield return new(type.FullName!, "is not sealed");
        }

        foreach (var property in type.GetProperties(Signatures.Declared).Where(Signatures.IsSettable))
        {
            yield return new(type.FullName!, $"lets {property.Name} be set");
        }

        foreach (
            var field in type.GetFields(Signatures.Declared)
                .Where(field => !field.IsPrivate && !field.IsInitOnly && !field.IsLiteral)
        )
        {
            yield return new(type.FullName!, $"lets the field {field.Name} be written");
        }
    }
}
