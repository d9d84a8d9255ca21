using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmartCity.EndToEndTests.Fuzzing;

/// <summary>What a change does at its place.</summary>
internal enum ChangeKind
{
    /// <summary>Other JSON, or what is none, stands there instead.</summary>
    Instead,

    /// <summary>The field is left out.</summary>
    Without,

    /// <summary>The field stands there twice.</summary>
    Twice,

    /// <summary>The object has a field that no schema knows.</summary>
    Surplus,
}

/// <summary>One change of a JSON body at one place.</summary>
/// <param name="Raw">What stands there instead, as it is written.</param>
internal sealed record JsonChange(string Path, string What, ChangeKind Kind, string Raw = "")
{
    /// <summary>The body with this change, as it is sent.</summary>
    public string Apply(JsonNode? body)
    {
        var text = new StringBuilder();
        Write(text, body, "$");
        return text.ToString();
    }

    public override string ToString() => $"{Path}: {What}";

    private void Write(StringBuilder text, JsonNode? node, string path)
    {
        var here = path == Path;
        switch (node)
        {
            case var _ when here && Kind == ChangeKind.Instead:
                text.Append(Raw);
                break;
            case JsonObject of:
                text.Append('{');
                var first = true;
                foreach (var (name, value) in of)
                {
                    var at = $"{path}.{name}";
                    var times =
                        at != Path
                            ? 1
                            : Kind switch
                            {
                                ChangeKind.Without => 0,
                                ChangeKind.Twice => 2,
                                _ => 1,
                            };
                    for (; times > 0; times--)
                    {
                        text.Append(first ? "" : ",").Append(JsonSerializer.Serialize(name)).Append(':');
                        Write(text, value, at);
                        first = false;
                    }
                }

                if (here && Kind == ChangeKind.Surplus)
                {
                    text.Append(first ? "" : ",").Append("\"surplus\":1");
                }

                text.Append('}');
                break;
            case JsonArray of:
                text.Append('[');
                foreach (var (index, item) in of.Index())
                {
                    text.Append(index == 0 ? "" : ",");
                    Write(text, item, $"{path}[{index}]");
                }

                text.Append(']');
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }
}

/// <summary>Every change that the fuzz knows, at every place of a body.</summary>
internal sealed class JsonChanges(ApiDocument document, ValueMaker values)
{
    private static readonly (string What, string Raw)[] WrongTypes =
    [
        ("null", "null"),
        ("a number", "7"),
        ("a text", "\"x\""),
        ("a truth value", "true"),
        ("an object", "{}"),
        ("a list", "[]"),
        ("a list in a list", "[[]]"),
        ("a huge number", "1e400"),
        ("a number of many digits", new string('9', 400)),
        ("no JSON", "NaN"),
        ("nested deeply", new string('[', 300) + new string(']', 300)),
    ];

    private static readonly (string What, string Raw)[] Texts =
    [
        ("empty", "\"\""),
        ("blank", "\"   \""),
        ("201 characters", Quoted(new string('长', 201))),
        ("4001 characters", Quoted(new string('长', 4001))),
        ("100000 characters", Quoted(new string('a', 100_000))),
        ("a null character", "\"a\\u0000b\""),
        ("a lone high surrogate", "\"\\ud83d\""),
        ("a lone low surrogate", "\"\\udc00a\""),
        ("a text of four-byte characters", "\"\\ud83d\\ude00𠮷\""),
        ("text turned round", "\"a\\u202eb\\u2066c\""),
        ("zero-width characters", "\"a\\u200b\\u200d\\ufeffb\""),
        ("many combining marks", Quoted("e" + new string('\u0301', 190))),
        ("two lines", "\"a\\nb\""),
        ("a control character", "\"a\\u0007b\""),
        ("a non-character", "\"\\uffff\\ufffe\""),
        ("a raw control character", "\"a\u0001b\""),
        ("markup", "\"<script>alert(1)</script>\""),
        ("an apostrophe and a comment", "\"'; DROP TABLE x; -- %00 \\\\ \""),
        ("a formula", "\"=1+1\""),
        ("full-width digits", "\"１２３\""),
        ("a line separator", "\"a\\u2028b\\u0085c\""),
    ];

    private static readonly (string What, string Raw)[] Ids =
    [
        ("the empty id", Quoted(Guid.Empty.ToString())),
        ("an id of nobody", Quoted(Guid.AllBitsSet.ToString())),
        ("an id in braces", "\"{0196f3a0-0000-7000-8000-000000000001}\""),
        ("no id", "\"0196f3a0\""),
    ];

    private static readonly (string What, string Raw)[] Dates =
    [
        ("the first day of all", "\"0001-01-01\""),
        ("the last day of all", "\"9999-12-31\""),
        ("long ago", "\"1949-10-01\""),
        ("just within 1990", "\"1990-01-01\""),
        ("the last day of 2100", "\"2100-12-31\""),
        ("a day that is none", "\"2026-02-30\""),
        ("an unpadded date", "\"2026-3-1\""),
        ("an instant", "\"2026-03-02T01:00:00Z\""),
        ("a year of five digits", "\"12026-01-01\""),
        ("words", "\"2026年3月2日\""),
    ];

    private static readonly (string What, string Raw)[] Numbers =
    [
        ("nought", "0"),
        ("minus one", "-1"),
        ("a fraction", "1.5"),
        ("an exponent", "1e2"),
        ("the largest of 32 bits", "2147483647"),
        ("beyond 32 bits", "2147483648"),
        ("the smallest of 32 bits", "-2147483648"),
        ("the largest of 64 bits", "9223372036854775807"),
        ("beyond 64 bits", "9223372036854775808"),
        ("minus nought", "-0"),
        ("a number in quotes", "\"1\""),
    ];

