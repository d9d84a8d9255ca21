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

/// <summary>Finance declined the payment of a request.</summary>
internal sealed record RecordDecline(
    MaintenanceRequestId Request,
    PaymentId Payment,
    string Reason,
    DateOnly DeclinedOn
) : ICommand;

internal sealed class RecordDeclineValidator : AbstractValidator<RecordDecline>
{
    public RecordDeclineValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class RecordDeclineHandler(IOperationsDatabase database, Act act)
    : IRequestHandler<RecordDecline, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RecordDecline command, CancellationToken cancellationToken)
    {
        var request = await database.MaintenanceRequests.FirstOrDefaultAsync(
            one => one.Id == command.Request,
            cancellationToken
        );
        var outcome = act.Authorise(request, OperationsAccess.OfTheModule<MaintenanceRequest>())
            .Then(() => request!.RecordDecline(command.Payment, command.Reason, command.DeclinedOn));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
