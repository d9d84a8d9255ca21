using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Assets.Contracts;

namespace SmartCity.Modules.Approval.Application.Facts;

internal sealed class AssetsRegisteredHandler(IMediator mediator) : IIntegrationEventHandler<AssetsRegistered>
{
    public Task<Result<Receipt>> HandleAsync(AssetsRegistered told, CancellationToken cancellationToken) =>
        mediator.Send(
            new HearOfProject(
                new(told.Declaration),
                new(ProjectFactKind.AssetsRegistered, told.RegisteredOn),
                EventNameAttribute.Of(typeof(AssetsRegistered))
            ),
            cancellationToken
        );
}

internal sealed class RegistrationReopenedHandler(IMediator mediator) : IIntegrationEventHandler<RegistrationReopened>
{
    public Task<Result<Receipt>> HandleAsync(RegistrationReopened told, CancellationToken cancellationToken) =>
        mediator.Send(
            new HearOfRevocation(
                new(told.Declaration),
                ProjectFactKind.AssetsRegistered,
                told.Reason,
                told.ReopenedOn,
                EventNameAttribute.Of(typeof(RegistrationReopened))
            ),
            cancellationToken
        );
}