    private static readonly (string What, string Raw)[] Amounts =
    [
        ("nothing", "\"0.00\""),
        ("one fen", "\"0.01\""),
        ("less than nothing", "\"-0.01\""),
        ("minus nothing", "\"-0.00\""),
        ("the largest line", "\"1000000000.00\""),
        ("more than the largest line", "\"1000000000.01\""),
        ("the largest amount", "\"100000000000.00\""),
        ("more than the largest amount", "\"100000000000.01\""),
        ("the longest that the pattern admits", "\"99999999999999999.99\""),
        ("the least that the pattern admits", "\"-99999999999999999.99\""),
        ("one decimal", "\"1.5\""),
        ("a comma", "\"1,000.00\""),
        ("full-width digits", "\"１００.００\""),
        ("a number", "100.00"),
    ];

    /// <summary>All of them; the caller takes as many as it has time for.</summary>
    public IReadOnlyList<JsonChange> Of(JsonNode? body, JsonElement schema)
    {
        var changes = new List<JsonChange>();
        Collect(body, schema, "$", isField: false, changes);
        return changes;
    }

    private void Collect(JsonNode? node, JsonElement reference, string path, bool isField, List<JsonChange> changes)
    {
        var schema = Variant(document.Resolve(reference));
        changes.AddRange(WrongTypes.Select(wrong => new JsonChange(path, wrong.What, ChangeKind.Instead, wrong.Raw)));
        if (isField)
        {
            changes.Add(new(path, "left out", ChangeKind.Without));
            changes.Add(new(path, "twice", ChangeKind.Twice));
        }

        switch (node)
        {
            case JsonObject of:
                changes.Add(new(path, "a surplus field", ChangeKind.Surplus));
                foreach (var (name, value) in of)
                {
                    var part =
                        schema.TryGetProperty("properties", out var known) && known.TryGetProperty(name, out var told)
                            ? told
                            : default;
                    Collect(value, part, $"{path}.{name}", isField: true, changes);
                }

                break;
            case JsonArray of:
                var item =
                    schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("items", out var items)
                        ? items
                        : default;
                var sample = of.Count > 0 ? of[0]?.ToJsonString() ?? "null" : "{}";
                changes.Add(new(path, "empty", ChangeKind.Instead, "[]"));
                changes.Add(new(path, "a list of null", ChangeKind.Instead, "[null]"));
                changes.Add(
                    new(
                        path,
                        "1001 items",
                        ChangeKind.Instead,
                        $"[{string.Join(',', Enumerable.Repeat(sample, 1001))}]"
                    )
                );
                changes.Add(new(path, "the same item twice", ChangeKind.Instead, $"[{sample},{sample}]"));
                foreach (var (index, value) in of.Index().Take(2))
                {
                    Collect(value, item, $"{path}[{index}]", isField: false, changes);
                }

                break;
            default:
                changes.AddRange(
                    ValuesFor(schema).Select(value => new JsonChange(path, value.What, ChangeKind.Instead, value.Raw))
                );
                break;
        }
    }

    private (string What, string Raw)[] ValuesFor(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        if (schema.TryGetProperty("enum", out var words))
        {
            var word = words.EnumerateArray().Select(one => one.ToString()).First();
            return
            [
                ("a word of no list", "\"castle\""),
                ("an empty word", "\"\""),
                ("a word in capitals", Quoted(word.ToUpperInvariant())),
                ("two words", Quoted($"{word}, {word}")),
                ("the number of a word", "1"),
                ("a number in quotes", "\"1\""),
                .. words.EnumerateArray().Select(one => ($"the word {one}", one.GetRawText())),
            ];
        }

        var type = values.TypeOf(schema);
        if (type is "integer" or "number")
        {
            return [.. Numbers, .. Bounds(schema)];
        }

        if (type != "string")
        {
            return [];
        }

        return (schema.TryGetProperty("format", out var format) ? format.GetString() : null) switch
        {
            "uuid" => Ids,
            "date" or "date-time" => Dates,
            _ when schema.TryGetProperty("pattern", out _) => Amounts,
            _ => [.. Texts, .. Lengths(schema)],
        };
    }

    private static IEnumerable<(string What, string Raw)> Bounds(JsonElement schema)
    {
        foreach (var bound in new[] { "minimum", "maximum" })
        {
            if (schema.TryGetProperty(bound, out var told))
            {
                yield return ($"the {bound}", told.GetRawText());
                yield return ($"below the {bound}", $"{told.GetDecimal() - 1}");
                yield return ($"above the {bound}", $"{told.GetDecimal() + 1}");
            }
        }
    }

    private static IEnumerable<(string What, string Raw)> Lengths(JsonElement schema)
    {
        foreach (var bound in new[] { "minLength", "maxLength" })
        {
            if (schema.TryGetProperty(bound, out var told))
            {
                yield return ($"as long as {bound}", Quoted(new string('a', told.GetInt32())));
                yield return ($"longer than {bound}", Quoted(new string('a', told.GetInt32() + 1)));
            }
        }
    }

    // Of a value that may be null, the value.
    private JsonElement Variant(JsonElement schema)
    {
        while (
            schema.ValueKind == JsonValueKind.Object
            && (schema.TryGetProperty("oneOf", out var some) || schema.TryGetProperty("anyOf", out some))
        )
        {
            schema = document.Resolve(some.EnumerateArray().First(one => values.TypeOf(one) != "null"));
        }

        return schema;
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
