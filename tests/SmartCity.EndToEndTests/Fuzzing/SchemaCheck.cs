using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmartCity.EndToEndTests.Fuzzing;

/// <summary>
/// Compares a value with a schema of the document. It knows the keywords that the service's documents use; another one
/// is itself a fault, so that no schema is taken for checked that was not.
/// </summary>
internal sealed class SchemaCheck(ApiDocument document)
{
    private static readonly string[] Annotations =
    [
        "description",
        "title",
        "default",
        "example",
        "examples",
        "deprecated",
        "readOnly",
        "writeOnly",
    ];

    /// <returns>Each place that differs and how; none where the value is as the schema says.</returns>
    public IReadOnlyList<string> FaultsOf(JsonElement value, JsonElement schema)
    {
        var faults = new List<string>();
        Check(value, schema, "$", faults);
        return faults;
    }

    private void Check(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var keyword in schema.EnumerateObject())
        {
            var told = keyword.Value;
            switch (keyword.Name)
            {
                case "$ref":
                    Check(value, document.Resolve(schema), path, faults);
                    break;
                case "type":
                    Demand(IsOfType(value, told), $"{path} is no {told.GetRawText()}");
                    break;
                case "enum":
                    Demand(
                        told.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)),
                        $"{path} is no word of {told.GetRawText()}"
                    );
                    break;
                case "oneOf":
                case "anyOf":
                    Demand(told.EnumerateArray().Any(one => Fits(value, one)), $"{path} fits none of {keyword.Name}");
                    break;
                case "allOf":
                    foreach (var part in told.EnumerateArray())
                    {
                        Check(value, part, path, faults);
                    }

                    break;
                case "required" when value.ValueKind == JsonValueKind.Object:
                    foreach (var name in told.EnumerateArray().Select(one => one.GetString()!))
                    {
                        Demand(value.TryGetProperty(name, out _), $"{path} lacks {name}");
                    }

                    break;
                case "properties" when value.ValueKind == JsonValueKind.Object:
                    foreach (var property in value.EnumerateObject())
                    {
                        if (told.TryGetProperty(property.Name, out var part))
                        {
                            Check(property.Value, part, $"{path}.{property.Name}", faults);
                        }
                    }

                    break;
                case "additionalProperties" when value.ValueKind == JsonValueKind.Object:
                    CheckFurther(value, schema, told, path, faults);
                    break;
                case "items" when value.ValueKind == JsonValueKind.Array:
                    foreach (var (index, item) in value.EnumerateArray().Index())
                    {
                        Check(item, told, $"{path}[{index}]", faults);
                    }

                    break;
                case "format" when value.ValueKind is JsonValueKind.String or JsonValueKind.Number:
                    Demand(IsOfFormat(value, told.GetString()!), $"{path} is no {told.GetString()}: {value}");
                    break;
                case "pattern" when value.ValueKind == JsonValueKind.String:
                    Demand(
                        Regex.IsMatch(value.GetString()!, told.GetString()!),
                        $"{path} does not match {told.GetString()}: {value}"
                    );
                    break;
                case "minimum" when value.ValueKind == JsonValueKind.Number:
                    Demand(value.GetDecimal() >= told.GetDecimal(), $"{path} is below {told}: {value}");
                    break;
                case "maximum" when value.ValueKind == JsonValueKind.Number:
                    Demand(value.GetDecimal() <= told.GetDecimal(), $"{path} is above {told}: {value}");
                    break;
                case "minLength" when value.ValueKind == JsonValueKind.String:
                    Demand(value.GetString()!.Length >= told.GetInt32(), $"{path} is too short");
                    break;
                case "maxLength" when value.ValueKind == JsonValueKind.String:
                    Demand(value.GetString()!.Length <= told.GetInt32(), $"{path} is too long");
                    break;
                case "minItems" when value.ValueKind == JsonValueKind.Array:
                    Demand(value.GetArrayLength() >= told.GetInt32(), $"{path} has too few items");
                    break;
                case "maxItems" when value.ValueKind == JsonValueKind.Array:
                    Demand(value.GetArrayLength() <= told.GetInt32(), $"{path} has too many items");
                    break;
                case "required" or "properties" or "additionalProperties" or "items" or "format" or "pattern":
                case "minimum" or "maximum" or "minLength" or "maxLength" or "minItems" or "maxItems":
                    break;
                default:
                    Demand(
                        Annotations.Contains(keyword.Name),
                        $"{path}: the check does not know the keyword {keyword.Name}"
                    );
                    break;
            }
        }

        void Demand(bool holds, string otherwise)
        {
            if (!holds)
            {
                faults.Add(otherwise);
            }
        }
    }

    private bool Fits(JsonElement value, JsonElement schema)
    {
        var faults = new List<string>();
        Check(value, schema, "$", faults);
        return faults.Count == 0;
    }

    private void CheckFurther(
        JsonElement value,
        JsonElement schema,
        JsonElement further,
        string path,
        List<string> faults
    )
    {
        foreach (var property in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var known) && known.TryGetProperty(property.Name, out _))
            {
                continue;
            }

            if (further.ValueKind == JsonValueKind.False)
            {
                faults.Add($"{path} has {property.Name}, which the schema does not know");
            }
            else
            {
                Check(property.Value, further, $"{path}.{property.Name}", faults);
            }
        }
    }

    private static bool IsOfType(JsonElement value, JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(one => IsOfType(value, one))
            : type.GetString() switch
            {
                "null" => value.ValueKind == JsonValueKind.Null,
                "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
                "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
                "number" => value.ValueKind == JsonValueKind.Number,
                "string" => value.ValueKind == JsonValueKind.String,
                "array" => value.ValueKind == JsonValueKind.Array,
                "object" => value.ValueKind == JsonValueKind.Object,
                _ => false,
            };

    // A value of another kind has no such form either; asking an element for what it is not would throw.
    private static bool IsOfFormat(JsonElement value, string format) =>
        (value.ValueKind, format) switch
        {
            (JsonValueKind.String, "uuid") => Guid.TryParseExact(value.GetString(), "D", out _),
            (JsonValueKind.String, "date") => DateOnly.TryParseExact(
                value.GetString(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            ),
            (JsonValueKind.String, "date-time") => value.TryGetDateTimeOffset(out _),
            (JsonValueKind.String, "uri-reference") => Uri.TryCreate(
                value.GetString(),
                UriKind.RelativeOrAbsolute,
                out _
            ),
            (JsonValueKind.Number, "int32") => value.TryGetInt32(out _),
            (JsonValueKind.Number, "int64") => value.TryGetInt64(out _),
            (JsonValueKind.Number, "double") => value.TryGetDouble(out _),
            _ => false,
        };
}
