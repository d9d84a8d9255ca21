using FluentValidation;
using MediatR;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Acts;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// Each request has one handler; each command one validator, or states that it carries no input; each command and query
/// one stated authority.
/// </summary>
public sealed class AR12EachRequestIsServedOnce
{
    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries)
            .ShouldFindExactly(
                "Alpha.Application.AR12.HandledTwice",
                "Alpha.Application.AR12.HandledByNobody",
                "Alpha.Application.AR12.WithoutValidator",
                "Alpha.Application.AR12.ValidatedTwice",
                "Alpha.Application.AR12.ValidatedWithoutInput",
                "Alpha.Application.AR12.WithoutAuthority",
                "Alpha.Application.AR12.PermittedTwice",
                "Alpha.Application.AR12.QueryWithoutAuthority"
            );

    private static Findings Rule(Subject subject)
    {
        Type[] concrete = [.. subject.Types.Where(Signatures.IsConcrete)];
        Type[] requests = [.. concrete.Where(type => type.Implements(typeof(IRequest<>)))];
        var handlers = concrete
            .SelectMany(type => type.Implementations(typeof(IRequestHandler<,>)))
            .CountBy(arguments => arguments[0])
            .ToDictionary();
        var validators = concrete
            .SelectMany(type => type.Implementations(typeof(IValidator<>)))
            .CountBy(arguments => arguments[0])
            .ToDictionary();
        var authorities = concrete
            .Where(type => type.IsAssignableTo(typeof(AuthorityTable)))
            .SelectMany(type => ((AuthorityTable)Activator.CreateInstance(type, nonPublic: true)!).Authorities)
            .CountBy(authority => authority.Request)
            .ToDictionary();
        return Findings.Of(
            "AR12",
            subject,
            handlers.Count > 0 && validators.Count > 0 && authorities.Count > 0 ? requests : [],
            ["no handler, or two", "no validator, or two", "no authority, or two"],
            requests.SelectMany(request => OffencesOf(request, handlers, validators, authorities))
        );
    }

    private static IEnumerable<Offence> OffencesOf(
        Type request,
        Dictionary<Type, int> handlers,
        Dictionary<Type, int> validators,
        Dictionary<Type, int> authorities
    )
    {
        var isCommand = request.IsAssignableTo(typeof(ICommand));
        var isQuery = request.Implements(typeof(IQuery<>));
        if (handlers.GetValueOrDefault(request) is not 1 and var handled)
        {
            yield return new(request.FullName!, $"has {handled} handlers");
        }

        var expected = request.IsAssignableTo(typeof(INoInput)) ? 0 : 1;
        if (isCommand && validators.GetValueOrDefault(request) is var validated && validated != expected)
        {
            yield return new(request.FullName!, $"has {validated} validators, not {expected}");
        }

        if ((isCommand || isQuery) && authorities.GetValueOrDefault(request) is not 1 and var permitted)
        {
            yield return new(request.FullName!, $"has {permitted} stated authorities");
        }
    }
}
