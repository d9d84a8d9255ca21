using Microsoft.OpenApi;
using SmartCity.BuildingBlocks.Http;
using static SmartCity.Api.OpenApi.ProblemDescriptions;

namespace SmartCity.Api.OpenApi;

/// <summary>Describes, at every command, that it can be asked about beforehand, and the verdict that is the answer then.</summary>
internal static class DryRunOperations
{
    private const string SchemaName = "DryRunVerdict";
    private const string Json = "application/json";

    public static void Describe(OpenApiOperation operation, IList<object> metadata, OpenApiDocument document)
    {
        if (!metadata.OfType<TellsBeforehand>().Any())
        {
            return;
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(
            new OpenApiParameter
            {
                Name = DryRuns.Parameter,
                In = ParameterLocation.Query,
                Description =
                    "为 true 时只预检：按同样的规则判断现在能否办理，一次说明全部原因，不作任何改变，也不留审计条目；If-Match 和 Idempotency-Key 可以不带。"
                    + "True only asks whether it would be accepted now, and changes nothing.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean },
            }
        );
        if (document.Components?.Schemas?.ContainsKey(SchemaName) != true)
        {
            document.AddComponent(SchemaName, Schema());
        }

        operation.Responses ??= [];
        if (operation.Responses.TryGetValue("200", out var known) && known is OpenApiResponse answer)
        {
            answer.Description = $"{answer.Description}；预检时为预检结论。Of a dry run: its verdict.";
            // A dry run tells no version.
            foreach (var header in (answer.Headers ?? new Dictionary<string, IOpenApiHeader>()).Values)
            {
                ((OpenApiHeader)header).Required = false;
            }

            AddVerdict(answer, document);
            return;
        }

        var verdict = new OpenApiResponse { Description = "预检结论。The verdict of a dry run." };
        AddVerdict(verdict, document);
        operation.Responses["200"] = verdict;
    }

    private static void AddVerdict(OpenApiResponse answer, OpenApiDocument document)
    {
        var verdict = new OpenApiSchemaReference(SchemaName, document);
        answer.Content ??= new Dictionary<string, OpenApiMediaType>();
        answer.Content[Json] = new OpenApiMediaType
        {
            Schema =
                answer.Content.TryGetValue(Json, out var media) && media.Schema is { } usual
                    ? new OpenApiSchema { OneOf = [usual, verdict] }
                    : verdict,
        };
    }

    private static OpenApiSchema Schema() =>
        Object(
            "预检结论：现在正式办理会怎样，没有改变任何内容。What the command would be answered now; nothing was changed.",
            ["allowed", "article", "legalDate", "ruleVersion", "denial", "obstacles", "violations", "rules"],
            new()
            {
                ["allowed"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Boolean,
                    Description = "现在正式办理是否会被受理。",
                },
                ["article"] = Number("办理所依据的条。", 1, 44),
                ["legalDate"] = Text("判断时的法定日期。", format: "date"),
                ["ruleVersion"] = OrNull(Number("判断所用的规则版本；没有比较任何规则的为空。", 1, int.MaxValue)),
                ["denial"] = OrNull(ReasonSchema("无权办理的原因；有权办理的为空。")),
                ["obstacles"] = List("规则之外的原因：版本、状态、重复等。", ReasonSchema("一个原因。")),
                ["violations"] = List("不符合的规定，一次全部列出。", ViolationSchema()),
                ["rules"] = List(
                    "比较过的全部规则。",
                    Object(
                        "一条比较过的规则。",
                        ["rule", "satisfied"],
                        new()
                        {
                            ["rule"] = Text("规则代码。"),
                            ["satisfied"] = new OpenApiSchema
                            {
                                Type = JsonSchemaType.Boolean,
                                Description = "是否符合。",
                            },
                        }
                    )
                ),
            }
        );

    private static OpenApiSchema ReasonSchema(string description) =>
        Object(
            description,
            ["code", "detail"],
            new() { ["code"] = Text("稳定的代码，与正式办理时的相同。"), ["detail"] = Text("原因和怎么办。") }
        );

    private static OpenApiSchema OrNull(OpenApiSchema schema)
    {
        schema.Type |= JsonSchemaType.Null;
        return schema;
    }
}
