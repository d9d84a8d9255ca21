using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.OpenApi;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.Api.OpenApi;

/// <summary>Describes enums in query strings by the words that are understood.</summary>
internal static class WordParameters
{
    public static void Describe(OpenApiOperation operation, IEnumerable<ApiParameterDescription> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (
                parameter.ParameterDescriptor
                    is IParameterInfoParameterDescriptor { ParameterInfo.ParameterType: var type }
                && Words.Of(type) is { } words
                && operation.Parameters?.FirstOrDefault(one => one.Name == parameter.Name) is OpenApiParameter described
            )
            {
                described.Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Enum = [.. words.Select(word => (JsonNode)word)],
                };
            }
        }
    }
}
