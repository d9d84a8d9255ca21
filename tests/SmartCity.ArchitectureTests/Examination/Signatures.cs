using System.Reflection;

namespace SmartCity.ArchitectureTests.Examination;

/// <summary>Small questions about types that several rules ask.</summary>
internal static class Signatures
{
    public const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    /// <summary>The type itself with everything it is built of: type arguments, elements, what is nullable.</summary>
    public static IEnumerable<Type> Parts(this Type type) =>
        type.HasElementType
            ? type.GetElementType()!.Parts()
            : type.GetGenericArguments().SelectMany(Parts).Prepend(type);

    /// <summary>The type arguments with which a type implements a generic interface.</summary>
    public static IEnumerable<Type[]> Implementations(this Type type, Type definition) =>
        type.GetInterfaces()
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == definition)
            .Select(face => face.GetGenericArguments());

    public static bool Implements(this Type type, Type definition) => type.Implementations(definition).Any();

    public static bool IsConcrete(this Type type) =>
        type is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false };

    public static bool IsStatic(this Type type) => type is { IsAbstract: true, IsSealed: true };

    /// <summary>A record class or a record struct.</summary>
    public static bool IsRecord(this Type type) => type.GetMethod("PrintMembers", Declared) is not null;

    /// <summary>Can the property be set after the object was made?</summary>
    public static bool IsSettable(this PropertyInfo property) =>
        property.SetMethod is { } setter
        && !setter
            .ReturnParameter.GetRequiredCustomModifiers()
            .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
