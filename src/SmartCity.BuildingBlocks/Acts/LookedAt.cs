using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using SmartCity.BuildingBlocks.Domain;

namespace SmartCity.BuildingBlocks.Acts;

/// <summary>What a reading looked at, as its audit entry tells it.</summary>
/// <param name="Objects">The objects that the query names; a list names none.</param>
/// <param name="Query">The query with its filters; null where it is too long to be told, or has no canonical form.</param>
public sealed record LookedAt(IReadOnlyList<ObjectReference> Objects, JsonElement? Query)
{
    private const int LongestQuery = 4096;
    private const string EndOfIds = "Id";

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(PropertyInfo Property, string Type)>> Named =
        new();

    internal static LookedAt By<TQuery>(TQuery query, string? canonical) =>
        new(
            [
                .. Named
                    .GetOrAdd(typeof(TQuery), IdsOf)
                    .Select(one => new ObjectReference(
                        one.Type,
                        ((IStrongId)one.Property.GetValue(query)!).Value.ToString()
                    )),
                .. typeof(TQuery)
                    .GetProperties()
                    .Where(property => property.PropertyType.IsAssignableTo(typeof(IEnumerable<ObjectReference>)))
                    .SelectMany(property => (IEnumerable<ObjectReference>?)property.GetValue(query) ?? []),
            ],
            canonical?.Length <= LongestQuery ? JsonElement.Parse(canonical) : null
        );

    // What must be named is what is read; what may be left out is a filter.
    private static IReadOnlyList<(PropertyInfo, string)> IdsOf(Type query) =>
        [
            .. query
                .GetProperties()
                .Where(property => property.PropertyType.IsAssignableTo(typeof(IStrongId)))
                .Select(property => (property, TypeOf(property.PropertyType, query.Assembly))),
        ];

    private static string TypeOf(Type id, Assembly module)
    {
        var name = id.Name.EndsWith(EndOfIds, StringComparison.Ordinal) ? id.Name[..^EndOfIds.Length] : id.Name;
        var roots = module
            .GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(AggregateRoot<>).MakeGenericType(id)))
            .ToList();
        var root =
            roots.Find(type => type.Name == name) ?? (id.Assembly == module && roots.Count == 1 ? roots[0] : null);
        return root is null
            ? string.Concat(
                name.Select(
                    (letter, at) =>
                        char.IsUpper(letter) && at > 0
                            ? $"-{char.ToLowerInvariant(letter)}"
                            : $"{char.ToLowerInvariant(letter)}"
                )
            )
            : ObjectNames.TypeName(root);
    }
}
