using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Modules.Security.Application.SecondFactors;

/// <summary>本人第二因素的情况</summary>
internal sealed record GetOwnSecondFactor : IQuery<SecondFactorState>;

internal sealed class GetOwnSecondFactorHandler(SecondFactorStates states, RequestContext request)
    : IRequestHandler<GetOwnSecondFactor, Result<SecondFactorState>>
{
    public async Task<Result<SecondFactorState>> Handle(
        GetOwnSecondFactor query,
        CancellationToken cancellationToken
    ) =>
        await states.OfAsync(new(request.Actor.Account), cancellationToken) is { } state
            ? state
            : Error.NotFound(new("账号", "account"));
}
