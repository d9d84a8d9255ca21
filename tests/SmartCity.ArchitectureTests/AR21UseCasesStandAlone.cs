using MediatR;
using SmartCity.ArchitectureTests.Examination;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// A use case does not use another's types. A use case's types are told by their names: <c>X</c>, <c>XValidator</c>,
/// <c>XHandler</c> and what is nested in them.
/// </summary>
public sealed class AR21UseCasesStandAlone
{
    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries)
            .ShouldFindExactly(
                "Alpha.Application.AR21.BorrowsResponse",
                "Alpha.Application.AR21.BorrowsResponseHandler",
                "Alpha.Application.AR21.BorrowsValidatorHandler"
            );

    private static Findings Rule(Subject subject)
    {
        var application = subject.Layer("Application");
        var useCases = application.Where(type => type.IsConcrete() && type.Implements(typeof(IRequest<>))).ToList();
        var typesOf = useCases.ToDictionary(
            request => request,
            request => application.Where(type => BelongsTo(request, Outermost(type))).ToList()
        );
        var all = typesOf.Values.SelectMany(types => types).Distinct().ToList();
        return Findings.Of(
            "AR21",
            subject,
            useCases.Count > 1 ? all : [],
            all.Select(type => type.FullName!),
            typesOf.Values.SelectMany(own =>
                subject
                    .Uses(own, [.. all.Except(own)])
                    .Select(use => new Offence(use.By, $"uses {use.Used.FullName} of another use case"))
            )
        );
    }

    private static bool BelongsTo(Type request, Type type) =>
        type.Namespace == request.Namespace
        && (type == request || type.Name == $"{request.Name}Validator" || type.Name == $"{request.Name}Handler");

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
