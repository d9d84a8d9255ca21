using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using SmartCity.BuildingBlocks.Http;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Api.Http;

/// <summary>A problem that the pipeline itself answers, before or after any use case.</summary>
internal sealed record PipelineProblem(int Status, string Code, LocalizedText Title, LocalizedText Detail)
{
    public static readonly PipelineProblem Malformed = new(
        400,
        "MALFORMED_REQUEST",
        new("请求有误", "Malformed request"),
        new(
            "请求的地址、参数或标头有误，无法读取。",
            "The address, a parameter or a header of the request cannot be read."
        )
    );

    public static readonly PipelineProblem MalformedBody = new(
        400,
        "MALFORMED_BODY",
        new("请求内容有误", "Malformed body"),
        new(
            "请求内容不是所要求的 JSON，请按提示的位置修改。",
            "The body is not the JSON asked for; correct it where told."
        )
    );

    public static readonly PipelineProblem ClearText = new(
        400,
        "HTTPS_REQUIRED",
        new("须用 HTTPS", "HTTPS required"),
        new(
            "除本机外不接受明文 HTTP，请改用 https 地址。",
            "HTTP in the clear is for loopback only; use the https address."
        )
    );

    public static readonly PipelineProblem Unauthenticated = new(
        401,
        "UNAUTHENTICATED",
        new("请先登录", "Not signed in"),
        new(
            "没有登录，或者令牌无效、已过期；请重新登录后再办理。",
            "There is no valid token: none was sent, or it is expired or not ours. Sign in and send again."
        )
    );

    public static readonly PipelineProblem Forbidden = new(
        403,
        "FORBIDDEN",
        new("无权办理", "Not yours to do"),
        new("您的账号无权进行此操作。", "Your account may not do this.")
    );

    /// <summary>The token is ours, but does not tell unit, role and jurisdiction.</summary>
    public static readonly PipelineProblem ActorIncomplete = new(
        403,
        "ACTOR_INCOMPLETE",
        new("无权办理", "Not yours to do"),
        new(
            "令牌没有写明单位、角色和管辖区域，请用任职账号重新登录。",
            "The token names no unit, role and jurisdiction; sign in with an account that holds a post."
        )
    );

    public static readonly PipelineProblem NoSuchAddress = new(
        404,
        "NO_SUCH_ADDRESS",
        new("没有这个地址", "No such address"),
        new("没有这个地址，可用的地址见 /scalar。", "There is nothing at this address; see /scalar for what there is.")
    );

    public static readonly PipelineProblem InternalError = new(
        500,
        "INTERNAL_ERROR",
        new("系统出错", "Internal error"),
        new(
            "系统出错，本次操作没有办理。请稍后重试；如仍出错，请把 traceId 告诉管理员。",
            "Something went wrong and nothing was done. Try again later; if it persists, tell the operator the traceId."
        )
    );

    public static readonly PipelineProblem DatabaseUnavailable = new(
        503,
        "DATABASE_UNAVAILABLE",
        new("数据库暂不可用", "Database unavailable"),
        new(
            "数据库暂不可用，请稍后用同一请求重试。",
            "The database is not available just now; send the same request again later."
        )
    );

    public static readonly PipelineProblem DatabaseBusy = DatabaseUnavailable with
    {
        Code = "DATABASE_BUSY",
        Title = new("数据库忙", "Database busy"),
        Detail = new(
            "数据库忙，没有在规定时间内轮到，请稍后用同一请求重试。",
            "The database was too busy to answer in time; send the same request again later."
        ),
    };

    public static readonly PipelineProblem DatabaseFull = DatabaseUnavailable with
    {
        Code = "DATABASE_FULL",
        Title = new("数据库磁盘已满", "Database full"),
        Detail = new(
            "数据库磁盘已满，本次没有办理，暂时只能查询；腾出空间后用同一请求重试。",
            "The database's disk is full and nothing was done; reading goes on. Send the same request again when there is room."
        ),
    };

