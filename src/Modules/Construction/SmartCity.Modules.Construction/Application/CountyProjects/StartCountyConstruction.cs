using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.CountyProjects;

/// <summary>The county's office records that construction started, through the gates of article 12.</summary>
internal sealed record StartCountyConstruction(CountyProjectId Project, DateOnly StartedOn, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class StartCountyConstructionValidator : AbstractValidator<StartCountyConstruction>
{
    public StartCountyConstructionValidator()
    {
        RuleFor(command => command.StartedOn).PlausibleDate();
    }
}

internal sealed class StartCountyConstructionHandler(IConstructionDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<StartCountyConstruction, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(StartCountyConstruction command, CancellationToken cancellationToken)
    {
        var project = await database.CountyProjects.FirstOrDefaultAsync(
            one => one.Id == command.Project,
            cancellationToken
        );
        var outcome = act.Authorise(project, CountyProjectAccess.OfThoseWhoRead, command.ExpectedVersion)
            .Then(() => project!.Start(command.StartedOn, new AccountId(act.Actor.Account), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
