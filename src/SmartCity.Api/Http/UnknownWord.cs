using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Api.Http;

/// <summary>Tells which words a field or parameter knows, where what stood in it is none of them.</summary>
internal static class UnknownWord
{
    public const string Code = "UNKNOWN_VALUE";

    public static LocalizedText Explain(IReadOnlyCollection<string> words) =>
        new(
            $"不认识的值，可用：{string.Join("、", words)}",
            $"The value is unknown; known are: {string.Join(", ", words)}"
        );

    /// <summary>The words of the body's field at a path such as <c>$.sheet.sources[0].kind</c>; null where it is no such field.</summary>
    public static IReadOnlyCollection<string>? OfField(Endpoint? endpoint, string? path)
    {
        var type = endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        foreach (var part in (path ?? "").Split('.').Skip(1))
        {
            if (type is null)
            {
                return null;
            }

            var name = part.Split('[')[0];
            type = Json
                .Options.GetTypeInfo(type)
                .Properties.FirstOrDefault(property => property.Name == name)
                ?.PropertyType;
            // A field may be a list, or a list of lists: each index goes one further in.
            for (var depth = part.Count(character => character == '['); depth > 0 && type is not null; depth--)
            {
                type = Json.Options.GetTypeInfo(type).ElementType;
            }
        }

        return type is null ? null : Words.Of(type);
    }

    /// <summary>The words of a parameter; null where there is no such parameter of words.</summary>
    public static IReadOnlyCollection<string>? OfParameter(Endpoint? endpoint, string name) =>
        endpoint
            ?.Metadata.GetMetadata<MethodInfo>()
            ?.GetParameters()
            .FirstOrDefault(parameter => parameter.Name == name)
            is { ParameterType: var type }
            ? Words.Of(type)
            : null;
}
