using Microsoft.AspNetCore.Diagnostics;
using SmartCity.BuildingBlocks.Http;

namespace SmartCity.Api.Http;

/// <summary>Gives every bare status code its problem, whoever set it: routing, authentication, the server.</summary>
internal static class StatusProblems
{
    public static Task WriteAsync(StatusCodeContext context) => WriteAsync(context.HttpContext);

    public static Task WriteAsync(HttpContext context)
    {
        var problem = PipelineProblem.Of(context.Response.StatusCode);
        if (
            problem == PipelineProblem.Forbidden
            && context.User.Identity is { IsAuthenticated: true }
            && ActorClaims.ActorOf(context.User) is null
        )
        {
            problem = PipelineProblem.ActorIncomplete;
        }

        return problem.WriteAsync(context);
    }
}

/// <summary>Libraries that write a problem of their own accord write ours instead.</summary>
internal sealed class LibraryProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        if (context.ProblemDetails.Status is { } status)
        {
            context.HttpContext.Response.StatusCode = status;
        }

        await StatusProblems.WriteAsync(context.HttpContext);
    }
}
