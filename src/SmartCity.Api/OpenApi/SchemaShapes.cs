using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.Api.OpenApi;

/// <summary>Describes the values that converters of our own read and write; the framework cannot look into those.</summary>
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
        var nullable = type != declared || context.JsonPropertyInfo is { IsGetNullable: true };
        var text = nullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        if (type == typeof(string) && schema.Type is null)
        {
            schema.Type = text;
        }
        else if (type.IsAssignableTo(typeof(IStrongId)))
        {
            schema.Type = text;
            schema.Format = "uuid";
        }
        else if (type.GetCustomAttribute<WrittenAsTextAttribute>() is { } written)
        {
            schema.Type = text;
            schema.Pattern = written.Pattern;
            schema.Examples = [written.Example];
        }

        return Task.CompletedTask;
    }
}
