using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Assets.Application.Registering;
using SmartCity.Modules.Assets.Domain.Registrations;

namespace SmartCity.Modules.Assets.Application.Hearing;

/// <summary>A passed acceptance was revoked: the registration that rests on it falls. A service has none (INT-25).</summary>
internal sealed class AcceptanceRevokedHandler(IMediator mediator, IAssetsDatabase database)
    : IIntegrationEventHandler<AcceptanceRevoked>
{
    public Task<bool> ConcernsAsync(AcceptanceRevoked revoked, CancellationToken cancellationToken)
    {
        var declaration = new DeclarationId(revoked.Declaration);
        return database.Registrations.AnyAsync(
            one => one.Declaration == declaration && one.State != RegistrationState.Void,
            cancellationToken
        );
    }

    public Task<Result<Receipt>> HandleAsync(AcceptanceRevoked revoked, CancellationToken cancellationToken) =>
        mediator.Send(new VoidRegistration(new(revoked.Declaration), revoked.Reason), cancellationToken);
}
