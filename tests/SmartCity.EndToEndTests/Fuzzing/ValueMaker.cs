using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmartCity.EndToEndTests.Fuzzing;

/// <summary>Makes values that a schema admits: the document's example with ids that stand for something, or from the schema alone.</summary>
internal sealed class ValueMaker(ApiDocument document, KnownIds ids)
{
    private const int Deepest = 8;

    /// <summary>A body: mostly the example, for it fits together, sometimes made from the schema alone.</summary>
    public JsonNode? Body(DocumentedBody body, Chance chance) =>
        body.Example is { } example && !chance.OneIn(4)
            ? WithKnownIds(JsonNode.Parse(example.GetRawText()), "id", chance)
            : Of(body.Schema, "id", chance);

    /// <summary>A value that the schema admits.</summary>
    /// <param name="name">The field or parameter that it stands in.</param>
    public JsonNode? Of(JsonElement reference, string name, Chance chance, int depth = 0)
    {
        var schema = document.Resolve(reference);
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return new JsonObject();
        }

        if (schema.TryGetProperty("enum", out var words))
        {
            return JsonNode.Parse(chance.Of([.. words.EnumerateArray()]).GetRawText());
        }

        if (schema.TryGetProperty("examples", out var examples))
        {
            return JsonNode.Parse(chance.Of([.. examples.EnumerateArray()]).GetRawText());
        }

        if (schema.TryGetProperty("oneOf", out var some) || schema.TryGetProperty("anyOf", out some))
        {
            var alternatives = some.EnumerateArray().ToList();
            var values = alternatives.Where(one => TypeOf(one) != "null").ToList();
            return values.Count == 0 || chance.OneIn(6) && values.Count < alternatives.Count
                ? null
                : Of(chance.Of(values), name, chance, depth);
        }

        return TypeOf(schema) switch
        {
            "object" => Object(schema, chance, depth),
            "array" => depth >= Deepest || !schema.TryGetProperty("items", out var items)
                ? new JsonArray()
                : new JsonArray([
                    .. Enumerable.Range(0, chance.Below(3)).Select(_ => Of(items, name, chance, depth + 1)),
                ]),
            "integer" or "number" => Number(schema, chance),
            "boolean" => chance.OneIn(2),
            "string" => Text(schema, name, chance),
            var type => throw new InvalidOperationException($"The document has a value of type {type}: {schema}"),
        };
    }

    /// <summary>The schema's type apart from null; an object where it tells none.</summary>
    public string TypeOf(JsonElement reference)
    {
        var schema = document.Resolve(reference);
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("type", out var type))
        {
            return "object";
        }

        return type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : type.EnumerateArray().Select(one => one.GetString()!).FirstOrDefault(one => one != "null") ?? "null";
    }

    private JsonObject Object(JsonElement schema, Chance chance, int depth)
    {
        var made = new JsonObject();
        if (depth < Deepest && schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject())
            {
                made.Add(property.Name, Of(property.Value, property.Name, chance, depth + 1));
            }
        }

        if (schema.TryGetProperty("additionalProperties", out var further) && further.ValueKind == JsonValueKind.Object)
        {
            made.Add("key", Of(further, "key", chance, depth + 1));
        }

        return made;
    }

    private static JsonValue Number(JsonElement schema, Chance chance)
    {
        var least = schema.TryGetProperty("minimum", out var minimum) ? minimum.GetDecimal() : 1;
        var most = schema.TryGetProperty("maximum", out var maximum) ? maximum.GetDecimal() : least + 99;
        return JsonValue.Create((long)least + chance.Below((int)Math.Min(most - least + 1, int.MaxValue)));
    }

    private JsonNode Text(JsonElement schema, string name, Chance chance)
    {
        if (schema.TryGetProperty("pattern", out var pattern))
        {
            throw new InvalidOperationException($"The document has a pattern without an example: {pattern}");
        }

        var format = schema.TryGetProperty("format", out var told) ? told.GetString() : null;
        var text = format switch
        {
            "uuid" => ids.Guess(name, chance),
            "date" => new DateOnly(2026, 1, 5)
                .AddDays(chance.Below(600))
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "date-time" => "2026-03-02T01:00:00Z",
            _ => chance.Of(["示例", "A-2026-1", "智慧城市运行平台", "x"]) + chance.Below(1000),
        };
        var longest = schema.TryGetProperty("maxLength", out var maximum) ? maximum.GetInt32() : int.MaxValue;
        return text[..Math.Min(text.Length, longest)];
    }

    private JsonNode? WithKnownIds(JsonNode? node, string name, Chance chance)
    {
        switch (node)
        {
            case JsonObject of:
                return new JsonObject(
                    of.Select(one => KeyValuePair.Create(one.Key, WithKnownIds(one.Value, one.Key, chance)))
                );
            case JsonArray of:
                return new JsonArray([.. of.Select(one => WithKnownIds(one, name, chance))]);
            case JsonValue value when value.TryGetValue<string>(out var text) && Guid.TryParseExact(text, "D", out _):
                return ids.Guess(name, chance);
            default:
                return node?.DeepClone();
        }
    }
}
