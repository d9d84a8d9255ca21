using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace SmartCity.Api.OpenApi;

/// <summary>The API's own description, and the page that shows it.</summary>
internal static class ApiDescription
{
    private const string DocumentName = "v1";

    public static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(
            DocumentName,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            }
        );

    public static void MapApiDescription(this WebApplication service)
    {
        service.MapOpenApi().AllowAnonymous();
        service.MapScalarApiReference("/scalar").AllowAnonymous();
    }

    /// <summary>The description as JSON text, from the endpoints as they are mapped; no database is asked.</summary>
    public static async Task<string> WriteAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var provider = services.GetRequiredKeyedService<IOpenApiDocumentProvider>(DocumentName);
        var document = await provider.GetOpenApiDocumentAsync(cancellationToken);
        await using var text = new StringWriter { NewLine = "\n" };
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        return text + "\n";
    }
}
