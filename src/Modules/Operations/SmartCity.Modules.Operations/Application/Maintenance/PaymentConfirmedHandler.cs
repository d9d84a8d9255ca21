using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Maintenance;

/// <summary>Hears of paid maintenance money; payments under contracts are none of this module's business.</summary>
internal sealed class PaymentConfirmedHandler(IMediator mediator) : IIntegrationEventHandler<PaymentConfirmed>
{
    public Task<bool> ConcernsAsync(PaymentConfirmed integrationEvent, CancellationToken cancellationToken) =>
        Task.FromResult(integrationEvent.MaintenanceRequest is not null);

    public Task<Result<Receipt>> HandleAsync(PaymentConfirmed integrationEvent, CancellationToken cancellationToken) =>
        mediator.Send(
            new RecordPayment(
                new(integrationEvent.MaintenanceRequest!.Value),
                integrationEvent.Payment,
                Money.FromFen(integrationEvent.AmountFen),
                integrationEvent.ReceiptNumber,
                integrationEvent.ConfirmedOn
            ),
            cancellationToken
        );
}
