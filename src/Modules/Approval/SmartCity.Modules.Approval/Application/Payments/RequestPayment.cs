using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Payments;

/// <summary>
/// The lead unit asks for money under a contract (article 6). Requests of one declaration are taken one after the other,
/// so that together they never exceed what is arranged.
/// </summary>
internal sealed record RequestPayment(
    DeclarationId Declaration,
    PaymentKind Kind,
    ContractId Contract,
    Money Amount,
    Payee Payee,
    string Basis,
    int Year
) : ICommand;

internal sealed class RequestPaymentValidator : AbstractValidator<RequestPayment>
{
    public RequestPaymentValidator()
    {
        RuleFor(command => command.Kind)
            .KnownWord()
            .NotEqual(PaymentKind.Maintenance)
            .WithErrorCode("NOT_UNDER_A_CONTRACT")
            .InWords(
                "维护运行经费由运行维护环节申请。",
                "Maintenance money is requested where operations are managed."
            );
        RuleFor(command => command.Amount).PositiveAmount();
        RuleFor(command => command.Payee)
            .NotNull()
            .WithErrorCode("REQUIRED")
            .ChildRules(payee =>
            {
                payee.RuleFor(one => one.Name).RequiredText(InputRules.ShortText);
                payee.RuleFor(one => one.Bank).RequiredText(InputRules.ShortText);
                payee.RuleFor(one => one.Account).RequiredText(InputRules.ShortText);
            });
        RuleFor(command => command.Basis).RequiredText(InputRules.LongText);
        RuleFor(command => command.Year).PlausibleYear();
    }
}

internal sealed class RequestPaymentHandler(IApprovalDatabase database, Act act, RulesInForce rules, IIdSource ids)
    : IRequestHandler<RequestPayment, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RequestPayment command, CancellationToken cancellationToken)
    {
        await database.LockAsync<Declaration, DeclarationId>(command.Declaration, cancellationToken);
        var declaration = await database.DeclarationAsync(command.Declaration, cancellationToken);
        var allowed = act.Authorise(declaration, DeclarationAccess.OfLeadUnit);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var payment = Payment.Request(
            ids.Next<PaymentId>(),
            declaration!,
            command.Contract,
            new(command.Kind, command.Amount, command.Payee, command.Basis, command.Year),
            await database.FactsAsync(command.Declaration, cancellationToken),
            await database.CommitmentsAsync(command.Declaration, command.Contract, null, cancellationToken),
            ActingFor.Of(act.Actor),
            rules
        );
        if (payment.IsFailure)
        {
            return payment.Failure;
        }

        var made = act.Authorise(payment.Value, PaymentAccess.OfItsRequester);
        database.Payments.Add(payment.Value);
        return made.IsFailure ? made.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
