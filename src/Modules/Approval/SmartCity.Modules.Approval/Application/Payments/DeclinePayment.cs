using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Payments;

/// <summary>Finance declines a payment, with its reason, before it is instructed or after the bank sent it back.</summary>
internal sealed record DeclinePayment(PaymentId Payment, string Reason, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class DeclinePaymentValidator : AbstractValidator<DeclinePayment>
{
    public DeclinePaymentValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class DeclinePaymentHandler(IApprovalDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<DeclinePayment, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(DeclinePayment command, CancellationToken cancellationToken)
    {
        var payment = await database.Payments.FirstOrDefaultAsync(one => one.Id == command.Payment, cancellationToken);
        var outcome = act.Authorise(payment, PaymentAccess.OfFinance, command.ExpectedVersion)
            .Then(() => payment!.Decline(command.Reason, rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
