namespace SmartCity.BuildingBlocks.Results;

/// <summary>What kind of expected failure it is; the one mapper turns each into its HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>The request is not well formed: 400.</summary>
    Invalid,

    /// <summary>There is no such object, or the actor may not know of it: 404.</summary>
    NotFound,

    /// <summary>The actor may see the object but not do this: 403.</summary>
    Forbidden,

    /// <summary>One or more rules of the regulation are violated: 422.</summary>
    Refused,

    /// <summary>The request itself cannot be carried out as sent, although it is well formed: 422.</summary>
    Unprocessable,

    /// <summary>The object's state does not know this act, and no article says more about it: 409.</summary>
    IllegalTransition,

    /// <summary>Something else is in the way just now: 409.</summary>
    Conflict,

    /// <summary>The object was changed by somebody else since it was read: 412.</summary>
    VersionConflict,

    /// <summary>The request must say which version it means: 428.</summary>
    PreconditionRequired,
}

/// <summary>One wrong field of a request.</summary>
/// <param name="Field">Its path in the request, in the request's own spelling.</param>
/// <param name="Code">A stable code that a program can read.</param>
/// <param name="Message">What is wrong with it, in the language of the request.</param>
public sealed record FieldError(string Field, string Code, string Message);

/// <summary>An expected failure. It carries a stable code and tells people what to do about it.</summary>
public sealed record Error
{
    private Error(ErrorKind kind, string code, LocalizedText detail)
    {
        Kind = kind;
        Code = code;
        Detail = detail;
    }

    public ErrorKind Kind { get; }

    public string Code { get; }

    public LocalizedText Detail { get; }

    public IReadOnlyList<FieldError> Fields { get; private init; } = [];

    public IReadOnlyList<Violation> Violations { get; private init; } = [];

    /// <summary>Every code that the failure carries, the first one first.</summary>
    public IReadOnlyList<string> Codes =>
        Violations.Count > 0 ? [.. Violations.Select(violation => violation.Code)] : [Code];

    public static Error Invalid(IReadOnlyList<FieldError> fields) =>
        new(
            ErrorKind.Invalid,
            "INVALID_INPUT",
            new(
                "填报内容有误，请按各字段的提示修改后重新提交。",
                "Some fields are wrong; correct each as told and send again."
            )
        )
        {
            Fields = fields,
        };

    public static Error Invalid(string code, LocalizedText detail) => new(ErrorKind.Invalid, code, detail);

    public static Error NotFound(LocalizedText what) =>
        new(
            ErrorKind.NotFound,
            "NOT_FOUND",
            new($"没有找到{what.Chinese}，或者您无权查看。", $"There is no such {what.English}, or you may not see it.")
        );

    /// <summary>The act belongs to somebody else.</summary>
    /// <param name="competent">Who is competent, in words.</param>
    /// <param name="article">The article that says so.</param>
    public static Error WrongAuthority(LocalizedText competent, int article) =>
        Forbidden(
            "WRONG_AUTHORITY",
            new(
                $"该事项由{competent.Chinese}办理。（依据第{ChineseNumerals.Of(article)}条）",
                $"This is for {competent.English} to do (article {article})."
            )
        );

    public static Error Forbidden(string code, LocalizedText detail) => new(ErrorKind.Forbidden, code, detail);

    public static Error Refused(IReadOnlyList<Violation> violations)
    {
        ArgumentOutOfRangeException.ThrowIfZero(violations.Count);
        return new(
            ErrorKind.Refused,
            violations[0].Code,
            new(
                $"共{violations.Count}项原因，请逐项补正。",
                $"Refused for {violations.Count} reason(s); each tells what would cure it."
            )
        )
        {
            Violations = violations,
        };
    }

    public static Error Unprocessable(string code, LocalizedText detail) => new(ErrorKind.Unprocessable, code, detail);

    public static Error IllegalTransition(LocalizedText detail) =>
        new(ErrorKind.IllegalTransition, "ILLEGAL_TRANSITION", detail);

    public static Error Conflict(string code, LocalizedText detail) => new(ErrorKind.Conflict, code, detail);

    public static Error VersionConflict() =>
        new(
            ErrorKind.VersionConflict,
            "VERSION_CONFLICT",
            new(
                "该事项已被他人修改，请重新打开查看后再办理。",
                "It was changed by somebody else since you read it; read it again, then decide."
            )
        );

    public static Error PreconditionRequired() =>
        new(
            ErrorKind.PreconditionRequired,
            "IF_MATCH_REQUIRED",
            new(
                "修改事项时必须用 If-Match 标明所依据的版本（读取时返回的 ETag）。",
                "A change must name the version it is based on: send the ETag you read as If-Match."
            )
        );
}
