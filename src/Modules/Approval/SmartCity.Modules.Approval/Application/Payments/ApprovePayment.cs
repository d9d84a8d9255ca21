using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Payments;

/// <summary>Finance approves a payment; every gate is judged again by what is known now.</summary>
/// <param name="Reason">Why it is paid all the same where the evaluation's result is poor (article 37).</param>
internal sealed record ApprovePayment(PaymentId Payment, string? Reason, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class ApprovePaymentValidator : AbstractValidator<ApprovePayment>
{
    public ApprovePaymentValidator()
    {
        RuleFor(command => command.Reason).Text(InputRules.LongText);
    }
}

internal sealed class ApprovePaymentHandler(IApprovalDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<ApprovePayment, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ApprovePayment command, CancellationToken cancellationToken)
    {
        var payment = await database.HeldPaymentAsync(command.Payment, cancellationToken);
        var allowed = act.Authorise(payment, PaymentAccess.OfFinance, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var declaration = await database.DeclarationAsync(payment!.Declaration, cancellationToken);
        var project = await database.DeclarationAsync(payment.Project, cancellationToken);
        var outcome = payment.Approve(
            command.Reason,
            declaration!,
            project!,
            await database.FactsAsync(payment.Project, cancellationToken),
            await database.CommitmentsAsync(payment.Declaration, payment.Contract, payment.Id, cancellationToken),
            ActingFor.Of(act.Actor),
            rules
        );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
