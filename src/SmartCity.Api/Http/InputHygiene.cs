using System.Text;
using Microsoft.AspNetCore.Http.Features;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.Api.Http;

/// <summary>
/// Refuses addresses and headers that no honest client sends: broken percent-encoding or UTF-8, null bytes, control
/// characters, over-long queries. Behind it text is text.
/// </summary>
internal static class InputHygiene
{
    private const int LongestQuery = 4096;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.QueryString.Value?.Length > LongestQuery)
        {
            return PipelineProblem.Of(StatusCodes.Status414UriTooLong).WriteAsync(context);
        }

        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        var address = string.IsNullOrEmpty(target) ? request.Path + request.QueryString.ToString() : target;
        return IsCleanAddress(address) && HeadersAreClean(request.Headers)
            ? next(context)
            : PipelineProblem.Malformed.WriteAsync(context);
    }

    /// <summary>True when the percent-encoding is whole and stands for clean UTF-8 text.</summary>
    internal static bool IsCleanAddress(string address)
    {
        var bytes = new byte[Strict.GetMaxByteCount(address.Length)];
        var length = 0;
        for (var index = 0; index < address.Length; index++)
        {
            var character = address[index];
            if (character == '%')
            {
                if (
                    index + 2 >= address.Length
                    || !char.IsAsciiHexDigit(address[index + 1])
                    || !char.IsAsciiHexDigit(address[index + 2])
                )
                {
                    return false;
                }

                bytes[length++] = Convert.FromHexString(address.AsSpan(index + 1, 2))[0];
                index += 2;
            }
            else if (character < 128)
            {
                bytes[length++] = (byte)character;
            }
            else
            {
                // An address holds ASCII only; other characters come percent-encoded.
                return false;
            }
        }

        try
        {
            return TextRules.IsClean(Strict.GetString(bytes, 0, length));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool HeadersAreClean(IHeaderDictionary headers)
    {
        foreach (var (_, values) in headers)
        {
            foreach (var value in values)
            {
                if (value is not null && !TextRules.IsClean(value))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
