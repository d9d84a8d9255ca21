using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Security.Application.SecondFactors;

/// <summary>一个账号第二因素的情况</summary>
internal sealed record ReadSecondFactor(AccountId Account) : IQuery<SecondFactorState>;

internal sealed class ReadSecondFactorHandler(SecondFactorStates states)
    : IRequestHandler<ReadSecondFactor, Result<SecondFactorState>>
{
    public async Task<Result<SecondFactorState>> Handle(ReadSecondFactor query, CancellationToken cancellationToken) =>
        await states.OfAsync(query.Account, cancellationToken) is { } state
            ? state
            : Error.NotFound(new("账号", "account"));
}
