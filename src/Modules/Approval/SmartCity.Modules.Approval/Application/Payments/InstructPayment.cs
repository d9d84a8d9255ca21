using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Payments;

/// <summary>
/// Finance instructs the treasury to pay, if what is known now still allows it; a returned payment is instructed again.
/// </summary>
internal sealed record InstructPayment(PaymentId Payment, string InstructionNumber, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class InstructPaymentValidator : AbstractValidator<InstructPayment>
{
    public InstructPaymentValidator()
    {
        RuleFor(command => command.InstructionNumber).RequiredText(InputRules.ShortText);
    }
}

internal sealed class InstructPaymentHandler(IApprovalDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<InstructPayment, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(InstructPayment command, CancellationToken cancellationToken)
    {
        var payment = await database.HeldPaymentAsync(command.Payment, cancellationToken);
        var allowed = act.Authorise(payment, PaymentAccess.OfFinance, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var declaration = await database.DeclarationAsync(payment!.Declaration, cancellationToken);
        var project = await database.DeclarationAsync(payment.Project, cancellationToken);
        var outcome = payment.Instruct(
            command.InstructionNumber,
            declaration!,
            project!,
            await database.FactsAsync(payment.Project, cancellationToken),
            await database.CommitmentsAsync(payment.Declaration, payment.Contract, payment.Id, cancellationToken),
            ActingFor.Of(act.Actor),
            rules
        );
        if (outcome.IsFailure)
        {
            return outcome.Failure;
        }

        var taken = await database.Payments.AnyAsync(
            one => one.Instructions.Any(given => given.InstructionNumber == command.InstructionNumber),
            cancellationToken
        );
        return taken
            ? Error.Conflict(
                "INSTRUCTION_NUMBER_TAKEN",
                new(
                    "该支付指令号已经用过，重新下达的指令也须用新的指令号，请核对。",
                    "This instruction number was used before; an instruction given again needs a new one too. Check it."
                )
            )
            : await database.SaveChangesAsync(act, cancellationToken);
    }
}
