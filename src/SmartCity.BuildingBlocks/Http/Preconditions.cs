using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Http;

/// <summary>That an endpoint demands <c>If-Match</c>; the API description tells it.</summary>
public sealed record RequiresIfMatch;

/// <summary>That an endpoint demands <c>Idempotency-Key</c>; the API description tells it.</summary>
public sealed record RequiresIdempotencyKey;

public static class Preconditions
{
    private const int LongestKey = 100;

    /// <summary>The endpoint changes an object: its sender names the version he has seen.</summary>
    public static RouteHandlerBuilder RequireIfMatch(this RouteHandlerBuilder endpoint) =>
        endpoint
            .WithMetadata(new RequiresIfMatch())
            .AddEndpointFilter(
                async (invocation, next) =>
                {
                    var request = RequestOf(invocation.HttpContext);
                    var read = ReadIfMatch(invocation.HttpContext.Request.Headers.IfMatch.ToString());
                    if (read is { IsFailure: true, Failure: { } failure })
                    {
                        if (failure.Kind != ErrorKind.PreconditionRequired || request.DryRun is not { } dryRun)
                        {
                            return new Changed(failure);
                        }

                        dryRun.KeepWrongVersion(failure);
                        return await next(invocation);
                    }

                    request.ExpectedVersion = read.Value;
                    return await next(invocation);
                }
            );

    /// <summary>The endpoint makes something: a repeated request with the same key makes it once.</summary>
    public static RouteHandlerBuilder RequireIdempotencyKey(this RouteHandlerBuilder endpoint) =>
        endpoint
            .WithMetadata(new RequiresIdempotencyKey())
            .AddEndpointFilter(
                async (invocation, next) =>
                {
                    // What makes nothing needs no key.
                    if (RequestOf(invocation.HttpContext).DryRun is not null)
                    {
                        return await next(invocation);
                    }

                    var read = ReadKey(invocation.HttpContext.Request.Headers["Idempotency-Key"].ToString());
                    if (read.IsFailure)
                    {
                        return new Changed(read.Failure);
                    }

                    RequestOf(invocation.HttpContext).IdempotencyKey = read.Value;
                    return await next(invocation);
                }
            );

    private static Result<long> ReadIfMatch(string header)
    {
        if (header.Length == 0)
        {
            return Error.PreconditionRequired();
        }

        return
            header.Length > 2
            && header[0] == '"'
            && header[^1] == '"'
            && long.TryParse(
                header.AsSpan(1, header.Length - 2),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var version
            )
            ? version
            : Error.Invalid(
                "IF_MATCH_INVALID",
                new(
                    "If-Match 应原样填写读取时返回的 ETag，例如 \"3\"。",
                    "If-Match is the ETag as you read it, such as \"3\"."
                )
            );
    }

    private static Result<string> ReadKey(string header)
    {
        if (header.Length == 0)
        {
            return Error.Invalid(
                "IDEMPOTENCY_KEY_REQUIRED",
                new(
                    "新办事项必须带 Idempotency-Key（自行生成的唯一键），重复发送时只办理一次。",
                    "Send an Idempotency-Key of your own making, so that a repeated request is carried out once."
                )
            );
        }

        return header.Length <= LongestKey && header.All(character => character is > ' ' and < (char)127)
            ? header
            : Error.Invalid(
                "IDEMPOTENCY_KEY_INVALID",
                new(
                    $"Idempotency-Key 限 {LongestKey} 个可见的 ASCII 字符。",
                    $"An Idempotency-Key has at most {LongestKey} visible ASCII characters."
                )
            );
    }

    private static RequestContext RequestOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<RequestContext>();
}
