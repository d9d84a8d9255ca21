using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using SmartCity.Api.Http;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Api.OpenApi;

/// <summary>The schema of every problem, and the answer for each status with an example.</summary>
internal static class ProblemDescriptions
{
    public const string SchemaName = "Problem";

    private const string RetryAfter = "Retry-After";

    private static readonly string Receipt = "01936f3e-8a5c-7b1d-9c57-2f6a3f1f0d11";

    public static string ResponseName(string status) => $"Problem{status}";

    /// <summary>A reference to the answer of that status; the answer is added to the document where it is missing.</summary>
    public static OpenApiResponseReference ResponseOf(string status, OpenApiDocument document)
    {
        var name = ResponseName(status);
        document.Components ??= new();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        if (!document.Components.Schemas.ContainsKey(SchemaName))
        {
            document.AddComponent(SchemaName, Schema());
        }

        if (document.Components.Responses?.ContainsKey(name) != true)
        {
            document.AddComponent(name, Response(status, document));
        }

        return new(name, document);
    }

    private static OpenApiResponse Response(string status, OpenApiDocument document)
    {
        var problem = ExampleOf(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture));
        var response = new OpenApiResponse
        {
            Description = $"{problem.Title}。{problem.Detail}",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Problems.ContentType] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchemaReference(SchemaName, document),
                    Example = JsonSerializer.SerializeToNode(problem, Json.Options),
                },
            },
        };
        if (status is "429" or "503")
        {
            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                [RetryAfter] = new OpenApiHeader
                {
                    Description = "几秒后重试。Seconds to wait.",
                    Required = true,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" },
                },
            };
        }

        return response;
    }

    private static ProblemDetails ExampleOf(int status)
    {
        var problem = status switch
        {
            400 => Problems.Of(Error.Invalid([new("name", "NotEmptyValidator", "名称不能为空。")]), Language.Chinese),
            404 => Problems.Of(Error.NotFound(new("该事项", "object")), Language.Chinese),
            409 => Problems.Of(
                Error.IllegalTransition(new("当前状态不能办理此事。", "Not possible in this state.")),
                Language.Chinese
            ),
            412 => Problems.Of(Error.VersionConflict(), Language.Chinese),
            422 => Problems.Of(Error.Refused([Refusal()]), Language.Chinese),
            428 => Problems.Of(Error.PreconditionRequired(), Language.Chinese),
            _ => PipelineProblem.Of(status).ToProblem(Language.Chinese),
        };
        if (status is 422)
        {
            problem.Extensions["receipt"] = Receipt;
        }

        if (status >= 500)
        {
            problem.Extensions["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736";
        }

        return problem;
    }

    private static Violation Refusal() =>
        new(
            "RULE_CODE",
            RuleKind.Refusal,
            BasisKind.Text,
            new("依据第一条", "Under article 1"),
            1,
            [],
            "……",
            JsonSerializer.SerializeToElement(new { required = "1000000.00", given = "999999.99" }),
            new("补正后重新提交。", "Correct it and send again."),
            1
        );

    private static OpenApiSchema Schema() =>
        Object(
            "出错或不予办理时的统一格式（RFC 9457）。Every failure has this shape.",
            required: ["type", "title", "status", "code"],
            new()
            {
                ["type"] = Text("问题类别的相对地址。", format: "uri-reference"),
                ["title"] = Text("标题，语言随 Accept-Language。"),
                ["status"] = Number("HTTP 状态码。", 400, 599),
                ["detail"] = Text("说明和怎么办。"),
                ["instance"] = Text("具体一次问题的地址。", format: "uri-reference"),
                ["code"] = Text("稳定的代码，供程序判断；不予办理时是第一条规则的代码。"),
                ["errors"] = List("有误的字段，一次全部列出。", FieldErrorSchema()),
                ["violations"] = List("不符合的规定，一次全部列出。", ViolationSchema()),
                ["receipt"] = Text("本次办理留下的审计记录编号。", format: "uuid"),
                ["traceId"] = Text("系统出错时告诉管理员的跟踪编号。"),
            }
        );

    private static OpenApiSchema FieldErrorSchema() =>
        Object(
            "一个有误的字段。",
            ["field", "code", "message"],
            new()
            {
                ["field"] = Text("字段在请求中的路径。"),
                ["code"] = Text("稳定的代码。"),
                ["message"] = Text("哪里不对。"),
            }
        );

    internal static OpenApiSchema ViolationSchema() =>
        Object(
            "一条不符合的规定：条文、依据、比较的事实和补正办法。",
            [
                "code",
                "kind",
                "basisKind",
                "basis",
                "article",
                "alsoCites",
                "quotedText",
                "facts",
                "remedy",
                "ruleVersion",
            ],
            new()
            {
                ["code"] = Text("规则的唯一代码。"),
                ["kind"] = Words<RuleKind>("拒绝办理，或记为违反义务。"),
                ["basisKind"] = Words<BasisKind>("依据的性质：条文、解释、上位法、内部控制。"),
                ["basis"] = Text("依据的表述。"),
                ["article"] = Number("主要依据的条。", 1, 44),
                ["alsoCites"] = List("同时引用的条文和法律。", Text("引用。")),
                ["quotedText"] = Text("所依据的原文。"),
                ["facts"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "比较的事实。" },
                ["remedy"] = Text("怎样补正。"),
                ["ruleVersion"] = Number("判断所用的规则版本。", 1, int.MaxValue),
            }
        );

    internal static OpenApiSchema Object(
        string description,
        HashSet<string> required,
        Dictionary<string, IOpenApiSchema> properties
    ) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = description,
            Required = required,
            Properties = properties,
            AdditionalPropertiesAllowed = false,
        };

    internal static OpenApiSchema List(string description, OpenApiSchema items) =>
        new()
        {
            Type = JsonSchemaType.Array,
            Description = description,
            Items = items,
        };

    internal static OpenApiSchema Text(string description, string? format = null) =>
        new()
        {
            Type = JsonSchemaType.String,
            Description = description,
            Format = format,
        };

    internal static OpenApiSchema Number(string description, int from, int to) =>
        new()
        {
            Type = JsonSchemaType.Integer,
            Format = "int32",
            Description = description,
            Minimum = from.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Maximum = to.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };

    private static OpenApiSchema Words<TEnum>(string description)
        where TEnum : struct, Enum =>
        new()
        {
            Type = JsonSchemaType.String,
            Description = description,
            Enum = [.. Enum.GetValues<TEnum>().Select(value => JsonSerializer.SerializeToNode(value, Json.Options)!)],
        };
}
