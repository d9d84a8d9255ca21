using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Payments;

/// <summary>Finance records the treasury's receipt: only now is it paid.</summary>
internal sealed record ConfirmPayment(
    PaymentId Payment,
    string ReceiptNumber,
    DateOnly ConfirmedOn,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class ConfirmPaymentValidator : AbstractValidator<ConfirmPayment>
{
    public ConfirmPaymentValidator()
    {
        RuleFor(command => command.ReceiptNumber).RequiredText(InputRules.ShortText);
        RuleFor(command => command.ConfirmedOn).PlausibleDate();
    }
}

internal sealed class ConfirmPaymentHandler(IApprovalDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<ConfirmPayment, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ConfirmPayment command, CancellationToken cancellationToken)
    {
        var payment = await database.Payments.FirstOrDefaultAsync(one => one.Id == command.Payment, cancellationToken);
        var outcome = act.Authorise(payment, PaymentAccess.OfFinance, command.ExpectedVersion)
            .Then(() => payment!.Confirm(command.ReceiptNumber, command.ConfirmedOn, rules));
        if (outcome.IsFailure)
        {
            return outcome.Failure;
        }

        var taken = await database.Payments.AnyAsync(
            one => one.ReceiptNumber == command.ReceiptNumber,
            cancellationToken
        );
        return taken
            ? Error.Conflict(
                "TREASURY_RECEIPT_TAKEN",
                new(
                    "该国库回单号已用于另一笔拨付，一张回单只能证明一笔支付，请核对。",
                    "Another payment has this treasury receipt; one receipt proves one payment. Check the number."
                )
            )
            : await database.SaveChangesAsync(act, cancellationToken);
    }
}
