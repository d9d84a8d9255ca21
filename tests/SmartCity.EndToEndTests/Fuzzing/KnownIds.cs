using System.Text.Json;

namespace SmartCity.EndToEndTests.Fuzzing;

/// <summary>
/// The ids that stand for something, as the service's own answers tell them. An object's id is known under the name of
/// the list it stands in (<c>declarations</c>), one that refers to an object under the referring field's.
/// </summary>
internal sealed class KnownIds
{
    /// <param name="Within">The object that it is part of, where it is a part.</param>
    internal sealed record Known(string Id, string? Within);

    private readonly Dictionary<string, SortedDictionary<string, Known>> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> all = new(StringComparer.Ordinal);

    public int Count => all.Count;

    /// <summary>Takes every id of an answer.</summary>
    /// <param name="list">The name under which the answer's own objects are known.</param>
    /// <param name="within">The id of the object that the answer is about.</param>
    public void Learn(JsonElement answer, string list, string? within = null)
    {
        switch (answer.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in answer.EnumerateArray())
                {
                    LearnOne(item, list, within);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in answer.EnumerateObject())
                {
                    var name = property.Name is "items" or "id" ? list : property.Name;
                    if (property.Value.ValueKind == JsonValueKind.String)
                    {
                        LearnOne(property.Value, name, within);
                    }
                    else
                    {
                        Learn(property.Value, name, within);
                    }
                }

                break;
        }
    }

    public IReadOnlyList<Known> Of(string name) => byName.TryGetValue(name, out var known) ? [.. known.Values] : [];

    /// <summary>An id that may stand in a field of that name; a stranger's where nothing is known.</summary>
    public string Guess(string field, Chance chance)
    {
        // leadUnit: the field of that name, else the list of units.
        var last = field[
            (
                field.LastIndexOf(field.LastOrDefault(char.IsUpper), Math.Max(field.Length - 1, 0)) is var at and > 0
                    ? at
                    : 0
            )..
        ];
        var fitting = Of(field).Concat(Of(field + "s")).Concat(Of(last)).Concat(Of(last + "s")).ToList();
        return fitting.Count > 0 && !chance.OneIn(10) ? chance.Of(fitting).Id
            : all.Count > 0 ? chance.Of([.. all])
            : chance.Stranger().ToString();
    }

    private void LearnOne(JsonElement one, string name, string? within)
    {
        if (one.ValueKind != JsonValueKind.String)
        {
            Learn(one, name, within);
            return;
        }

        if (!Guid.TryParseExact(one.GetString(), "D", out var id) || id == Guid.Empty)
        {
            return;
        }

        all.Add(id.ToString());
        if (!byName.TryGetValue(name, out var known))
        {
            byName.Add(name, known = new(StringComparer.Ordinal));
        }

        known.TryAdd(id.ToString(), new(id.ToString(), within));
    }
}
