using System.Collections.Concurrent;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SmartCity.ArchitectureTests.Examination;

/// <summary>One method's instructions, with the type whose author wrote them.</summary>
/// <param name="Author">The full name of the type as written; lambdas and async bodies count as their author's.</param>
internal sealed record Body(string Author, string AuthorNamespace, MethodDefinition Method)
{
    public IEnumerable<Instruction> Instructions => Method.Body.Instructions;

    /// <summary>The methods called or referred to.</summary>
    public IEnumerable<MethodReference> Calls =>
        Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>();
}

/// <summary>What the methods of an assembly really do.</summary>
internal static class Bodies
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Body>> Read = new();

    public static IReadOnlyList<Body> Of(System.Reflection.Assembly assembly) =>
        Read.GetOrAdd(
            assembly.Location,
            location => [.. Definition(location).Types.SelectMany(type => Of(type, type))]
        );

    public static ModuleDefinition Definition(string location) => ModuleDefinition.ReadModule(location);

    private static IEnumerable<Body> Of(TypeDefinition type, TypeDefinition author)
    {
        var writer = type.Name.StartsWith('<') ? author : type;
        return type
            .Methods.Where(method => method.HasBody)
            .Select(method => new Body(writer.FullName.Replace('/', '+'), Outermost(type).Namespace, method))
            .Concat(type.NestedTypes.SelectMany(nested => Of(nested, writer)));
    }

    private static TypeDefinition Outermost(TypeDefinition type) =>
        type.DeclaringType is { } outer ? Outermost(outer) : type;
}
