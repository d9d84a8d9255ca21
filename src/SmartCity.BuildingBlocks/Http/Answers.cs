using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Http;

/// <summary>The answer to a command that changed an object: 200 with its receipt and ETag, or a problem.</summary>
public sealed class Changed(Result<Receipt> outcome) : IResult, IEndpointMetadataProvider, ICommandAnswer
{
    Error? ICommandAnswer.Failure => outcome.Failure;

    public Task ExecuteAsync(HttpContext httpContext) =>
        outcome.IsFailure
            ? Answers.WriteProblemAsync(httpContext, outcome.Failure)
            : Answers.WriteAsync(httpContext, StatusCodes.Status200OK, outcome.Value, outcome.Value.Version);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        Answers.Describe<Receipt>(builder, StatusCodes.Status200OK, [400, 401, 403, 404, 409, 412, 422, 428, 429]);
        DryRuns.Enable(builder);
    }
}

/// <summary>The answer to a command that made an object: 201 with its receipt, ETag and address, or a problem.</summary>
/// <param name="outcome">What the command returned.</param>
/// <param name="location">The new object's address, from its id.</param>
public sealed class Created(Result<Receipt> outcome, Func<Guid, string> location)
    : IResult,
        IEndpointMetadataProvider,
        ICommandAnswer
{
    Error? ICommandAnswer.Failure => outcome.Failure;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (outcome.IsFailure)
        {
            return Answers.WriteProblemAsync(httpContext, outcome.Failure);
        }

        httpContext.Response.Headers.Location = location(outcome.Value.Id);
        return Answers.WriteAsync(httpContext, StatusCodes.Status201Created, outcome.Value, outcome.Value.Version);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        Answers.Describe<Receipt>(builder, StatusCodes.Status201Created, [400, 401, 403, 404, 409, 412, 422, 429]);
        DryRuns.Enable(builder);
    }
}

/// <summary>The answer to a query: 200, with an ETag where the object has a version, or a problem.</summary>
public sealed class Found<T>(Result<T> outcome, Func<T, long>? version = null)
    : IResult,
        IEndpointMetadataProvider,
        IFound
{
    bool IFound.IsFailure => outcome.IsFailure;

    Error IFound.Failure => outcome.Failure!;

    object IFound.Value => outcome.Value!;

    public Task ExecuteAsync(HttpContext httpContext) =>
        outcome.IsFailure
            ? Answers.WriteProblemAsync(httpContext, outcome.Failure)
            : Answers.WriteAsync(httpContext, StatusCodes.Status200OK, outcome.Value, version?.Invoke(outcome.Value));

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Answers.Describe<T>(builder, StatusCodes.Status200OK, [400, 401, 403, 404, 429]);
}

/// <summary>What a command answered, for whom it is all the same whether it changed or made something.</summary>
internal interface ICommandAnswer : IResult
{
    Error? Failure { get; }
}

/// <summary>What was found, for whom its type is all the same.</summary>
internal interface IFound : IResult
{
    bool IsFailure { get; }

    Error Failure { get; }

    object Value { get; }
}

/// <summary>How answers are written; the problems that concern no command use it too.</summary>
public static class Answers
{
    public static Task WriteProblemAsync(HttpContext context, Error error)
    {
        var services = context.RequestServices;
        var act = services.GetRequiredService<Act>();
        var receipt = act.AuditEntry == Guid.Empty ? (Guid?)null : act.AuditEntry;
        return WriteProblemAsync(
            context,
            Problems.Of(error, services.GetRequiredService<RequestContext>().Language, receipt)
        );
    }

    public static Task WriteProblemAsync(HttpContext context, ProblemDetails problem)
    {
        context.Response.StatusCode = problem.Status!.Value;
        return context.Response.WriteAsJsonAsync(problem, Json.Options, Problems.ContentType, context.RequestAborted);
    }

    internal static Task WriteAsync<T>(HttpContext context, int status, T value, long? version)
    {
        context.Response.StatusCode = status;
        if (version is { } number)
        {
            context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{number}\"");
        }

        return context.Response.WriteAsJsonAsync(value, Json.Options, context.RequestAborted);
    }

    internal static void Describe<T>(EndpointBuilder builder, int success, int[] problems)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(success, typeof(T), ["application/json"]));
        foreach (var status in problems)
        {
            builder.Metadata.Add(
                new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), [Problems.ContentType])
            );
        }
    }
}
