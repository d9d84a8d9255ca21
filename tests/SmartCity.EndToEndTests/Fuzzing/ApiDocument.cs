using System.Globalization;
using System.Net;
using System.Text.Json;

namespace SmartCity.EndToEndTests.Fuzzing;

/// <summary>A parameter of an operation.</summary>
/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
internal sealed record DocumentedParameter(string Name, string In, bool IsRequired, JsonElement Schema);

/// <summary>What an operation may answer under one status.</summary>
/// <param name="Content">The schema of each content type; empty where there is no body.</param>
/// <param name="Headers">Those that the answer carries.</param>
internal sealed record DocumentedAnswer(
    IReadOnlyDictionary<string, JsonElement> Content,
    IReadOnlyList<string> Headers
);

/// <summary>A request body in one content type.</summary>
internal sealed record DocumentedBody(string ContentType, JsonElement Schema, JsonElement? Example);

/// <summary>One method of one path.</summary>
internal sealed record Operation(
    string Id,
    string Method,
    string Path,
    bool NeedsSignIn,
    IReadOnlyList<DocumentedParameter> Parameters,
    IReadOnlyList<DocumentedBody> Bodies,
    IReadOnlyDictionary<int, DocumentedAnswer> Answers
)
{
    public IEnumerable<DocumentedParameter> In(string place) => Parameters.Where(parameter => parameter.In == place);

    public bool Takes(string header) => In("header").Any(parameter => parameter.Name == header);

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>An OpenAPI document as the service hands it out.</summary>
internal sealed class ApiDocument
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

    private readonly JsonElement root;

    public ApiDocument(JsonElement root)
    {
        this.root = root;
        Operations =
        [
            .. root.GetProperty("paths")
                .EnumerateObject()
                .SelectMany(path =>
                    path.Value.EnumerateObject()
                        .Where(one => Methods.Contains(one.Name))
                        .Select(one => OperationOf(path.Name, one.Name.ToUpperInvariant(), one.Value))
                ),
        ];
    }

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>Every document that the service serves, by version.</summary>
    public static async Task<IReadOnlyList<ApiDocument>> ReadAllAsync(HttpClient client, CancellationToken cancellation)
    {
        var documents = new List<ApiDocument>();
        while (true)
        {
            using var answer = await client.GetAsync(
                new Uri($"openapi/v{documents.Count + 1}.json", UriKind.Relative),
                cancellation
            );
            if (answer.StatusCode == HttpStatusCode.NotFound && documents.Count > 0)
            {
                return documents;
            }

            answer.EnsureSuccessStatusCode();
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            documents.Add(new(JsonElement.Parse(text)));
        }
    }

    /// <summary>What a reference refers to; anything else is itself.</summary>
    public JsonElement Resolve(JsonElement one)
    {
        while (one.ValueKind == JsonValueKind.Object && one.TryGetProperty("$ref", out var reference))
        {
            one = reference
                .GetString()!
                .Split('/')
                .Skip(1)
                .Aggregate(root, (at, part) => at.GetProperty(part.Replace("~1", "/").Replace("~0", "~")));
        }

        return one;
    }

    private Operation OperationOf(string path, string method, JsonElement told) =>
        new(
            told.TryGetProperty("operationId", out var id) ? id.GetString()! : $"{method} {path}",
            method,
            path,
            told.TryGetProperty("security", out var security) && security.GetArrayLength() > 0,
            told.TryGetProperty("parameters", out var parameters)
                ? [.. parameters.EnumerateArray().Select(ParameterOf)]
                : [],
            told.TryGetProperty("requestBody", out var body)
                ? [.. Resolve(body).GetProperty("content").EnumerateObject().Select(BodyOf)]
                : [],
            told.GetProperty("responses")
                .EnumerateObject()
                .ToDictionary(
                    answer => int.Parse(answer.Name, CultureInfo.InvariantCulture),
                    answer => AnswerOf(Resolve(answer.Value))
                )
        );

    private DocumentedParameter ParameterOf(JsonElement reference)
    {
        var told = Resolve(reference);
        return new(
            told.GetProperty("name").GetString()!,
            told.GetProperty("in").GetString()!,
            told.TryGetProperty("required", out var required) && required.GetBoolean(),
            told.GetProperty("schema")
        );
    }

    private static DocumentedBody BodyOf(JsonProperty content) =>
        new(
            content.Name,
            content.Value.TryGetProperty("schema", out var schema) ? schema : default,
            content.Value.TryGetProperty("example", out var example) ? example : null
        );

    private static DocumentedAnswer AnswerOf(JsonElement told) =>
        new(
            told.TryGetProperty("content", out var content)
                ? content
                    .EnumerateObject()
                    .ToDictionary(
                        one => one.Name,
                        one => one.Value.TryGetProperty("schema", out var schema) ? schema : default
                    )
                : new Dictionary<string, JsonElement>(),
            told.TryGetProperty("headers", out var headers)
                ? [.. headers.EnumerateObject().Select(header => header.Name)]
                : []
        );
}
