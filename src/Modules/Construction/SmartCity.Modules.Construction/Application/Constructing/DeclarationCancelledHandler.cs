using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;

namespace SmartCity.Modules.Construction.Application.Constructing;

/// <summary>A cancelled declaration ends the building of its project.</summary>
internal sealed class DeclarationCancelledHandler(IMediator mediator) : IIntegrationEventHandler<DeclarationCancelled>
{
    public Task<Result<Receipt>> HandleAsync(
        DeclarationCancelled integrationEvent,
        CancellationToken cancellationToken
    ) => mediator.Send(new AbandonBuilding(integrationEvent.Declaration, integrationEvent.Reason), cancellationToken);
}
