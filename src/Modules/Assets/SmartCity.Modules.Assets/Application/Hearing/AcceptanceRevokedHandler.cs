using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Assets.Application.Registering;

namespace SmartCity.Modules.Assets.Application.Hearing;

/// <summary>A passed acceptance was revoked: the registration that rests on it falls.</summary>
internal sealed class AcceptanceRevokedHandler(IMediator mediator) : IIntegrationEventHandler<AcceptanceRevoked>
{
    public Task<Result<Receipt>> HandleAsync(AcceptanceRevoked revoked, CancellationToken cancellationToken) =>
        mediator.Send(new VoidRegistration(new(revoked.Declaration), revoked.Reason), cancellationToken);
}
