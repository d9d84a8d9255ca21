using System.Runtime.CompilerServices;
using MediatR;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// Contracts hold sealed records, readonly record structs, enums and MediatR requests of primitives and ids. The class
/// that names the assembly is apart, as the module class is.
/// </summary>
public sealed class AR08ContractsHoldPlainData
{
    private static readonly HashSet<Type> Primitives =
    [
        typeof(bool),
        typeof(int),
        typeof(long),
        typeof(decimal),
        typeof(string),
        typeof(DateOnly),
        typeof(DateTimeOffset),
        // The id of another module's object: Contracts do not know each other's ids.
        typeof(Guid),
    ];

    private static readonly HashSet<Type> Wrappers =
    [
        typeof(Nullable<>),
        typeof(IReadOnlyList<>),
        typeof(IReadOnlyCollection<>),
        typeof(IReadOnlyDictionary<,>),
    ];

    [Fact]
    public void Rule_WhenRunOverTheProduct_ThenHolds() => Rule(Subject.Product).ShouldHold();

    [Fact]
    public void Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins() =>
        Rule(Subject.Canaries)
            .ShouldFindExactly(
                "Alpha.Contracts.AR08.UnsealedRecord",
                "Alpha.Contracts.AR08.PlainClass",
                "Alpha.Contracts.AR08.MutableStruct",
                "Alpha.Contracts.AR08.IService",
                "Alpha.Contracts.AR08.CarriesAClass",
                "Alpha.Contracts.AR08.AsksForAClass"
            );

    [Fact]
    public void Rule_WhenATypeIsExempted_ThenIsFoundButExcused() =>
        Rule(Subject.Canaries)
            .Offences.Select(offence => offence.Where)
            .ShouldContain("SmartCity.Canaries.Alpha.Contracts.AR08.ExemptedHolder");

    private static Findings Rule(Subject subject)
    {
        Type[] contracts =
        [
            .. subject
                .Modules.Where(module => !module.IsKernel)
                .SelectMany(module => module.Contracts.GetTypes())
                .Where(type => !Generated.Is(type) && type.Name != "ContractsAssembly"),
        ];
        return Findings.Of(
            "AR08",
            subject,
            contracts,
            // Everything that is not one of these.
            Primitives.Concat(Wrappers).Select(type => type.Name),
            contracts.SelectMany(type => OffencesOf(type, contracts))
        );
    }

    private static IEnumerable<Offence> OffencesOf(Type type, Type[] contracts)
    {
        if (type.IsEnum)
        {
            yield break;
        }

        if (!IsRecordOfAllowedForm(type))
        {
            yield return new(type.FullName!, "is no sealed record, readonly record struct or enum");
            yield break;
        }

        foreach (var property in type.GetProperties(Signatures.Declared).Where(one => one.Name != "EqualityContract"))
        {
            if (!IsPlain(property.PropertyType, contracts))
            {
                yield return new(type.FullName!, $"carries {property.PropertyType} as {property.Name}");
            }
        }

        foreach (var answer in type.Implementations(typeof(IRequest<>)).Select(arguments => arguments[0]))
        {
            if (!IsPlain(answer, contracts))
            {
                yield return new(type.FullName!, $"asks for {answer}");
            }
        }
    }

    private static bool IsRecordOfAllowedForm(Type type) =>
        type.IsRecord() && (type.IsValueType ? type.IsDefined(typeof(IsReadOnlyAttribute), false) : type.IsSealed);

    private static bool IsPlain(Type type, Type[] contracts) =>
        type.IsGenericType
            ? Wrappers.Contains(type.GetGenericTypeDefinition())
                && type.GetGenericArguments().All(argument => IsPlain(argument, contracts))
            : Primitives.Contains(type)
                || type.IsAssignableTo(typeof(IStrongId))
                // Another record or enum of Contracts: it is examined itself.
                || contracts.Contains(type);
}
