using MediatR;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Acts;

/// <summary>
/// The way of every query: may this actor ask it, is it well formed, then the handler. Of those who oversee it is kept what
/// they asked, whatever they were answered, once for each request (article 34); of nobody else anything.
/// </summary>
internal sealed class QueryBehaviour<TQuery, TAnswer>(
    RequestContext context,
    Authorities authorities,
    InputCheck<TQuery> inputCheck,
    ReadingRecord readings
) : IPipelineBehavior<TQuery, Result<TAnswer>>
    where TQuery : IQuery<TAnswer>
{
    public async Task<Result<TAnswer>> Handle(
        TQuery query,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<Result<TAnswer>> next
    )
    {
        if (!context.Actor.ReadsOnly || context.KeepsReading)
        {
            return await AnswerAsync(query, next, cancellationToken);
        }

        context.KeepsReading = true;
        var answer = await AnswerAsync(query, next, cancellationToken);
        await readings.KeepAsync(
            query,
            authorities.Of(typeof(TQuery)),
            context,
            answer.IsFailure ? answer.Failure : null,
            cancellationToken
        );
        return answer;
    }

    private async Task<Result<TAnswer>> AnswerAsync(
        TQuery query,
        RequestHandlerDelegate<Result<TAnswer>> next,
        CancellationToken cancellationToken
    )
    {
        if (authorities.Permit(typeof(TQuery), context.Actor) is { IsFailure: true, Failure: { } notCompetent })
        {
            return notCompetent;
        }

        if (await inputCheck.CheckAsync(query, cancellationToken) is { IsFailure: true, Failure: { } wrong })
        {
            return wrong;
        }

        return await next();
    }
}
