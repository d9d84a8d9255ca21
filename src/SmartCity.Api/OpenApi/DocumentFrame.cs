using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Api.OpenApi;

/// <summary>What stands around the operations: title, sign-in, tags; and examples where nobody gave one.</summary>
internal sealed class DocumentFrame : IOpenApiDocumentTransformer
{
    public const string SignIn = "signIn";

    /// <summary>The route parameter that the versioning library reads; readers see the version itself.</summary>
    public const string VersionSegment = "version";

    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info = new()
        {
            Title = "新型智慧城市项目与专项资金管理接口",
            Version = "1.0.0",
            Description = Introduction,
            Contact = new() { Name = "系统管理员 (the operator of this service)" },
            License = new() { Name = "All rights reserved", Identifier = "LicenseRef-All-Rights-Reserved" },
        };
        // The address from which the description was fetched is the one that serves.
        document.Servers = [new() { Url = "/", Description = "本服务 (this service)" }];
        document.AddComponent(SignIn, SignInScheme());
        // Problems and files are described by hand; what the framework derived of them nobody refers to.
        document.Components?.Schemas?.Remove("ProblemDetails");
        document.Components?.Schemas?.Remove("IFormFile");
        NameVersionInPaths(document);
        DescribeTags(document, context);
        ExampleMaker.FillIn(document);
        return Task.CompletedTask;
    }

    private const string Introduction =
        "金额是以元为单位、两位小数的文字（\"1000000.00\"）；日期是北京时间的日历日；编号是 UUID。"
        + "修改须带 If-Match，新办须带 Idempotency-Key。出错和不予办理都返回 application/problem+json。"
        + "地址上没有列出的方法（包括 HEAD：读取要留记录，没有内容的读取不应留下记录）一律返回 405，可用的方法见 Allow。"
        + "含 %00 的地址、超过 8 KB 的地址、合计超过 32 KB 的标头由服务器直接拒绝（400、414、431），没有内容。\n\n"
        + "Amounts are strings in yuan with two decimals; dates are calendar days in Asia/Shanghai; ids are UUIDs. "
        + "A change carries If-Match, a new object an Idempotency-Key. Every failure is an application/problem+json. "
        + "A method that is not listed is answered 405 with Allow; so is HEAD, for a read leaves records, and one without "
        + "content must not. An address that holds %00 or is longer than 8 KB, and headers of more than 32 KB, are refused "
        + "by the server itself (400, 414, 431) with no content.";

    private static OpenApiSecurityScheme SignInScheme() =>
        new()
        {
            Type = SecuritySchemeType.OAuth2,
            Description =
                "人员用授权码（PKCE），系统用客户端凭据。People: authorization code with PKCE; systems: client credentials.",
            Flows = new()
            {
                AuthorizationCode = new()
                {
                    AuthorizationUrl = new("/connect/authorize", UriKind.Relative),
                    TokenUrl = new("/connect/token", UriKind.Relative),
                    Scopes = new Dictionary<string, string> { ["openid"] = "登录 (sign in)" },
                },
                ClientCredentials = new()
                {
                    TokenUrl = new("/connect/token", UriKind.Relative),
                    Scopes = new Dictionary<string, string>(),
                },
            },
        };

    private static void NameVersionInPaths(OpenApiDocument document)
    {
        var paths = document.Paths.ToList();
        document.Paths.Clear();
        foreach (
            var (path, item) in paths
                .Select(one =>
                    (Path: one.Key.Replace($"/v{{{VersionSegment}}}/", "/v1/", StringComparison.Ordinal), one.Value)
                )
                .OrderBy(one => one.Path, StringComparer.Ordinal)
        )
        {
            document.Paths.Add(path, item);
        }
    }

    private static void DescribeTags(OpenApiDocument document, OpenApiDocumentTransformerContext context)
    {
        var told = context
            .DescriptionGroups.SelectMany(group => group.Items)
            .SelectMany(item => item.ActionDescriptor.EndpointMetadata.OfType<TagDescription>())
            .DistinctBy(description => description.Tag)
            .ToDictionary(description => description.Tag, description => description.Text);
        var used = (document.Tags ?? new HashSet<OpenApiTag>()).Select(tag => tag.Name!).Order(StringComparer.Ordinal);
        document.Tags = used.Select(name => new OpenApiTag { Name = name, Description = TextOf(told, name) })
            .ToHashSet();
    }

    private static string TextOf(Dictionary<string, LocalizedText> told, string tag) =>
        told.TryGetValue(tag, out var text) ? $"{text.Chinese} {text.English}" : tag;
}
