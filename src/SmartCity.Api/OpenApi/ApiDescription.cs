using System.Security.Cryptography;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace SmartCity.Api.OpenApi;

/// <summary>The API's own description, and the page that shows it.</summary>
internal static class ApiDescription
{
    public const string DocumentName = "v1";

    private const string Tag = "Description";

    public static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(
            DocumentName,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.CreateSchemaReferenceId = SchemaNames.Of;
                options.AddSchemaTransformer<SchemaShapes>();
                options.AddOperationTransformer<OperationDetails>();
                options.AddDocumentTransformer<DocumentFrame>();
            }
        );

    public static void MapApiDescription(this WebApplication service)
    {
        service.MapOpenApi().WithTags(Tag).NamedByPath().AllowAnonymous();
        service
            .MapScalarApiReference(
                "/scalar",
                (page, context) =>
                {
                    page.WithTitle("接口说明").WithOpenApiRoutePattern($"/openapi/{DocumentName}.json");
                    page.Nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
                    page.DefaultFonts = false;
                    page.Telemetry = false;
                    page.HideClientButton = true;
                    // Its toolbar offers to hand the description to the page maker's own service.
                    page.ShowDeveloperTools = DeveloperToolsVisibility.Never;
                    page.DisableAgent().DisableMcp();
                    context.Response.Headers.ContentSecurityPolicy = PolicyOf(page.Nonce);
                }
            )
            .WithTags(Tag)
            .NamedByPath()
            .AllowAnonymous();
    }

    /// <summary>The description as JSON text, from the endpoints as they are mapped; no database is asked.</summary>
    public static async Task<string> WriteAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(DocumentName);
        var document = await provider.GetOpenApiDocumentAsync(cancellationToken);
        await using var text = new StringWriter { NewLine = "\n" };
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        return text + "\n";
    }

    // The libraries map several endpoints and name none; logs and traces tell them apart by these.
    private static TBuilder NamedByPath<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint =>
            endpoint.Metadata.Add(new EndpointNameMetadata(((RouteEndpointBuilder)endpoint).RoutePattern.RawText!))
        );
        return endpoints;
    }

    // The page brings its script along; it asks nobody but this service.
    private static string PolicyOf(string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'";
}
