using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Routing;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Messaging;

namespace SmartCity.ArchitectureTests;

/// <summary>Handler, validator, job: internal sealed, suffix = kind. Endpoints: internal static.</summary>
public sealed class AR11KindsAreNamedAndHidden
{
    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Theory]
    [InlineData("Handler")]
    [InlineData("Validator")]
    [InlineData("Endpoints")]
    public void Kind_WhenLookedForInTheProduct_ThenThereAreSome(string kind) =>
        Subject.Product.Types.Where(type => KindOf(type) == kind).ShouldNotBeEmpty();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries)
            .ShouldFindExactly(
                "Alpha.Application.AR11.WronglyServedCheck",
                "Alpha.Application.AR11.WronglyServedHandler",
                "Alpha.Application.AR11.PermitListener",
                "Alpha.Infrastructure.AR11.PublicJob",
                "Alpha.Api.AR11.InstanceEndpoints",
                "Alpha.Api.AR11.PublicMapping"
            );

    private static Findings Rule(Subject subject)
    {
        var moduleClasses = subject.Modules.Select(module => module.Module.GetType()).ToHashSet();
        Type[] selected = [.. subject.Types.Where(type => KindOf(type) is not null && !moduleClasses.Contains(type))];
        return Findings.Of(
            "AR11",
            subject,
            selected,
            ["public", "not sealed", "a name of another kind", "instances of endpoints"],
            selected.SelectMany(type => OffencesOf(type, KindOf(type)!))
        );
    }

    private static IEnumerable<Offence> OffencesOf(Type type, string kind)
    {
        if (type.IsVisible)
        {
            yield return new(type.FullName!, "is public");
        }

        if (kind == "Endpoints")
        {
            if (!type.IsStatic())
            {
                yield return new(type.FullName!, "has endpoints and is not static");
            }

            yield break;
        }

        if (!type.IsSealed)
        {
            yield return new(type.FullName!, "is not sealed");
        }

        if (!type.Name.Split('`')[0].EndsWith(kind, StringComparison.Ordinal))
        {
            yield return new(type.FullName!, $"is a {kind} by another name");
        }
    }

    private static string? KindOf(Type type)
    {
        if (type.IsConcrete())
        {
            if (type.Implements(typeof(IRequestHandler<,>)) || type.Implements(typeof(IIntegrationEventHandler<>)))
            {
                return "Handler";
            }

            if (type.Implements(typeof(IValidator<>)))
            {
                return "Validator";
            }

            if (type.IsAssignableTo(typeof(IPeriodicJob)))
            {
                return "Job";
            }
        }

        return type.Name.EndsWith("Endpoints", StringComparison.Ordinal) || MapsEndpoints(type) ? "Endpoints" : null;
    }

    private static bool MapsEndpoints(Type type) =>
        type.IsClass
        && type.GetMethods(Signatures.Declared)
            .Any(method =>
                method.GetParameters().Any(one => one.ParameterType.IsAssignableTo(typeof(IEndpointRouteBuilder)))
            );
}
