using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Messaging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Operations.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Payments;

/// <summary>The module takes up a unit's request for maintenance money (article 37); finance judges it.</summary>
/// <param name="FundedBy">The declaration under which the money was arranged.</param>
/// <param name="Project">The declaration of the project that is maintained.</param>
internal sealed record TakeUpMaintenance(
    MaintenanceRequestId Request,
    DeclarationId FundedBy,
    DeclarationId Project,
    UnitId Unit,
    int Year,
    Money Amount,
    Payee Payee,
    string Purpose
) : ICommand;

internal sealed class TakeUpMaintenanceValidator : AbstractValidator<TakeUpMaintenance>
{
    public TakeUpMaintenanceValidator()
    {
        RuleFor(command => command.Year).PlausibleYear();
        RuleFor(command => command.Amount).PositiveAmount();
        RuleFor(command => command.Payee).NotNull();
        RuleFor(command => command.Purpose).RequiredText(InputRules.LongText);
    }
}

internal sealed class TakeUpMaintenanceHandler(IApprovalDatabase database, Act act, RulesInForce rules, IIdSource ids)
    : IRequestHandler<TakeUpMaintenance, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(TakeUpMaintenance command, CancellationToken cancellationToken)
    {
        await database.LockAsync<Declaration, DeclarationId>(command.FundedBy, cancellationToken);
        List<DeclarationId> needed = [command.FundedBy, command.Project];
        var known = await database.Declarations.CountAsync(one => needed.Contains(one.Id), cancellationToken);
        if (known < needed.Distinct().Count())
        {
            return Error.NotFound(new("申报事项", "declaration"));
        }

        if (await database.Payments.AnyAsync(one => one.MaintenanceRequest == command.Request, cancellationToken))
        {
            return Error.Unprocessable(
                "MAINTENANCE_ALREADY_REQUESTED",
                new("该维护运行经费申请已经受理。", "This request for maintenance money was taken up already.")
            );
        }

        var payment = Payment.TakeUp(
            ids.Next<PaymentId>(),
            command.Request,
            command.FundedBy,
            command.Project,
            command.Unit,
            new(PaymentKind.Maintenance, command.Amount, command.Payee, command.Purpose, command.Year),
            rules.Today
        );
        var made = act.Authorise(payment, PaymentAccess.OfItsRequester);
        database.Payments.Add(payment);
        return made.IsFailure ? made.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}

internal sealed class MaintenanceRequestedHandler(IMediator mediator) : IIntegrationEventHandler<MaintenanceRequested>
{
    public Task<Result<Receipt>> HandleAsync(MaintenanceRequested told, CancellationToken cancellationToken) =>
        mediator.Send(
            new TakeUpMaintenance(
                told.Request,
                new(told.FundedBy),
                new(told.Project),
                new(told.LeadUnit),
                told.Year,
                Money.FromFen(told.AmountFen),
                new(told.PayeeName, told.PayeeBank, told.PayeeAccount),
                told.Purpose
            ),
            cancellationToken
        );
}
