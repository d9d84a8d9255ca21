using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Http;

/// <summary>The one mapper from an expected failure to <c>application/problem+json</c> (RFC 9457).</summary>
public static class Problems
{
    public const string ContentType = "application/problem+json";

    public static int StatusOf(ErrorKind kind) =>
        kind switch
        {
            ErrorKind.Invalid => StatusCodes.Status400BadRequest,
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
            ErrorKind.Refused or ErrorKind.Unprocessable => StatusCodes.Status422UnprocessableEntity,
            ErrorKind.IllegalTransition or ErrorKind.Conflict => StatusCodes.Status409Conflict,
            ErrorKind.VersionConflict => StatusCodes.Status412PreconditionFailed,
            ErrorKind.PreconditionRequired => StatusCodes.Status428PreconditionRequired,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <param name="error">The failure.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="receipt">The audit entry that the attempt left, where it left one.</param>
    public static ProblemDetails Of(Error error, Language language, Guid? receipt = null)
    {
        var problem = new ProblemDetails
        {
            Type = $"/problems/{TypeOf(error.Kind)}",
            Title = TitleOf(error.Kind).In(language),
            Status = StatusOf(error.Kind),
            Detail = error.Detail.In(language),
        };
        problem.Extensions["code"] = error.Code;
        if (error.Fields.Count > 0)
        {
            problem.Extensions["errors"] = error.Fields;
        }

        if (error.Violations.Count > 0)
        {
            problem.Extensions["violations"] = error.Violations.Select(violation => Told(violation, language)).ToList();
        }

        if (receipt is { } entry)
        {
            problem.Extensions["receipt"] = entry;
        }

        return problem;
    }

    /// <summary>A violation as a refusal's reader gets it.</summary>
    public sealed record ToldViolation(
        string Code,
        RuleKind Kind,
        BasisKind BasisKind,
        string Basis,
        int Article,
        IReadOnlyList<string> AlsoCites,
        string QuotedText,
        System.Text.Json.JsonElement Facts,
        string Remedy,
        int RuleVersion
    );

    internal static ToldViolation Told(Violation violation, Language language) =>
        new(
            violation.Code,
            violation.Kind,
            violation.BasisKind,
            violation.Basis.In(language),
            violation.Article,
            violation.AlsoCites,
            violation.QuotedText,
            violation.Facts,
            violation.Remedy.In(language),
            violation.RuleVersion
        );

    private static string TypeOf(ErrorKind kind) =>
        kind switch
        {
            ErrorKind.Invalid => "invalid-input",
            ErrorKind.NotFound => "not-found",
            ErrorKind.Forbidden => "forbidden",
            ErrorKind.Refused => "refused",
            ErrorKind.Unprocessable => "unprocessable",
            ErrorKind.IllegalTransition => "illegal-transition",
            ErrorKind.Conflict => "conflict",
            ErrorKind.VersionConflict => "version-conflict",
            ErrorKind.PreconditionRequired => "precondition-required",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static LocalizedText TitleOf(ErrorKind kind) =>
        kind switch
        {
            ErrorKind.Invalid => new("填报内容有误", "Invalid input"),
            ErrorKind.NotFound => new("没有找到", "Not found"),
            ErrorKind.Forbidden => new("无权办理", "Not yours to do"),
            ErrorKind.Refused => new("不予办理", "Refused"),
            ErrorKind.Unprocessable => new("无法按此办理", "Cannot be carried out as sent"),
            ErrorKind.IllegalTransition => new("当前状态不能办理", "Not possible in this state"),
            ErrorKind.Conflict => new("办理冲突", "Conflict"),
            ErrorKind.VersionConflict => new("版本已更新", "Changed in the meantime"),
            ErrorKind.PreconditionRequired => new("缺少版本依据", "Version required"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
