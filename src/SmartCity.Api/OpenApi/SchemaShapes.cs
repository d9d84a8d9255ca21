using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.Api.OpenApi;

/// <summary>Describes the values that converters of our own read and write as text; the framework cannot look into those.</summary>
internal sealed class SchemaShapes : IOpenApiSchemaTransformer
{
    public Task TransformAsync(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var declared = context.JsonTypeInfo.Type;
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (IsText(type) && schema.Type is null)
        {
            Shape(schema, type);
            // The other types stand in the document by their names; who refers to one says beside it that it may be null.
            if (type == typeof(string) && context.JsonPropertyInfo is { IsGetNullable: true })
            {
                schema.Type |= JsonSchemaType.Null;
            }
        }
        else if (context.JsonTypeInfo.ElementType is { } element && IsText(element))
        {
            var part = new OpenApiSchema();
            Shape(part, element);
            if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Dictionary)
            {
                schema.AdditionalProperties ??= part;
            }
            else
            {
                schema.Items ??= part;
            }
        }

        // Who refers to a set of words says beside it that there may be none; null is no word of the set.
        schema.Enum = schema.Enum?.Where(word => word is not null && !word.IsJsonNullSentinel()).ToList();
        return Task.CompletedTask;
    }

    private static bool IsText(Type type) =>
        type == typeof(string)
        || type.IsAssignableTo(typeof(IStrongId))
        || type.IsDefined(typeof(WrittenAsTextAttribute), inherit: false);

    private static void Shape(OpenApiSchema schema, Type type)
    {
        schema.Type = JsonSchemaType.String;
        if (type.IsAssignableTo(typeof(IStrongId)))
        {
            schema.Format = "uuid";
        }
        else if (type.GetCustomAttribute<WrittenAsTextAttribute>() is { } written)
        {
            schema.Pattern = written.Pattern;
            schema.Examples = [written.Example];
        }
    }
}
