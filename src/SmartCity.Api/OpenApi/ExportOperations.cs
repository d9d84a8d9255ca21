using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SmartCity.BuildingBlocks.Exports;

namespace SmartCity.Api.OpenApi;

/// <summary>Describes what an export takes and gives otherwise than its list: a format and a file, but no pages.</summary>
internal static class ExportOperations
{
    public static void Describe(OpenApiOperation operation, IList<object> metadata)
    {
        if (!metadata.OfType<ExportsList>().Any())
        {
            return;
        }

        operation.Parameters =
        [
            new OpenApiParameter
            {
                Name = ListRoutes.Format,
                In = ParameterLocation.Query,
                Required = true,
                Description = "文件格式。The file's format.",
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Enum = [.. ListRoutes.FormatsOfLists.Select(word => (JsonNode)word)],
                },
            },
            .. (operation.Parameters ?? []).Where(one => one.Name is not (ListRoutes.After or ListRoutes.Limit)),
        ];
        if (operation.Responses?["200"] is OpenApiResponse file)
        {
            file.Description = "整个列表。The whole list as a file.";
            file.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["Content-Disposition"] = TextHeader("文件名。The file's name."),
                ["Receipt"] = TextHeader("本次导出留下的审计条目编号。The audit entry of this export."),
            };
        }
    }

    private static OpenApiHeader TextHeader(string description) =>
        new()
        {
            Description = description,
            Required = true,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
