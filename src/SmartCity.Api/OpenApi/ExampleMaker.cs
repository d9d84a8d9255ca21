using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace SmartCity.Api.OpenApi;

/// <summary>Makes an example from a schema where an endpoint gives none, so that no body is shown without one.</summary>
internal static class ExampleMaker
{
    private const int Deepest = 8;

    public static void FillIn(OpenApiDocument document)
    {
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.ToList() ?? []))
        {
            FillIn(operation.RequestBody?.Content);
            foreach (var answer in operation.Responses?.Values.ToList() ?? [])
            {
                FillIn(answer.Content);
            }
        }
    }

    private static void FillIn(IDictionary<string, OpenApiMediaType>? content)
    {
        foreach (var (type, media) in content ?? new Dictionary<string, OpenApiMediaType>())
        {
            if (
                type == "application/json"
                && media is OpenApiMediaType { Example: null, Examples: null or { Count: 0 }, Schema: { } schema } open
            )
            {
                open.Example = Of(schema, 0);
            }
        }
    }

    private static JsonNode? Of(IOpenApiSchema schema, int depth)
    {
        if ((schema.Examples?.FirstOrDefault() ?? schema.Enum?.FirstOrDefault(one => one is not null)) is { } given)
        {
            return given.DeepClone();
        }

        // A value that may be absent is described as one of null and the value.
        if ((schema.OneOf ?? schema.AnyOf)?.FirstOrDefault(one => one.Type != JsonSchemaType.Null) is { } alternative)
        {
            return Of(alternative, depth);
        }

        return (schema.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.Object when depth < Deepest => new JsonObject(
                (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(property =>
                    KeyValuePair.Create(property.Key, Of(property.Value, depth + 1))
                )
            ),
            JsonSchemaType.Array when depth < Deepest && schema.Items is { } items => new JsonArray(
                Of(items, depth + 1)
            ),
            JsonSchemaType.Array => new JsonArray(),
            JsonSchemaType.Integer or JsonSchemaType.Number => 1,
            JsonSchemaType.Boolean => true,
            JsonSchemaType.String => TextOf(schema.Format),
            _ => new JsonObject(),
        };
    }

    private static string TextOf(string? format) =>
        format switch
        {
            "uuid" => "01936f3e-8a5c-7b1d-9c57-2f6a3f1f0d11",
            "date" => "2026-03-02",
            "date-time" => "2026-03-02T01:00:00+00:00",
            _ => "示例",
        };
}
