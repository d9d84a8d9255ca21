using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;

namespace SmartCity.ArchitectureTests.Examination;

/// <summary>That one type uses another anywhere: in a signature, a body, an attribute or as a type argument.</summary>
/// <param name="By">The user's full name. What the compiler made of a lambda or an async body counts as its author's.</param>
internal sealed record Use(string By, IType Used)
{
    public static IEnumerable<Use> Of(IType type)
    {
        var user = WithoutCompilerParts(type.FullName);
        return type
            .Dependencies.SelectMany(Targets)
            .Distinct()
            .Where(target => WithoutCompilerParts(target.FullName) != user)
            .Select(target => new Use(user, target));
    }

    /// <summary>Does the used type stand in this namespace or below it?</summary>
    public bool IsOfNamespace(string space) => Used.FullName.StartsWith($"{space}.", StringComparison.Ordinal);

    /// <summary>Is the used type of this assembly, by its simple name?</summary>
    public bool IsOfAssembly(string assembly) => Used.Assembly?.Name.Split(',')[0] == assembly;

    private static IEnumerable<IType> Targets(ITypeDependency dependency) =>
        dependency.TargetGenericArguments.SelectMany(Targets).Prepend(dependency.Target);

    private static IEnumerable<IType> Targets(GenericArgument argument) =>
        argument.GenericArguments.SelectMany(Targets).Prepend(argument.Type);

    // "Outer+<>c" and "Outer+<RunAsync>d__0" are what the compiler made of Outer's code.
    private static string WithoutCompilerParts(string fullName)
    {
        var parts = fullName.Split('+');
        var written = parts.TakeWhile(part => !part.StartsWith('<'));
        return string.Join('+', written);
    }
}
