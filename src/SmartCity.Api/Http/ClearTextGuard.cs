using System.Net;

namespace SmartCity.Api.Http;

/// <summary>
/// Refuses HTTP in the clear from anywhere but this machine. It stands after the forwarded headers, so what a named
/// proxy received by HTTPS counts as HTTPS.
/// </summary>
internal static class ClearTextGuard
{
    public static Task CheckAsync(HttpContext context, RequestDelegate next) =>
        context.Request.IsHttps || IsThisMachine(context.Connection.RemoteIpAddress)
            ? next(context)
            : PipelineProblem.ClearText.WriteAsync(context);

    // A connection without an address came through a socket file or stayed inside the process.
    private static bool IsThisMachine(IPAddress? address) => address is null || IPAddress.IsLoopback(address);
}