    public static readonly PipelineProblem DatabaseReadOnly = DatabaseUnavailable with
    {
        Code = "DATABASE_READ_ONLY",
        Title = new("数据库只读", "Database read-only"),
        Detail = new(
            "数据库目前只读，本次没有办理，暂时只能查询；恢复后用同一请求重试。",
            "The database is read-only just now and nothing was done; reading goes on. Send the same request again later."
        ),
    };

    /// <summary>The store of uploaded files; its detail tells what is the matter.</summary>
    public static readonly PipelineProblem FileStoreUnavailable = DatabaseUnavailable with
    {
        Code = "FILE_STORE_UNAVAILABLE",
        Title = new("附件存储暂不可用", "File store unavailable"),
    };

    public static readonly PipelineProblem TooManyRequests = new(
        429,
        "TOO_MANY_REQUESTS",
        new("请求过于频繁", "Too many requests"),
        new(
            "请求过于频繁，请按 Retry-After 的秒数等候后重试。",
            "Too many requests; wait as many seconds as Retry-After says."
        )
    );

    private static readonly Dictionary<int, PipelineProblem> ByStatus = new[]
    {
        Malformed,
        Unauthenticated,
        Forbidden,
        NoSuchAddress,
        new(
            405,
            "METHOD_NOT_ALLOWED",
            new("不支持该方法", "Method not allowed"),
            new("该地址不支持这种请求方法，可用的方法见 Allow。", "This address does not know the method; see Allow.")
        ),
        new(
            406,
            "NOT_ACCEPTABLE",
            new("格式不支持", "Not acceptable"),
            new("没有所要求的返回格式，本接口返回 JSON。", "The answer is JSON; the format asked for is not there.")
        ),
        new(
            408,
            "REQUEST_TIMEOUT",
            new("请求超时", "Request timed out"),
            new("请求内容没有在规定时间内到达，请重试。", "The request did not arrive in time; send it again.")
        ),
        new(
            413,
            "BODY_TOO_LARGE",
            new("内容过大", "Body too large"),
            new("请求内容超过本接口的大小上限。", "The body is larger than this address accepts.")
        ),
        new(
            414,
            "ADDRESS_TOO_LONG",
            new("地址过长", "Address too long"),
            new("地址和参数过长。", "The address with its parameters is too long.")
        ),
        new(
            415,
            "UNSUPPORTED_MEDIA_TYPE",
            new("内容类型不支持", "Unsupported media type"),
            new(
                "内容类型不支持，请用 Content-Type: application/json（UTF-8）。",
                "Send Content-Type: application/json (UTF-8), or what this address accepts."
            )
        ),
        TooManyRequests,
        InternalError,
        DatabaseUnavailable,
    }.ToDictionary(problem => problem.Status);

    /// <summary>The problem for a bare status code, as routing, authentication and the server itself set it.</summary>
    public static PipelineProblem Of(int status) =>
        ByStatus.TryGetValue(status, out var problem) ? problem
        : status < 500 ? Malformed with { Status = status }
        : InternalError with { Status = status };

    /// <summary>Every problem that the pipeline can answer, for the API description.</summary>
    public static IReadOnlyDictionary<int, PipelineProblem> All => ByStatus;

    public Task WriteAsync(HttpContext context, IReadOnlyList<FieldError>? errors = null)
    {
        var language = RequestContextMiddleware.LanguageOf(context.Request);
        // Many of these are answered before anything else has named the language.
        context.Response.Headers.ContentLanguage = RequestContextMiddleware.CultureOf(language).Name;
        var problem = ToProblem(language);
        if (errors is { Count: > 0 })
        {
            problem.Extensions["errors"] = errors;
        }

        if (Status >= 500)
        {
            problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        }

        return Answers.WriteProblemAsync(context, problem);
    }

    public ProblemDetails ToProblem(Language language)
    {
        var problem = new ProblemDetails
        {
            Type = $"/problems/{Code.ToLowerInvariant().Replace('_', '-')}",
            Title = Title.In(language),
            Status = Status,
            Detail = Detail.In(language),
        };
        problem.Extensions["code"] = Code;
        return problem;
    }
}
