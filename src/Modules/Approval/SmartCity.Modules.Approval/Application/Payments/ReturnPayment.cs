using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Payments;

/// <summary>Finance records that the bank sent the money back (退汇).</summary>
internal sealed record ReturnPayment(PaymentId Payment, string Reason, long ExpectedVersion) : ICommand, IChangesObject;

internal sealed class ReturnPaymentValidator : AbstractValidator<ReturnPayment>
{
    public ReturnPaymentValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class ReturnPaymentHandler(IApprovalDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<ReturnPayment, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ReturnPayment command, CancellationToken cancellationToken)
    {
        var payment = await database.Payments.FirstOrDefaultAsync(one => one.Id == command.Payment, cancellationToken);
        var outcome = act.Authorise(payment, PaymentAccess.OfFinance, command.ExpectedVersion)
            .Then(() => payment!.Return(command.Reason, rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
