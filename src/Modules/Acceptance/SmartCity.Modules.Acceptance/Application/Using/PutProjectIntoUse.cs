using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Acceptance.Application.Using;

/// <summary>The lead unit puts an accepted project into use.</summary>
internal sealed record PutProjectIntoUse(AcceptanceId Acceptance, DateOnly InUseOn, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class PutProjectIntoUseValidator : AbstractValidator<PutProjectIntoUse>
{
    public PutProjectIntoUseValidator()
    {
        RuleFor(command => command.InUseOn).PlausibleDate();
    }
}

internal sealed class PutProjectIntoUseHandler(
    IAcceptanceDatabase database,
    Act act,
    RulesInForce rules,
    WorkingCalendar calendar
) : IRequestHandler<PutProjectIntoUse, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(PutProjectIntoUse command, CancellationToken cancellationToken)
    {
        var acceptance = await database.Acceptances.FirstOrDefaultAsync(
            one => one.Id == command.Acceptance,
            cancellationToken
        );
        var outcome = act.Authorise(acceptance, AcceptanceAccess.OfTheLeadUnit, command.ExpectedVersion)
            .Then(() => acceptance!.PutIntoUse(command.InUseOn, rules, calendar));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
