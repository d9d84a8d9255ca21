using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.FaultReports;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Faults;

/// <summary>The contractor says what it does about the fault.</summary>
internal sealed record RespondToFault(FaultReportId Report, string Action, DateOnly VisitedOn, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class RespondToFaultValidator : AbstractValidator<RespondToFault>
{
    public RespondToFaultValidator()
    {
        RuleFor(command => command.Action).RequiredText(InputRules.LongText);
        RuleFor(command => command.VisitedOn).PlausibleDate();
    }
}

internal sealed class RespondToFaultHandler(IOperationsDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<RespondToFault, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RespondToFault command, CancellationToken cancellationToken)
    {
        var report = await database.FaultReports.FirstOrDefaultAsync(
            one => one.Id == command.Report,
            cancellationToken
        );
        var outcome = act.Authorise(report, FaultAccess.OfTheContractor, command.ExpectedVersion)
            .Then(() => report!.Respond(command.Action, command.VisitedOn, new(act.Actor.Account), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
