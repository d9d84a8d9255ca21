using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using SmartCity.Api.Composition;
using SmartCity.ArchitectureTests.Examination;
using SmartCity.Testing;

namespace SmartCity.ArchitectureTests;

/// <summary>
/// By the composed host: every endpoint is named, tagged, authorised or explicitly anonymous, and versioned but for one
/// explicit list.
/// </summary>
public sealed partial class AR19EndpointsAreNamedAndGuarded
{
    // What a standard, a probe or a browser looks for in its own place.
    private static readonly string[] Unversioned =
    [
        "/connect/",
        "/.well-known/",
        "/health/",
        "/openapi/",
        "/tlog/",
        // Where the browser of a person who signs in must land.
        "/account/",
        // The page for reading the API's description.
        "/scalar/",
    ];

    [Fact]
    public async Task Rule_WhenRunOverTheProduct_ThenHolds()
    {
        var folder = TestFolder.New();
        await using var service = ServiceHost.Build(
            new HostArguments
            {
                Database = Path.Combine(folder, "endpoints.db"),
                Settings = new Dictionary<string, string?> { ["Files:Folder"] = folder },
            }
        );

        Rule(EndpointsOf(service)).ShouldHold();
    }

    [Fact]
    public async Task Rule_WhenRunOverTheCanaries_ThenFindsTheBadTwins()
    {
        await using var service = WebApplication.CreateSlimBuilder().Build();
        Good(service.MapGet("/api/v1/good", () => ""), "good");
        Good(service.MapGet("/api/v{version:apiVersion}/segment", () => ""), "segment");
        Good(service.MapGet("/health/live", () => ""), "live");
        service.MapGet("/api/v1/public", () => "").WithName("public").WithTags("Canary").AllowAnonymous();
        service.MapGet("/api/v1/nameless", () => "").WithTags("Canary").RequireAuthorization();
        service.MapGet("/api/v1/tagless", () => "").WithName("tagless").RequireAuthorization();
        service.MapGet("/api/v1/unguarded", () => "").WithName("unguarded").WithTags("Canary");
        Good(service.MapGet("/unversioned", () => ""), "unversioned");
        Good(service.MapGet("/healthy", () => ""), "healthy");
        Good(service.MapGet("/api/latest/good", () => ""), "latest");

        Rule(EndpointsOf(service))
            .ShouldFindExactly(
                "/api/v1/nameless",
                "/api/v1/tagless",
                "/api/v1/unguarded",
                "/unversioned",
                "/healthy",
                "/api/latest/good"
            );
    }

    private static void Good(RouteHandlerBuilder endpoint, string name) =>
        endpoint.WithName(name).WithTags("Canary").RequireAuthorization();

    private static Findings Rule(IReadOnlyCollection<Endpoint> endpoints) =>
        Findings.Of(
            "AR19",
            Subject.Product,
            endpoints.Where(endpoint => Versioned().IsMatch(PathOf(endpoint))).Select(PathOf),
            ["no name", "no tag", "no word on who may call it", "no version"],
            endpoints.SelectMany(endpoint => OffencesOf(endpoint, PathOf(endpoint)))
        );

    private static IEnumerable<Offence> OffencesOf(Endpoint endpoint, string path)
    {
        if (endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is null)
        {
            yield return new(path, $"has no name ({endpoint.DisplayName})");
        }

        if (endpoint.Metadata.GetMetadata<ITagsMetadata>() is not { Tags.Count: > 0 })
        {
            yield return new(path, $"has no tag ({endpoint.DisplayName})");
        }

        if (
            endpoint.Metadata.GetMetadata<IAuthorizeData>() is null
            && endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null
            && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        )
        {
            yield return new(path, $"does not say who may call it ({endpoint.DisplayName})");
        }

        if (
            !Versioned().IsMatch(path)
            && !Unversioned.Any(prefix => $"{path}/".StartsWith(prefix, StringComparison.Ordinal))
        )
        {
            yield return new(path, $"is neither versioned nor on the list ({endpoint.DisplayName})");
        }
    }

    private static string PathOf(Endpoint endpoint) =>
        endpoint is RouteEndpoint route
            ? $"/{route.RoutePattern.RawText?.TrimStart('/')}"
            : endpoint.DisplayName ?? "?";

    private static List<Endpoint> EndpointsOf(IEndpointRouteBuilder service) =>
        [.. service.DataSources.SelectMany(source => source.Endpoints)];

    [GeneratedRegex(@"^/api/v(\d+|\{version:apiVersion\})/")]
    private static partial Regex Versioned();
}
