using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Operations.Contracts;
using SmartCity.Modules.Operations.Domain.MaintenanceRequests;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Maintenance;

/// <summary>The treasury's receipt confirmed the payment of a request.</summary>
internal sealed record RecordPayment(
    MaintenanceRequestId Request,
    PaymentId Payment,
    Money Amount,
    string ReceiptNumber,
    DateOnly ConfirmedOn
) : ICommand;

internal sealed class RecordPaymentValidator : AbstractValidator<RecordPayment>
{
    public RecordPaymentValidator()
    {
        RuleFor(command => command.Amount).PositiveAmount();
        RuleFor(command => command.ReceiptNumber).RequiredText(InputRules.ShortText);
    }
}

internal sealed class RecordPaymentHandler(IOperationsDatabase database, Act act)
    : IRequestHandler<RecordPayment, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RecordPayment command, CancellationToken cancellationToken)
    {
        var request = await database.MaintenanceRequests.FirstOrDefaultAsync(
            one => one.Id == command.Request,
            cancellationToken
        );
        var outcome = act.Authorise(request, OperationsAccess.OfTheModule<MaintenanceRequest>())
            .Then(() =>
                request!.RecordPayment(command.Payment, command.Amount, command.ReceiptNumber, command.ConfirmedOn)
            );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
