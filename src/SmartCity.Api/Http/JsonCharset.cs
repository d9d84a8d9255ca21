using System.Net.Http.Headers;

namespace SmartCity.Api.Http;

/// <summary>
/// JSON between systems is UTF-8 (RFC 8259, section 8.1). A body that says so in quotes is read like any other; one that
/// names another character set is refused before it is decoded wrongly.
/// </summary>
internal static class JsonCharset
{
    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (
            !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || type.CharSet is not { } charset
            || !IsJson(type.MediaType)
        )
        {
            return next(context);
        }

        if (!charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
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
