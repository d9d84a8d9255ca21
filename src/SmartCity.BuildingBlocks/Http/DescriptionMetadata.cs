using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Http;

/// <summary>An example of an endpoint's request body, for the API description.</summary>
/// <param name="Value">The request as the endpoint reads it; it is written by <see cref="Json.Options"/>.</param>
public sealed record RequestExample(object Value);

/// <summary>What an endpoint's tag means, for the API description.</summary>
public sealed record TagDescription(string Tag, LocalizedText Text);

/// <summary>A value that JSON carries as text of a fixed form, for the API description.</summary>
/// <param name="pattern">A regular expression of ECMA-262, anchored.</param>
/// <param name="example">One such text.</param>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class, Inherited = false)]
public sealed class WrittenAsTextAttribute(string pattern, string example) : Attribute
{
    public string Pattern { get; } = pattern;

    public string Example { get; } = example;
}

public static class DescriptionMetadata
{
    /// <summary>Shows an example of the request body in the API description.</summary>
    public static RouteHandlerBuilder WithRequestExample(this RouteHandlerBuilder endpoint, object example) =>
        endpoint.WithMetadata(new RequestExample(example));

    /// <summary>Puts endpoints under a tag and tells what it means.</summary>
    public static TBuilder WithTag<TBuilder>(this TBuilder endpoints, string tag, LocalizedText description)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithTags(tag).WithMetadata(new TagDescription(tag, description));
}
