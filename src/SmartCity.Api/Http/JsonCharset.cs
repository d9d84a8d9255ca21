using System.Net.Http.Headers;

namespace SmartCity.Api.Http;

/// <summary>
/// JSON between systems is UTF-8 (RFC 8259, section 8.1). A body that says so in quotes is read like any other; one that
/// names another character set, or none that can be read, is refused before it is decoded wrongly.
/// </summary>
internal static class JsonCharset
{
    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var told = context.Request.ContentType;
        if (!IsJson(told?.Split(';')[0].Trim()) || !told!.Contains("charset", StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        if (
            !MediaTypeHeaderValue.TryParse(told, out var type)
            || type.CharSet?.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase) != true
        )
        {
            return PipelineProblem.Of(StatusCodes.Status415UnsupportedMediaType).WriteAsync(context);
        }

        context.Request.ContentType = type.MediaType;
        return next(context);
    }

    private static bool IsJson(string? mediaType) =>
        mediaType is not null
        && (
            mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
        );
}
