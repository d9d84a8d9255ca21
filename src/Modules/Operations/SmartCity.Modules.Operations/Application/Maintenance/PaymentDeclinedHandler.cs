using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;

namespace SmartCity.Modules.Operations.Application.Maintenance;

/// <summary>Hears that finance declined maintenance money; other payments are none of this module's business.</summary>
internal sealed class PaymentDeclinedHandler(IMediator mediator) : IIntegrationEventHandler<PaymentDeclined>
{
    public Task<bool> ConcernsAsync(PaymentDeclined integrationEvent, CancellationToken cancellationToken) =>
        Task.FromResult(integrationEvent.MaintenanceRequest is not null);

    public Task<Result<Receipt>> HandleAsync(PaymentDeclined integrationEvent, CancellationToken cancellationToken) =>
        mediator.Send(
            new RecordDecline(
                new(integrationEvent.MaintenanceRequest!.Value),
                integrationEvent.Payment,
                integrationEvent.Reason,
                integrationEvent.DeclinedOn
            ),
            cancellationToken
        );
}
