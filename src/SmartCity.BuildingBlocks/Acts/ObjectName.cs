using System.Collections.Concurrent;
using System.Reflection;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Acts;

/// <summary>How people and audit entries call an aggregate root.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ObjectNameAttribute(string type, string chinese, string english) : Attribute
{
    /// <summary>The stable name in audit entries and messages, such as <c>declaration</c>.</summary>
    public string Type { get; } = type;

    public string Chinese { get; } = chinese;

    public string English { get; } = english;
}

internal static class ObjectNames
{
    private static readonly ConcurrentDictionary<Type, ObjectNameAttribute> Names = new();

    public static LocalizedText Of(Type root)
    {
        var name = Attribute(root);
        return new(name.Chinese, name.English);
    }

    public static string TypeName(Type root) => Attribute(root).Type;

    private static ObjectNameAttribute Attribute(Type root) =>
        Names.GetOrAdd(
            root,
            static type =>
                type.GetCustomAttribute<ObjectNameAttribute>()
                ?? throw new InvalidOperationException($"{type.Name} has no {nameof(ObjectNameAttribute)}.")
        );
}
