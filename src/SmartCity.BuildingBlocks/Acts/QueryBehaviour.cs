using MediatR;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Acts;

/// <summary>The way of every query: may this actor ask it, is it well formed, then the handler.</summary>
internal sealed class QueryBehaviour<TQuery, TAnswer>(
    RequestContext context,
    Authorities authorities,
    InputCheck<TQuery> inputCheck
) : IPipelineBehavior<TQuery, Result<TAnswer>>
    where TQuery : IQuery<TAnswer>
{
    public async Task<Result<TAnswer>> Handle(
        TQuery query,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<Result<TAnswer>> next
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
