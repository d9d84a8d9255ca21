using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.Api.OpenApi;

/// <summary>Adds to each operation what its endpoint's metadata tells: who may, which headers, which problems, an example.</summary>
internal sealed class OperationDetails : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var document = context.Document!;
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var signedIn = metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any();
        operation.Security = signedIn
            ? [new() { [new(DocumentFrame.SignIn, document)] = [] }]
            : new List<OpenApiSecurityRequirement>();
        WordParameters.Describe(operation, context.Description.ParameterDescriptions);
        ExportOperations.Describe(operation, metadata);
        AddHeaders(operation, metadata);
        AddRequestExample(operation, metadata);
        DescribeFile(operation);
        AddAnswerHeaders(operation);
        DryRunOperations.Describe(operation, metadata, document);
        AddProblems(operation, signedIn, document);
        RemoveWhatCannotBe(operation, metadata, context.Description.HttpMethod);
        return Task.CompletedTask;
    }

    private static void AddHeaders(OpenApiOperation operation, IList<object> metadata)
    {
        operation.Parameters ??= [];
        operation.Parameters =
        [
            .. operation.Parameters.Where(parameter => parameter.Name != DocumentFrame.VersionSegment),
        ];
        if (metadata.OfType<RequiresIfMatch>().Any())
        {
            operation.Parameters.Add(
                Header("If-Match", "读取时返回的 ETag；版本已更新时返回 412。The ETag as you read it.", "\"3\"", true)
            );
        }

        if (metadata.OfType<RequiresIdempotencyKey>().Any())
        {
            operation.Parameters.Add(
                Header(
                    "Idempotency-Key",
                    "自行生成的唯一键，重复发送时只办理一次。A key of your own making: a repeated request is carried out once.",
                    "3f6c1b0e-declaration-1",
                    true
                )
            );
        }

        operation.Parameters.Add(
            Header("Accept-Language", "返回文字的语言，默认中文。Language of the texts.", "zh-CN", false)
        );
    }

    private static OpenApiParameter Header(string name, string description, string example, bool required) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
            Example = example,
        };

    private static void AddRequestExample(OpenApiOperation operation, IList<object> metadata)
    {
        if (
            metadata.OfType<RequestExample>().LastOrDefault() is { } example
            && operation.RequestBody?.Content?.TryGetValue("application/json", out var body) == true
            && body is { } media
        )
        {
            media.Example = JsonSerializer.SerializeToNode(example.Value, example.Value.GetType(), Json.Options);
        }
    }

    private static void DescribeFile(OpenApiOperation operation)
    {
        if (operation.RequestBody?.Content?.TryGetValue("multipart/form-data", out var form) == true)
        {
            form.Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string> { "file" },
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["file"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String,
                        Format = "binary",
                        Description = "文件内容。The file.",
                    },
                },
                AdditionalPropertiesAllowed = false,
            };
        }
    }

    private static void AddAnswerHeaders(OpenApiOperation operation)
    {
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            if (answer is not OpenApiResponse response || status is not ("200" or "201"))
            {
                continue;
            }

            var carriesVersion = response.Content?.Values.Any(media =>
                media.Schema is OpenApiSchemaReference { Reference.Id: "Receipt" }
            );
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            if (carriesVersion == true)
            {
                response.Headers["ETag"] = TextHeader("办理后的版本，下次修改时作 If-Match。The version now.");
            }

            if (status == "201")
            {
                response.Headers["Location"] = TextHeader("新事项的地址。The new object's address.");
            }
        }
    }

    private static OpenApiHeader TextHeader(string description) =>
        new()
        {
            Description = description,
            Required = true,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static void AddProblems(OpenApiOperation operation, bool signedIn, OpenApiDocument document)
    {
        operation.Responses ??= [];
        var declared = operation
            .Responses.Where(answer => answer.Value.Content?.ContainsKey(Problems.ContentType) == true)
            .Select(answer => answer.Key)
            .ToList();
        string[] everywhere = ["400", "414", "429", "500"];
        string[] behindSignIn = ["401", "403", "503"];
        string[] withBody = ["413", "415"];
        foreach (
            var status in declared
                .Concat(everywhere)
                .Concat(signedIn ? behindSignIn : [])
                .Concat(operation.RequestBody is null ? [] : withBody)
                .Distinct()
        )
        {
            if (declared.Contains(status) || !operation.Responses.ContainsKey(status))
            {
                operation.Responses[status] = ProblemDescriptions.ResponseOf(status, document);
            }
        }

        // The server refuses these before a program is asked, and says no more than the status.
        operation.Responses["431"] = new OpenApiResponse
        {
            Description =
                "标头过大（合计超过 32 KB），由服务器直接拒绝，没有内容。Headers beyond 32 KB, refused by the server itself.",
        };
        var inOrder = operation.Responses.OrderBy(answer => answer.Key, StringComparer.Ordinal).ToList();
        operation.Responses.Clear();
        foreach (var (status, answer) in inOrder)
        {
            operation.Responses.Add(status, answer);
        }
    }

    // The answers of a kind of command or query are told at its type; what an endpoint does not ask, it does not answer.
    private static void RemoveWhatCannotBe(OpenApiOperation operation, IList<object> metadata, string? method)
    {
        if (!metadata.OfType<RequiresIfMatch>().Any())
        {
            operation.Responses?.Remove("428");
        }

        // A list may be empty; absent it is never.
        var namesAnObject = operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true;
        if (!namesAnObject && method == HttpMethods.Get)
        {
            operation.Responses?.Remove("404");
        }
    }
}
