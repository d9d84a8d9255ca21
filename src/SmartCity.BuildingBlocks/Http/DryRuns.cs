using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Http;

/// <summary>That an endpoint carries out a command and tells beforehand whether it would; the API description tells it.</summary>
public sealed record TellsBeforehand;

/// <summary>A reason that is no rule: who may, which version, which state.</summary>
public sealed record DryRunReason(
    [property: Description("稳定的代码，与正式办理时的相同")] string Code,
    [property: Description("原因和怎么办")] string Detail
);

/// <summary>A rule that was asked, satisfied or not.</summary>
public sealed record AskedRule(
    [property: Description("规则代码")] string Rule,
    [property: Description("是否符合")] bool Satisfied
);

/// <summary>What a command would be answered now. Nothing was changed to find it out.</summary>
public sealed record DryRunVerdict(
    [property: Description("现在正式办理是否会被受理")] bool Allowed,
    [property: Description("办理所依据的条")] int Article,
    [property: Description("判断时的法定日期")] DateOnly LegalDate,
    [property: Description("判断所用的规则版本；没有比较任何规则的为空")] int? RuleVersion,
    [property: Description("无权办理的原因；有权办理的为空")] DryRunReason? Denial,
    [property: Description("规则之外的原因：版本、状态、重复等")] IReadOnlyList<DryRunReason> Obstacles,
    [property: Description("不符合的规定，一次全部列出")] IReadOnlyList<Problems.ToldViolation> Violations,
    [property: Description("比较过的全部规则")] IReadOnlyList<AskedRule> Rules
);

/// <summary>
/// <c>?dryRun=true</c> on the address of any command: the same handler says whether it would be accepted now, and every
/// reason why not. What is malformed is answered 400 and what may not be read 404, as ever.
/// </summary>
public static class DryRuns
{
    public const string Parameter = "dryRun";

    /// <summary>For an endpoint that carries out a command and answers with more than its receipt.</summary>
    public static RouteHandlerBuilder TellBeforehand(this RouteHandlerBuilder endpoint)
    {
        endpoint.Add(Enable);
        return endpoint;
    }

    // Before the endpoint's own filters: the preconditions are told as reasons too.
    internal static void Enable(EndpointBuilder endpoint)
    {
        endpoint.Metadata.Add(new TellsBeforehand());
        endpoint.FilterFactories.Insert(0, (_, next) => invocation => AnswerAsync(invocation, next));
    }

    private static async ValueTask<object?> AnswerAsync(
        EndpointFilterInvocationContext invocation,
        EndpointFilterDelegate next
    )
    {
        var http = invocation.HttpContext;
        var asked = Read(http.Request.Query[Parameter]);
        if (asked.IsFailure)
        {
            return new Changed(asked.Failure);
        }

        if (!asked.Value)
        {
            return await next(invocation);
        }

        var request = http.RequestServices.GetRequiredService<RequestContext>();
        var dryRun = request.DryRun = new();
        var answer = await next(invocation);
        if (answer is not ICommandAnswer { Failure: { } failure })
        {
            throw new InvalidOperationException("A dry run was answered like an act.");
        }

        return failure.Kind is ErrorKind.Invalid or ErrorKind.NotFound && !dryRun.CameToSave
            ? answer
            : new Told(VerdictOf(http.RequestServices.GetRequiredService<Act>(), dryRun, failure, request.Language));
    }

    private static DryRunVerdict VerdictOf(Act act, DryRun dryRun, Error failure, Language language)
    {
        // Stopped at its save, it failed in nothing else.
        var reason = dryRun.CameToSave ? null : failure;
        DryRunReason Reason(Error error) => new(error.Code, error.Detail.In(language));
        return new(
            dryRun.Allows,
            act.Article,
            act.LegalDate,
            act.Judgements is [{ RuleVersion: var version }, ..] ? version : null,
            reason is { Kind: ErrorKind.Forbidden } ? Reason(reason) : null,
            [
                .. new[]
                {
                    dryRun.WrongVersion,
                    reason is { Kind: not ErrorKind.Forbidden, Violations: [] } ? reason : null,
                }
                    .OfType<Error>()
                    .Select(Reason),
            ],
            [.. (reason?.Violations ?? []).Select(violation => Problems.Told(violation, language))],
            [.. act.Judgements.Select(judgement => new AskedRule(judgement.Rule, judgement.Satisfied)).Distinct()]
        );
    }

    private static Result<bool> Read(StringValues asked) =>
        asked switch
        {
            { Count: 0 } => false,
            { Count: 1 } when asked[0] is "true" => true,
            { Count: 1 } when asked[0] is "false" => false,
            _ => Error.Invalid(
                "DRY_RUN_INVALID",
                new($"{Parameter} 只能是 true 或 false。", $"{Parameter} is true or false.")
            ),
        };

    private sealed class Told(DryRunVerdict verdict) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            Answers.WriteAsync(httpContext, StatusCodes.Status200OK, verdict, version: null);
    }
}
