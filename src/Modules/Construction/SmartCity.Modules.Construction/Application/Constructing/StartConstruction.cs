using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Constructing;

/// <summary>
/// The lead unit starts the construction; for services, the work. Of a major project the leader and the group are asked
/// for again as they stand today (article 11).
/// </summary>
internal sealed record StartConstruction(BuildingId Building, DateOnly StartedOn, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class StartConstructionValidator : AbstractValidator<StartConstruction>
{
    public StartConstructionValidator()
    {
        RuleFor(command => command.StartedOn).PlausibleDate();
    }
}

internal sealed class StartConstructionHandler(
    IConstructionDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator
) : IRequestHandler<StartConstruction, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(StartConstruction command, CancellationToken cancellationToken)
    {
        var building = await database.Buildings.FirstOrDefaultAsync(
            one => one.Id == command.Building,
            cancellationToken
        );
        var allowed = act.Authorise(building, BuildingAccess.OfTheLeadUnit, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var outcome = building!.Start(
            command.StartedOn,
            await mediator.GroupAsync(building, act.LegalDate, cancellationToken),
            await mediator.ProjectAsync(building, cancellationToken),
            rules
        );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
