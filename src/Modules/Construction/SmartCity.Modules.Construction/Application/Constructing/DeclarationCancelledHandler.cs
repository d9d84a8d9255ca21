using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;

namespace SmartCity.Modules.Construction.Application.Constructing;

/// <summary>A cancelled declaration ends the building of its project, where there is one.</summary>
internal sealed class DeclarationCancelledHandler(IMediator mediator, IConstructionDatabase database)
    : IIntegrationEventHandler<DeclarationCancelled>
{
    public Task<bool> ConcernsAsync(DeclarationCancelled integrationEvent, CancellationToken cancellationToken) =>
        database.Buildings.AnyAsync(one => one.LiveDeclaration == integrationEvent.Declaration, cancellationToken);

    public Task<Result<Receipt>> HandleAsync(
        DeclarationCancelled integrationEvent,
        CancellationToken cancellationToken
    ) => mediator.Send(new AbandonBuilding(integrationEvent.Declaration, integrationEvent.Reason), cancellationToken);
}
