using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Operations.Domain.Warranties;

namespace SmartCity.Modules.Operations.Application.Warranties;

/// <summary>Voids each warranty of the project that has not fallen yet.</summary>
internal sealed class AcceptanceRevokedHandler(IMediator mediator, IOperationsDatabase database)
    : IIntegrationEventHandler<AcceptanceRevoked>
{
    public Task<bool> ConcernsAsync(AcceptanceRevoked integrationEvent, CancellationToken cancellationToken) =>
        Standing(integrationEvent).AnyAsync(cancellationToken);

    public async Task<Result<Receipt>> HandleAsync(
        AcceptanceRevoked integrationEvent,
        CancellationToken cancellationToken
    )
    {
        var standing = await Standing(integrationEvent)
            .OrderBy(warranty => warranty.Number)
            .Select(warranty => warranty.Id)
            .ToListAsync(cancellationToken);
        var outcome = default(Result<Receipt>);
        foreach (var warranty in standing)
        {
            outcome = await mediator.Send(
                new VoidWarranty(warranty, integrationEvent.Reason, integrationEvent.RevokedOn),
                cancellationToken
            );
            if (outcome.IsFailure)
            {
                return outcome;
            }
        }

        return outcome;
    }

    private IQueryable<Warranty> Standing(AcceptanceRevoked revoked)
    {
        var declaration = new DeclarationId(revoked.Declaration);
        return database.Warranties.Where(warranty => warranty.Declaration == declaration && !warranty.IsVoid);
    }
}
